import { defineConfig } from 'vitest/config';

// Tests of components ask for happy-dom by a docblock in their file; everything else runs without a DOM.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/property/**/*.test.{ts,tsx}'],
    // Property tests take as long as the machine gives them; a limit here is only against a hang.
    testTimeout: 120_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
