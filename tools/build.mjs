/** Builds the app into `dist/`; `npm run build` does so whether anything changed or not. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { isMain, root, runTypeScript } from './processes.mjs';
import { afterSetup } from './setup.mjs';

const sources = [
  'src',
  'content',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** The folder of the finished app, absolute. */
export const dist = join(root, 'dist');
const hashPath = join(dist, '.build-hash');

/**
 * Checks the sources and builds `dist/`, unless it was built from the sources as they are now.
 *
 * @param {{always?: boolean, isChecked?: boolean}} [options] `always` builds even if nothing changed; `isChecked`
 *   leaves the checks out, which have been run already
 * @returns {Promise<boolean>} whether there is an up-to-date build
 */
export async function build({ always = false, isChecked = false } = {}) {
  const hash = hashOfSources();
  if (!always && isBuiltFrom(hash)) return true;
  if (!isChecked && (await runChecks()).failed > 0) return false;
  // A build that breaks off must not pass for the one before it.
  rmSync(hashPath, { force: true });
  process.stderr.write('\n組み立てています… / Building…\n');
  const { code } = await runTypeScript('src/build/build.ts');
  if (code !== 0) return false;
  writeFileSync(hashPath, hash);
  return true;
}

function isBuiltFrom(hash) {
  return (
    existsSync(join(dist, 'index.html')) && existsSync(hashPath) && readFileSync(hashPath, 'utf8') === hash
  );
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesOf(source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(source) {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  const entries = /\.[a-z]+$/.test(source)
    ? null
    : readdirSync(path, { recursive: true, withFileTypes: true });
  if (entries === null) return [source];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

if (isMain(import.meta)) {
  process.exitCode = (await afterSetup(() => build({ always: true }))) ? 0 : 1;
}
