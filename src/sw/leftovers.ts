/**
 * What earlier versions left in the caches. A new version takes over while other windows may still run the old one, whose
 * parts load by and by: its files stay until a single window is left, and that one runs the new version.
 */
import { AUDIO_PATH, CACHE_PREFIX, CACHES } from './constants.ts';

/** What is used of `CacheStorage`. */
export interface CachesPort {
  keys(): Promise<readonly string[]>;
  delete(name: string): Promise<boolean>;
}

/** What is used of `Cache`. */
export interface CachePort {
  keys(): Promise<readonly { readonly url: string }[]>;
  delete(url: string): Promise<boolean>;
}

/** Deletes this app's caches that no version of today uses, such as an older dictionary. */
export async function deleteOldCaches(caches: CachesPort): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHE_PREFIX) && !CACHES.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * Deletes the precached files that aren't this version's.
 *
 * @param expected the cache keys of this version, absolute addresses
 * @param isSafe asked before each deletion: false as soon as a newer version installs or waits, which may count on files
 *   that this one doesn't know
 */
export async function deleteLeftovers(
  cache: CachePort,
  expected: ReadonlySet<string>,
  isSafe: () => boolean,
): Promise<void> {
  for (const { url } of await cache.keys()) {
    if (!isSafe()) return;
    if (!expected.has(url)) await cache.delete(url);
  }
}

/**
 * Deletes recordings that nobody will hear again: those of books that this version has no recordings of; and, of a book
 * whose recordings of this version are all there, those of other editions. An earlier edition stays until then, whole.
 *
 * @param index the list of downloads; where it is none, nothing is deleted
 * @param read the JSON of a kept file
 * @param isSafe as for `deleteLeftovers`
 */
export async function deleteOldRecordings(
  cache: CachePort,
  index: unknown,
  read: (url: string) => Promise<unknown>,
  isSafe: () => boolean,
): Promise<void> {
  const { version, books } = recordOf(index);
  if (version !== 1 || typeof books !== 'object' || books === null) return;
  for (const [book, kept] of byBook(await cache.keys())) {
    const list = Object.hasOwn(books, book)
      ? recordOf(recordOf(recordOf(books)[book]).recorded).address
      : null;
    const needed = typeof list === 'string' ? await neededOf(list, kept, read) : new Set<string>();
    if (needed === null) continue;
    for (const { url, path } of kept) {
      if (!isSafe()) return;
      if (!needed.has(path)) await cache.delete(url);
    }
  }
}

interface KeptRecording {
  readonly url: string;
  /** Without a query, which only parts of files have. */
  readonly path: string;
  readonly isWhole: boolean;
}

function byBook(keys: readonly { readonly url: string }[]): ReadonlyMap<string, KeptRecording[]> {
  const books = new Map<string, KeptRecording[]>();
  for (const { url } of keys) {
    const { pathname, search } = new URL(url);
    const [book = ''] = pathname.slice(AUDIO_PATH.length).split('/');
    const kept = books.get(book) ?? [];
    kept.push({ url, path: pathname, isWhole: search === '' });
    books.set(book, kept);
  }
  return books;
}

/** The paths of this version's recordings; `null` while they aren't all there. */
async function neededOf(
  list: string,
  kept: readonly KeptRecording[],
  read: (url: string) => Promise<unknown>,
): Promise<ReadonlySet<string> | null> {
  const whole = new Map(kept.filter(({ isWhole }) => isWhole).map(({ path, url }) => [path, url]));
  const url = whole.get(list);
  if (url === undefined) return null;
  const { files } = recordOf(await read(url));
  if (!Array.isArray(files)) return null;
  const paths = (files as readonly unknown[]).map((file) => recordOf(file).address);
  const isThere = (path: unknown): path is string => typeof path === 'string' && whole.has(path);
  return paths.every(isThere) ? new Set([list, ...paths]) : null;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
