/** `npm run check`: what needs neither a build nor a browser. Each check counts as one test. */
import { isMain, root, run, runTypeScript } from './processes.mjs';
import { afterSetup } from './setup.mjs';

const bin = (name) => `${root}/node_modules/${name}`;

/** The checks in order: what each is called, and how it runs; the promise's `code` is 0 where it passes. */
export const checks = [
  { name: 'formatting and lint (biome)', run: () => node(bin('@biomejs/biome/bin/biome'), ['ci']) },
  { name: 'types (tsc)', run: () => node(bin('typescript/bin/tsc'), ['--noEmit']) },
  { name: 'import directions and cycles', run: () => runTypeScript('src/build/check-imports.ts') },
  { name: 'translations', run: () => runTypeScript('src/build/check-translations.ts') },
];

/** Runs a program written in JavaScript, without npx, so that it works on every system alike. */
export function node(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/**
 * Runs every check, also after one failed.
 *
 * @returns {Promise<{passed: number, failed: number, skipped: number}>}
 */
export async function runChecks() {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) {
    process.stdout.write(`\n── ${check.name}\n`);
    const { code } = await check.run();
    process.stdout.write(code === 0 ? 'ok\n' : `FAILED: ${check.name}\n`);
    if (code === 0) count.passed += 1;
    else count.failed += 1;
  }
  return count;
}

if (isMain(import.meta)) {
  const count = await afterSetup(runChecks);
  process.exitCode = count.failed === 0 ? 0 : 1;
}
