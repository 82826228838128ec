import { defineConfig } from 'vitest/config';

// Tests of components ask for happy-dom by a docblock in their file; everything else runs without a DOM.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/property/**/*.test.{ts,tsx}'],
    passWithNoTests: true,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
