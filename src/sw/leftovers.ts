/**
 * What earlier versions left in the caches. A new version takes over while other windows may still run the old one, whose
 * parts load by and by: its files stay until a single window is left, and that one runs the new version.
 */
import { CACHE_PREFIX, CACHES } from './constants.ts';

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
