/** Names and messages that the page and the service worker agree on. */

/** Where the service worker is served: at the root, so that its scope is the whole site. */
export const WORKER_ADDRESS = '/sw.js';

/** The app itself and the bundled books, of the running version and of the one that waits. */
export const PRECACHE = 'tomoyomi-precache-v1';

/** The analyzer's dictionary; the name carries its version. Filled by whoever needs the dictionary. */
export const DICTIONARY_CACHE = 'tomoyomi-dictionary-naist-jdic-1.11-1';

/** Slices of the type faces that the reader's own documents asked for. */
export const FONT_CACHE = 'tomoyomi-font-slices-v1';

/** Recorded audio, whole files. */
export const AUDIO_CACHE = 'tomoyomi-audio-v1';

/** The books that the reader took along, and parts of those that are on their way. Filled by the page alone. */
export const DOWNLOAD_CACHE = 'tomoyomi-downloads-v1';

/** Every cache of this app begins so; those with other names belong to somebody else on the same address. */
export const CACHE_PREFIX = 'tomoyomi-';

export const CACHES: readonly string[] = [
  PRECACHE,
  DICTIONARY_CACHE,
  FONT_CACHE,
  AUDIO_CACHE,
  DOWNLOAD_CACHE,
];

/** Folders of the site with a rule of their own, as they begin a path. */
export const DICTIONARY_PATH = '/dictionary/';
export const SLICES_PATH = '/fonts/slices/';
export const AUDIO_PATH = '/audio/';

/** The list of everything that can be brought onto the device besides the app; it comes with the app. */
export const DOWNLOADS_LIST = '/downloads/index.json';

/** From the page: the version that waits takes over. The type is the one that workbox-window sends. */
export const SKIP_WAITING = 'SKIP_WAITING';

/** From the page, once it has loaded: files of versions that no window runs any more may go. */
export const PAGE_LOADED = 'PAGE_LOADED';

/** From the service worker while it installs. */
export const PRECACHE_PROGRESS = 'PRECACHE_PROGRESS';

export interface PrecacheProgress {
  readonly type: typeof PRECACHE_PROGRESS;
  /** Files on the device, of `total`; 1 to `total`. */
  readonly done: number;
  readonly total: number;
}

/** Whether a message is the service worker's word on its progress; any page of the origin can send messages. */
export function isPrecacheProgress(data: unknown): data is PrecacheProgress {
  if (typeof data !== 'object' || data === null) return false;
  const { type, done, total } = data as Partial<Record<keyof PrecacheProgress, unknown>>;
  if (type !== PRECACHE_PROGRESS || !Number.isInteger(done) || !Number.isInteger(total)) return false;
  return Number(done) >= 0 && Number(done) <= Number(total);
}
