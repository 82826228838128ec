/** The recorded voice on the device: which books' sound is there, which is on its way, how far, and how much room it takes. */
import { createStore, type Store } from '../book/store.ts';
import { DownloadError, type DownloadFault } from './downloads.ts';
import { type BookSound, parseRecordings, type SiteFile } from './downloads-index.ts';

/** What the device has of a book's sound. `earlier`: of another edition only. `loaded`: bytes of this edition. */
export interface KeptSound {
  readonly state: 'absent' | 'part' | 'whole' | 'earlier';
  readonly loaded: number;
}

/** How much the whole app keeps, and may; `null` where the browser doesn't say. */
export interface Room {
  readonly used: number | null;
  readonly left: number | null;
  /** Whether the browser has promised to clear nothing. */
  readonly persistence: 'persistent' | 'best-effort' | 'unknown';
}

/** The device and the network, as the store needs them. */
export interface AudioKeeper {
  /** The list of downloads, from the device, or with `fresh` from the network. Rejects with a `DownloadError`. */
  index(options: { readonly fresh: boolean }): Promise<unknown>;
  /** Asks the device only, once for all the books; in their order. Never rejects. */
  look(sounds: readonly BookSound[]): Promise<readonly KeptSound[]>;
  /** As `DownloadKeeper.bring`. */
  bring(
    file: SiteFile,
    options: { readonly signal: AbortSignal; readonly onLoaded: (bytes: number) => void },
  ): Promise<void>;
  /** The recordings that the book's list names; the list is on the device. Rejects with a `DownloadError`. */
  filesOf(sound: BookSound): Promise<readonly SiteFile[]>;
  /** Removes everything of the book's sound, of whatever edition. Never rejects. */
  remove(book: string): Promise<void>;
  /** Asks the browser to clear nothing. Never rejects. */
  persist(): Promise<unknown>;
  /** Never rejects. */
  room(): Promise<Room>;
  /** Says to the app's other windows that something has changed here. */
  tell(): void;
  /** Calls when another window has said so. */
  onTold(listener: () => void): void;
}

export interface SoundState {
  /** `waiting`: another book's turn. `part`: interrupted, or stopped by the reader. */
  readonly state: KeptSound['state'] | 'waiting' | 'coming';
  /** Bytes on the device, of `bytes`. */
  readonly loaded: number;
  /** Why the last attempt ended; `null` where it didn't, or was ended by the reader. */
  readonly fault: DownloadFault | null;
}

export interface ListedSound extends SoundState {
  readonly book: string;
  /** Of all its files together, their list included. */
  readonly bytes: number;
  readonly seconds: number | null;
}

export interface AudioListing {
  /** `failed`: there is no list on the device, and the network didn't give it. */
  readonly state: 'looking' | 'ready' | 'failed';
  /** The books that are recorded. */
  readonly sounds: readonly ListedSound[];
  /** `null` until it has been asked. */
  readonly room: Room | null;
}

export interface AudioDownloads {
  readonly listing: Store<AudioListing>;
  /** Looks again at the list and at the device. Never rejects. */
  look(): Promise<void>;
  /** Brings the books' sound onto the device, one book after the other. Ends when that is done, or has ended. Never rejects. */
  bring(books: readonly string[]): Promise<void>;
  /** Ends the bringing of these books; what has come stays. */
  stop(books: readonly string[]): void;
  remove(book: string): Promise<void>;
}

/** Faults that the next book would meet as well. */
const FOR_ALL: readonly DownloadFault[] = ['offline', 'full', 'refused'];

export function createAudioDownloads(keeper: AudioKeeper): AudioDownloads {
  const listing = createStore<AudioListing>({ state: 'looking', sounds: [], room: null });
  let known: readonly BookSound[] = [];
  /** In the order of their turns; the one that is coming stays the first. */
  let queue: readonly string[] = [];
  let coming: { readonly book: string; readonly ends: AbortController } | null = null;
  let running: Promise<void> | null = null;
  keeper.onTold(() => void look());

  const find = (book: string): ListedSound | undefined =>
    listing.getSnapshot().sounds.find((sound) => sound.book === book);
  const patch = (book: string, changes: Partial<SoundState>): void => {
    const before = listing.getSnapshot();
    const sounds = before.sounds.map((one) => (one.book === book ? { ...one, ...changes } : one));
    listing.set({ ...before, sounds });
  };
  const measure = async (): Promise<void> => {
    const room = await keeper.room();
    listing.set({ ...listing.getSnapshot(), room });
  };
  const lookAt = async (book: string, fault: DownloadFault | null): Promise<void> => {
    const sound = known.find((one) => one.book === book);
    const [kept] = sound === undefined ? [] : await keeper.look([sound]);
    if (kept !== undefined) patch(book, { ...kept, fault });
  };

  async function look(options = { fresh: false }): Promise<void> {
    const [sounds, room] = await Promise.all([listed(keeper, options), keeper.room()]);
    if (sounds === null) {
      const before = listing.getSnapshot();
      listing.set({ ...before, room, state: before.sounds.length === 0 ? 'failed' : before.state });
      return;
    }
    const kept = await keeper.look(sounds);
    known = sounds;
    listing.set({
      state: 'ready',
      room,
      sounds: sounds.map(({ book, seconds, list }, index): ListedSound => {
        const before = find(book);
        const state = kept[index] ?? { state: 'absent', loaded: 0 };
        const present = before !== undefined && queue.includes(book) ? before : state;
        const { loaded } = present;
        const fault = before?.fault ?? null;
        return { book, seconds, bytes: list.bytes + list.sound, state: present.state, loaded, fault };
      }),
    });
  }

  /** Brings the list, then file after file. */
  async function bringOne(sound: BookSound, signal: AbortSignal): Promise<void> {
    const { book, list } = sound;
    const stepped = (before: number) => ({
      signal,
      onLoaded: (loaded: number) => patch(book, { loaded: before + loaded }),
    });
    await keeper.bring(list, stepped(0));
    let loaded = list.bytes;
    for (const file of await keeper.filesOf(sound)) {
      signal.throwIfAborted();
      await keeper.bring(file, stepped(loaded));
      loaded += file.bytes;
      patch(book, { loaded });
      await measure();
    }
  }

  async function work(): Promise<void> {
    // Not awaited: a browser may ask its reader, and the sound comes meanwhile.
    void keeper.persist().then(measure);
    try {
      for (let [book] = queue; book !== undefined; [book] = queue) await turn(book);
    } finally {
      running = null;
    }
  }

  async function turn(book: string): Promise<void> {
    const ends = new AbortController();
    coming = { book, ends };
    const fault = await attempt(book, ends.signal);
    coming = null;
    const ended = fault !== null && FOR_ALL.includes(fault) ? queue : [book];
    queue = queue.filter((one) => !ended.includes(one));
    for (const one of ended) await lookAt(one, one === book ? fault : null);
    // What is served by now is another edition: the next press brings that one.
    if (fault === 'changed') await look({ fresh: true });
    else await measure();
    keeper.tell();
  }

  async function attempt(book: string, signal: AbortSignal): Promise<DownloadFault | null> {
    const sound = known.find((one) => one.book === book);
    if (sound === undefined) return null;
    patch(book, { state: 'coming', fault: null });
    try {
      await bringOne(sound, signal);
      return null;
    } catch (error) {
      if (signal.aborted) return null;
      if (error instanceof DownloadError) return error.code;
      throw error;
    }
  }

  return {
    listing,
    look: () => look(),
    bring: async (books) => {
      const wanted = books.filter((book) => !queue.includes(book) && find(book) !== undefined);
      queue = [...queue, ...wanted.filter((book) => find(book)?.state !== 'whole')];
      for (const book of wanted) if (queue.includes(book)) patch(book, { state: 'waiting', fault: null });
      if (queue.length > 0) running ??= work();
      await running;
    },
    stop: (books) => {
      const waiting = queue.filter((book) => books.includes(book) && book !== coming?.book);
      queue = queue.filter((book) => !waiting.includes(book));
      for (const book of waiting) void lookAt(book, null);
      if (coming !== null && books.includes(coming.book)) coming.ends.abort();
    },
    remove: async (book) => {
      if (queue.includes(book)) return;
      await keeper.remove(book);
      await Promise.all([lookAt(book, null), measure()]);
      keeper.tell();
    },
  };
}

/** The books that are recorded, or `null` where there is no list. */
async function listed(
  keeper: AudioKeeper,
  options: { readonly fresh: boolean },
): Promise<readonly BookSound[] | null> {
  try {
    const sounds = parseRecordings(await keeper.index(options));
    if (sounds !== null || options.fresh) return sounds;
    return parseRecordings(await keeper.index({ fresh: true }));
  } catch (error) {
    if (error instanceof DownloadError) return null;
    throw error;
  }
}
