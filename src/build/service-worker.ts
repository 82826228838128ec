/** Builds the service worker with the list of files that it keeps on the device. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { getManifest } from 'workbox-build';
import { WORKER_ADDRESS } from '../sw/constants.ts';

/** A file to keep. `revision` is `null` where the name changes with the content. */
export interface PrecacheEntry {
  /** The address on the site, beginning with a slash. */
  readonly url: string;
  readonly revision: string | null;
  /** `sha384-…` of files whose name stays the same, so that no installation mixes two versions. */
  readonly integrity?: string;
}

export interface Precache {
  /** Ordered by address. */
  readonly entries: readonly PrecacheEntry[];
  /** Of all the files together, uncompressed. */
  readonly bytes: number;
}

/**
 * What every visit brings onto the device: the app, the bundled books, the fonts of their text. Each pattern must match
 * something. Not among them: the dictionary, the slices of the fonts, recordings, the books to take along (but their list).
 */
const PRECACHE_PATTERNS: readonly string[] = [
  'index.html',
  '404.html',
  '{about,check,open,read}/index.html',
  'read/*/index.html',
  'assets/**/*.js',
  'books/*.json',
  'fonts/subset-*.woff2',
  'fonts/slices.css',
  '{*.{svg,png,ico},icons/*.{svg,png,ico}}',
  'manifest.webmanifest',
  'licences.json',
  'downloads/index.json',
];

/** Names with a hash in them; their content never changes. */
const HASHED = /^\/?(assets\/.*-[\w-]{8,}\.js|books\/.*[.-][\w-]{8,}\.json|fonts\/subset-.*\.woff2)$/;

/** Workbox's own limit, beyond which it would leave a file out. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The files of a finished site to keep on the device, the same list for the same files.
 *
 * @throws {Error} when a pattern matches nothing or a file is over 2 MiB
 */
export async function planPrecache(
  dist: string,
  patterns: readonly string[] = PRECACHE_PATTERNS,
): Promise<Precache> {
  const { manifestEntries, size, warnings } = await getManifest({
    globDirectory: dist,
    globPatterns: [...patterns],
    dontCacheBustURLsMatching: HASHED,
    maximumFileSizeToCacheInBytes: MOST_BYTES,
  });
  if (warnings.length > 0) throw new Error(`The precache is not complete:\n${warnings.join('\n')}`);
  const entries = manifestEntries.map(({ url, revision }) =>
    revision === null
      ? { url: `/${url}`, revision }
      : { url: `/${url}`, revision, integrity: integrityOf(join(dist, url)) },
  );
  return { entries: entries.sort((a, b) => (a.url < b.url ? -1 : 1)), bytes: size };
}

function integrityOf(path: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}

/**
 * Writes `sw.js` into a finished site; to be called when all its other files are as they will stay, and before they are
 * compressed.
 *
 * @param root the project's root
 * @param dist the folder of the finished site
 * @returns how many files it keeps on the device, and their bytes, uncompressed
 * @throws {Error} as `planPrecache`, and when the service worker doesn't become a single file
 */
export async function buildServiceWorker({
  root,
  dist,
}: {
  readonly root: string;
  readonly dist: string;
}): Promise<{ readonly files: number; readonly bytes: number }> {
  const { entries, bytes } = await planPrecache(dist);
  const code = await bundle(root, entries);
  writeFileSync(join(dist, WORKER_ADDRESS.slice(1)), code);
  return { files: entries.length, bytes };
}

/** The service worker's code with the entries put in, as a classic script. */
export async function bundle(root: string, entries: readonly PrecacheEntry[]): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: {
      __PRECACHE_ENTRIES__: JSON.stringify(entries),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      target: 'es2022',
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/sw/service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const [only] = outputs;
  if (only?.type !== 'chunk' || outputs.length !== 1) throw new Error('The service worker is not one file.');
  return only.code;
}
