import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AudioDownloads,
  type AudioKeeper,
  createAudioDownloads,
  type KeptSound,
  type Room,
} from '../../../src/library/audio-downloads.ts';
import { DownloadError } from '../../../src/library/downloads.ts';
import type { SiteFile } from '../../../src/library/downloads-index.ts';

const sha256 = 'a'.repeat(64);
const fileOf = (book: string, name: string, bytes: number): SiteFile => ({
  address: `/audio/${book}/${name}`,
  bytes,
  sha256,
});
const entry = (book: string, edition = 'a') => ({
  seconds: 60,
  recorded: { ...fileOf(book, `${edition}-clips.json`, 10), sound: 300 },
  files: [],
});

let books: Record<string, unknown>;
let fresh: Record<string, unknown>;
let kept: Map<string, KeptSound>;
let room: Room;
let brought: string[];
let bringing: {
  file: SiteFile;
  onLoaded: (bytes: number) => void;
  end: (error?: unknown) => void;
} | null;
let calls: string[];
let told: () => void;
let failing: unknown;
let downloads: AudioDownloads;

beforeEach(() => {
  books = {
    'plan-1': entry('plan-1'),
    guide: { seconds: null, recorded: null, files: [] },
    'plan-2': entry('plan-2'),
  };
  fresh = books;
  kept = new Map();
  room = { used: 1000, left: 9000, persistence: 'best-effort' };
  brought = [];
  bringing = null;
  calls = [];
  failing = null;
  const keeper: AudioKeeper = {
    index: async (options) => {
      if (failing !== null) throw failing;
      return { version: 1, books: options.fresh ? fresh : books };
    },
    look: async (sounds) => sounds.map(({ book }) => kept.get(book) ?? { state: 'absent', loaded: 0 }),
    bring: (file, { signal, onLoaded }) =>
      new Promise((fulfil, reject) => {
        brought.push(file.address);
        bringing = { file, onLoaded, end: (error) => (error === undefined ? fulfil() : reject(error)) };
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    filesOf: async ({ book }) => [fileOf(book, '1.mp3', 100), fileOf(book, '2.mp3', 200)],
    remove: async (book) => void kept.delete(book),
    persist: async () => void calls.push('persist'),
    room: async () => room,
    tell: () => calls.push('tell'),
    onTold: (listener) => {
      told = listener;
    },
  };
  downloads = createAudioDownloads(keeper);
});

const sound = (book: string) => {
  const found = downloads.listing.getSnapshot().sounds.find((one) => one.book === book);
  return found === undefined ? null : { state: found.state, loaded: found.loaded, fault: found.fault };
};
/** Waits until the file is asked for, and lets all of it come. */
const comes = async (address: string): Promise<void> => {
  await vi.waitFor(() => expect(bringing?.file.address).toBe(address));
  bringing?.end();
};
const comesWhole = async (book: string): Promise<void> => {
  await comes(`/audio/${book}/a-clips.json`);
  await comes(`/audio/${book}/1.mp3`);
  kept.set(book, { state: 'whole', loaded: 310 });
  await comes(`/audio/${book}/2.mp3`);
};

describe('the recordings', () => {
  it('are those of the books that are recorded, with their sizes, what is there of each, and the room', async () => {
    kept.set('plan-2', { state: 'part', loaded: 110 });
    await downloads.look();
    expect(downloads.listing.getSnapshot()).toEqual({
      state: 'ready',
      room,
      sounds: [
        { book: 'plan-1', bytes: 310, seconds: 60, state: 'absent', loaded: 0, fault: null },
        { book: 'plan-2', bytes: 310, seconds: 60, state: 'part', loaded: 110, fault: null },
      ],
    });
  });

  it('can’t be listed without a list, until there is one', async () => {
    failing = new DownloadError('offline');
    await downloads.look();
    expect(downloads.listing.getSnapshot().state).toBe('failed');
    failing = null;
    await downloads.look();
    expect(downloads.listing.getSnapshot().state).toBe('ready');
    failing = new DownloadError('offline');
    await downloads.look();
    expect(downloads.listing.getSnapshot().state).toBe('ready');
  });

  it('are looked at again when another window has changed something', async () => {
    await downloads.look();
    kept.set('plan-1', { state: 'whole', loaded: 310 });
    told();
    await vi.waitFor(() => expect(sound('plan-1')?.state).toBe('whole'));
  });
});

describe('bringing a book’s', () => {
  beforeEach(() => downloads.look());

  it('takes the list, then file after file, with one progress over all of them', async () => {
    const done = downloads.bring(['plan-1']);
    expect(sound('plan-1')?.state).toBe('coming');
    await comes('/audio/plan-1/a-clips.json');
    await vi.waitFor(() => expect(bringing?.file.address).toBe('/audio/plan-1/1.mp3'));
    bringing?.onLoaded(40);
    expect(sound('plan-1')).toEqual({ state: 'coming', loaded: 50, fault: null });
    bringing?.end();
    await vi.waitFor(() => expect(bringing?.file.address).toBe('/audio/plan-1/2.mp3'));
    expect(sound('plan-1')?.loaded).toBe(110);
    bringing?.onLoaded(200);
    expect(sound('plan-1')?.loaded).toBe(310);
    kept.set('plan-1', { state: 'whole', loaded: 310 });
    bringing?.end();
    await done;
    expect(sound('plan-1')).toEqual({ state: 'whole', loaded: 310, fault: null });
  });

  it('asks for persistence once for all the books, and tells the other windows after each', async () => {
    const done = downloads.bring(['plan-1', 'plan-2']);
    await comesWhole('plan-1');
    await comesWhole('plan-2');
    await done;
    expect(calls).toEqual(['persist', 'tell', 'tell']);
  });

  it('measures the room as it goes', async () => {
    void downloads.bring(['plan-1']);
    await comes('/audio/plan-1/a-clips.json');
    room = { used: 1110, left: 8890, persistence: 'persistent' };
    await comes('/audio/plan-1/1.mp3');
    await vi.waitFor(() => expect(downloads.listing.getSnapshot().room).toEqual(room));
  });

  it('is done once, however often it is asked for, and never where it is there', async () => {
    kept.set('plan-2', { state: 'whole', loaded: 310 });
    await downloads.look();
    void downloads.bring(['plan-1']);
    void downloads.bring(['plan-1', 'plan-9']);
    void downloads.bring(['plan-2', 'plan-9']);
    expect(brought).toEqual(['/audio/plan-1/a-clips.json']);
    expect(sound('plan-2')?.state).toBe('whole');
  });

  it('goes on while it is looked at again', async () => {
    void downloads.bring(['plan-1', 'plan-2']);
    await comes('/audio/plan-1/a-clips.json');
    await vi.waitFor(() => expect(bringing?.file.address).toBe('/audio/plan-1/1.mp3'));
    bringing?.onLoaded(40);
    await downloads.look();
    expect([sound('plan-1')?.state, sound('plan-1')?.loaded, sound('plan-2')?.state]).toEqual([
      'coming',
      50,
      'waiting',
    ]);
  });

  it('is stopped by the reader without a fault, and the next book’s turn comes', async () => {
    const done = downloads.bring(['plan-1', 'plan-2']);
    await comes('/audio/plan-1/a-clips.json');
    kept.set('plan-1', { state: 'part', loaded: 60 });
    downloads.stop(['plan-1']);
    await comesWhole('plan-2');
    await done;
    expect(sound('plan-1')).toEqual({ state: 'part', loaded: 60, fault: null });
    expect(sound('plan-2')?.state).toBe('whole');
  });

  it('that waits is stopped before its turn comes', async () => {
    const done = downloads.bring(['plan-1', 'plan-2']);
    downloads.stop(['plan-2']);
    await vi.waitFor(() => expect(sound('plan-2')?.state).toBe('absent'));
    await comesWhole('plan-1');
    await done;
    expect(brought).not.toContain('/audio/plan-2/a-clips.json');
  });

  it('is stopped with all the others, and begun again at once', async () => {
    const done = downloads.bring(['plan-1', 'plan-2']);
    downloads.stop(['plan-1', 'plan-2']);
    await done;
    expect([sound('plan-1')?.state, sound('plan-2')?.state]).toEqual(['absent', 'absent']);
    void downloads.bring(['plan-2']);
    expect(sound('plan-2')?.state).toBe('coming');
  });

  it.each(['server', 'damaged'] as const)(
    'tells why it failed, and the next book’s turn comes: %s',
    async (code) => {
      const done = downloads.bring(['plan-1', 'plan-2']);
      bringing?.end(new DownloadError(code));
      await comesWhole('plan-2');
      await done;
      expect(sound('plan-1')).toEqual({ state: 'absent', loaded: 0, fault: code });
      expect(sound('plan-2')?.state).toBe('whole');
      await downloads.look();
      expect(sound('plan-1')?.fault).toBe(code);
      void downloads.bring(['plan-1']);
      expect(sound('plan-1')).toEqual({ state: 'coming', loaded: 0, fault: null });
    },
  );

  it.each(['offline', 'full', 'refused'] as const)(
    'ends for all books where it would fail for all: %s',
    async (code) => {
      const done = downloads.bring(['plan-1', 'plan-2']);
      bringing?.end(new DownloadError(code));
      await done;
      expect(sound('plan-1')?.fault).toBe(code);
      expect(sound('plan-2')).toEqual({ state: 'absent', loaded: 0, fault: null });
      expect(brought).toHaveLength(1);
    },
  );

  it('finds the newer edition in the site’s list, and brings that one next', async () => {
    fresh = { 'plan-1': entry('plan-1', 'b') };
    const done = downloads.bring(['plan-1']);
    bringing?.end(new DownloadError('changed'));
    await done;
    expect(sound('plan-1')).toEqual({ state: 'absent', loaded: 0, fault: 'changed' });
    void downloads.bring(['plan-1']);
    expect(brought.at(-1)).toBe('/audio/plan-1/b-clips.json');
  });
});

describe('removing a book’s', () => {
  it('frees the device, and tells the other windows', async () => {
    kept.set('plan-1', { state: 'whole', loaded: 310 });
    await downloads.look();
    await downloads.remove('plan-1');
    expect(sound('plan-1')).toEqual({ state: 'absent', loaded: 0, fault: null });
    expect(calls).toEqual(['tell']);
  });

  it('waits until nothing of it is coming', async () => {
    kept.set('plan-1', { state: 'part', loaded: 60 });
    await downloads.look();
    void downloads.bring(['plan-1']);
    await downloads.remove('plan-1');
    expect(kept.has('plan-1')).toBe(true);
  });
});
