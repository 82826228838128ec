/** `npm start`: builds the app when something changed since the last time, and serves it on this machine. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, root, runTypeScript } from './processes.mjs';
import { failServing, parsePort, serve } from './serve.mjs';
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
const dist = join(root, 'dist');
const hashPath = join(dist, '.build-hash');

/**
 * Builds `dist/` unless it was built from the sources as they are now.
 *
 * @param {{always?: boolean}} [options] `always` builds even if nothing changed
 * @returns {Promise<boolean>} whether there is an up-to-date build
 */
export async function build({ always = false } = {}) {
  const hash = hashOfSources();
  if (!always && isBuiltFrom(hash)) return true;
  process.stderr.write('組み立てています… / Building…\n');
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
  await afterSetup(async () => {
    try {
      const port = parsePort(process.env.PORT || '4173');
      // A port in use is told before the build, not minutes later.
      (await serve({ folder: dist, port })).close();
      if (!(await build())) {
        process.stderr.write(
          '\n組み立てられませんでした（上を見てください）。 / The build failed, see above.\n',
        );
        process.exit(1);
      }
      const server = await serve({ folder: dist, port });
      process.stdout.write(
        `\nともよみ  http://localhost:${server.port}/\n（とめるには Ctrl+C / Ctrl+C stops it）\n`,
      );
    } catch (error) {
      failServing(error);
    }
  });
}
