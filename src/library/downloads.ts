/** The books that the reader takes along: which are on the device, which are on their way, and how far. */
import { createStore, type Store } from '../book/store.ts';
import {
  type BookDownloads,
  type DownloadFile,
  parseBookDownloads,
  type SiteFile,
} from './downloads-index.ts';

/**
 * `offline`: the network didn't answer, or broke off. `server`: it answered with an error. `changed`: what is served isn't
 * the edition that the list names. `damaged`: all bytes came, and aren't the file's. `full`: the device has no room left.
 * `refused`: the browser keeps nothing here.
 */
export type DownloadFault = 'offline' | 'server' | 'changed' | 'damaged' | 'full' | 'refused';

export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly code: DownloadFault;
  constructor(code: DownloadFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** What the device has of a file. `earlier`: another edition of it, whole. */
export type KeptFile =
  | { readonly state: 'absent' | 'whole' | 'earlier' }
  | { readonly state: 'part'; readonly loaded: number };

/** The device and the network, as the store needs them. */
export interface DownloadKeeper {
  /** The list of what there is, from the device, or with `fresh` from the network. Rejects with a `DownloadError`. */
  index(options: { readonly fresh: boolean }): Promise<unknown>;
  /** Asks the device only. Never rejects. */
  look(file: SiteFile): Promise<KeptFile>;
  /**
   * Goes on with the file where it was interrupted, until all of it is kept. Rejects with a `DownloadError`, or with the
   * signal's reason; what has come by then stays.
   */
  bring(
    file: SiteFile,
    options: { readonly signal: AbortSignal; readonly onLoaded: (bytes: number) => void },
  ): Promise<void>;
  /** The whole file, of whatever edition, or `null` where it isn't kept. Never rejects. */
  open(file: SiteFile): Promise<Blob | null>;
  /** Removes the file with its parts. Never rejects. */
  remove(file: SiteFile): Promise<void>;
}

export interface DownloadState {
  /** `earlier`: an earlier edition is kept whole. `part`: interrupted, or stopped by the reader. */
  readonly state: 'absent' | 'part' | 'coming' | 'whole' | 'earlier';
  /** Bytes on the device, while `part` or `coming`. */
  readonly loaded: number;
  /** Why the last attempt ended; `null` where it didn't, or was ended by the reader. */
  readonly fault: DownloadFault | null;
}

export interface ListedDownload extends DownloadState {
  readonly file: DownloadFile;
}

export interface BookListing {
  /** `failed`: there is no list on the device, and the network didn't give it. */
  readonly state: 'looking' | 'ready' | 'failed';
  readonly seconds: number | null;
  readonly downloads: readonly ListedDownload[];
}

export interface Downloads {
  /** A book's files, the same store each time; it is looked at when it is asked for the first time, and by `look`. */
  book(id: string): Store<BookListing>;
  /** Looks again at the list and at the device. Never rejects. */
  look(id: string): Promise<void>;
  /** Brings a file onto the device, or goes on with it. Ends when that is done or has failed. Never rejects. */
  bring(id: string, address: string): Promise<void>;
  /** Ends the bringing; what has come stays. */
  stop(address: string): void;
  remove(id: string, address: string): Promise<void>;
  /** The kept file, for the reader to save where they like. */
  open(id: string, address: string): Promise<Blob | null>;
}

const ABSENT: DownloadState = { state: 'absent', loaded: 0, fault: null };

export function createDownloads(keeper: DownloadKeeper): Downloads {
  const books = new Map<string, ReturnType<typeof createStore<BookListing>>>();
  const coming = new Map<string, AbortController>();

  const listing = (id: string) => {
    const known = books.get(id);
    if (known !== undefined) return known;
    const store = createStore<BookListing>({ state: 'looking', seconds: null, downloads: [] });
    books.set(id, store);
    void look(id, { fresh: false });
    return store;
  };
  const find = (id: string, address: string): ListedDownload | undefined =>
    books
      .get(id)
      ?.getSnapshot()
      .downloads.find(({ file }) => file.address === address);
  const patch = (id: string, address: string, changes: Partial<DownloadState>): void => {
    const store = books.get(id);
    if (store === undefined) return;
    const before = store.getSnapshot();
    const downloads = before.downloads.map((one) =>
      one.file.address === address ? { ...one, ...changes } : one,
    );
    store.set({ ...before, downloads });
  };

  async function look(id: string, options: { readonly fresh: boolean }): Promise<void> {
    const store = listing(id);
    const listed = await listOf(keeper, id, options);
    if (listed === null) {
      if (store.getSnapshot().downloads.length === 0) store.set({ ...store.getSnapshot(), state: 'failed' });
      return;
    }
    const kept = await Promise.all(listed.files.map((file) => keeper.look(file)));
    const downloads = listed.files.map((file, index): ListedDownload => {
      const before = find(id, file.address);
      if (before !== undefined && coming.has(file.address)) return { ...before, file };
      return { file, ...ABSENT, ...kept[index], fault: before?.fault ?? null };
    });
    store.set({ state: 'ready', seconds: listed.seconds, downloads });
  }

  async function bring(id: string, address: string): Promise<void> {
    const found = find(id, address);
    if (found === undefined || coming.has(address)) return;
    const ends = new AbortController();
    coming.set(address, ends);
    patch(id, address, { state: 'coming', fault: null });
    let fault: DownloadFault | null = null;
    try {
      await keeper.bring(found.file, {
        signal: ends.signal,
        onLoaded: (loaded) => patch(id, address, { loaded }),
      });
    } catch (error) {
      if (!ends.signal.aborted) {
        if (!(error instanceof DownloadError)) throw error;
        fault = error.code;
      }
    } finally {
      coming.delete(address);
    }
    patch(id, address, { ...ABSENT, ...(await keeper.look(found.file)), fault });
    // What is served by now is another edition: the next press brings that one.
    if (fault === 'changed') await look(id, { fresh: true });
  }

  return {
    book: listing,
    look: (id) => look(id, { fresh: false }),
    bring,
    stop: (address) => coming.get(address)?.abort(),
    remove: async (id, address) => {
      const found = find(id, address);
      if (found === undefined || coming.has(address)) return;
      await keeper.remove(found.file);
      patch(id, address, { ...ABSENT, ...(await keeper.look(found.file)) });
    },
    open: async (id, address) => {
      const found = find(id, address);
      return found === undefined ? null : keeper.open(found.file);
    },
  };
}

/** What the list says of the book, or `null` where there is no list. */
async function listOf(
  keeper: DownloadKeeper,
  id: string,
  options: { readonly fresh: boolean },
): Promise<BookDownloads | null> {
  try {
    const known = parseBookDownloads(await keeper.index(options), id);
    if (known !== null || options.fresh) return known;
    return parseBookDownloads(await keeper.index({ fresh: true }), id);
  } catch (error) {
    if (error instanceof DownloadError) return null;
    throw error;
  }
}
