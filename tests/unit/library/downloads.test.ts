import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createDownloads,
  DownloadError,
  type DownloadKeeper,
  type Downloads,
  type KeptFile,
} from '../../../src/library/downloads.ts';
import type { DownloadFile, SiteFile } from '../../../src/library/downloads-index.ts';

const EPUB = '/downloads/plan-2.epub';
const file = (changes: Partial<DownloadFile> = {}): DownloadFile => ({
  format: 'epub',
  address: EPUB,
  bytes: 1000,
  sha256: 'a'.repeat(64),
  ...changes,
});
const audio = file({ format: 'audio', address: '/downloads/plan-2-audio.zip', bytes: 5000 });

let kept: Map<string, KeptFile>;
let listed: DownloadFile[];
let fresh: DownloadFile[];
let asked: boolean[];
let bringing: {
  signal: AbortSignal;
  onLoaded: (bytes: number) => void;
  end: (error?: unknown) => void;
} | null;
let brought: SiteFile[];
let downloads: Downloads;
let failing: unknown;

beforeEach(() => {
  kept = new Map();
  listed = [file(), audio];
  fresh = listed;
  asked = [];
  brought = [];
  bringing = null;
  failing = null;
  const keeper: DownloadKeeper = {
    index: async (options) => {
      asked.push(options.fresh);
      if (failing !== null) throw failing;
      const files = options.fresh ? fresh : listed;
      return { version: 1, books: { 'plan-2': { seconds: 90, recorded: null, files } } };
    },
    look: async ({ address }) => kept.get(address) ?? { state: 'absent' },
    bring: (wanted, { signal, onLoaded }) =>
      new Promise((fulfil, reject) => {
        brought.push(wanted);
        bringing = { signal, onLoaded, end: (error) => (error === undefined ? fulfil() : reject(error)) };
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
    open: async () => new Blob(['book']),
    remove: async ({ address }) => {
      kept.delete(address);
    },
  };
  downloads = createDownloads(keeper);
});

const ready = async () => {
  const store = downloads.book('plan-2');
  await vi.waitFor(() => expect(store.getSnapshot().state).toBe('ready'));
  return store;
};
const state = () => {
  const [first] = downloads.book('plan-2').getSnapshot().downloads;
  return first === undefined ? null : { state: first.state, loaded: first.loaded, fault: first.fault };
};

describe('a book’s downloads', () => {
  it('are listed with what the device has of each', async () => {
    kept.set(EPUB, { state: 'part', loaded: 400 });
    const store = await ready();
    expect(store.getSnapshot()).toEqual({
      state: 'ready',
      seconds: 90,
      downloads: [
        { file: file(), state: 'part', loaded: 400, fault: null },
        { file: audio, state: 'absent', loaded: 0, fault: null },
      ],
    });
    expect(downloads.book('plan-2')).toBe(store);
  });

  it('can’t be listed without a list, until there is one', async () => {
    failing = new DownloadError('offline');
    const store = downloads.book('plan-2');
    await vi.waitFor(() => expect(store.getSnapshot().state).toBe('failed'));
    failing = null;
    await downloads.look('plan-2');
    expect(store.getSnapshot().state).toBe('ready');
  });

  it('are looked up at the site where the device’s list is of another kind', async () => {
    listed = [{ ...file(), bytes: -1 }];
    await ready();
    expect(asked).toEqual([false, true]);
    expect(downloads.book('plan-2').getSnapshot().downloads).toHaveLength(2);
  });

  it('stay listed when a later look at the list fails', async () => {
    const store = await ready();
    failing = new DownloadError('offline');
    await downloads.look('plan-2');
    expect(store.getSnapshot().state).toBe('ready');
  });
});

describe('bringing one', () => {
  it('tells how far it is, and that it is there', async () => {
    await ready();
    const done = downloads.bring('plan-2', EPUB);
    expect(state()).toEqual({ state: 'coming', loaded: 0, fault: null });
    bringing?.onLoaded(600);
    expect(state()).toEqual({ state: 'coming', loaded: 600, fault: null });
    kept.set(EPUB, { state: 'whole' });
    bringing?.end();
    await done;
    expect(state()).toEqual({ state: 'whole', loaded: 0, fault: null });
  });

  it('is done once, however often it is asked for', async () => {
    await ready();
    void downloads.bring('plan-2', EPUB);
    void downloads.bring('plan-2', EPUB);
    expect(brought).toHaveLength(1);
  });

  it('is stopped by the reader without a fault', async () => {
    await ready();
    const done = downloads.bring('plan-2', EPUB);
    kept.set(EPUB, { state: 'part', loaded: 600 });
    downloads.stop(EPUB);
    await done;
    expect(state()).toEqual({ state: 'part', loaded: 600, fault: null });
  });

  it.each(['offline', 'server', 'damaged', 'full', 'refused'] as const)(
    'tells why it failed until the next attempt: %s',
    async (code) => {
      await ready();
      const done = downloads.bring('plan-2', EPUB);
      bringing?.end(new DownloadError(code));
      await done;
      expect(state()).toEqual({ state: 'absent', loaded: 0, fault: code });
      await downloads.look('plan-2');
      expect(state()?.fault).toBe(code);
      void downloads.bring('plan-2', EPUB);
      expect(state()).toEqual({ state: 'coming', loaded: 0, fault: null });
    },
  );

  it('goes on while the book is looked at again', async () => {
    await ready();
    void downloads.bring('plan-2', EPUB);
    bringing?.onLoaded(300);
    await downloads.look('plan-2');
    expect(state()).toEqual({ state: 'coming', loaded: 300, fault: null });
    bringing?.onLoaded(400);
    expect(state()).toEqual({ state: 'coming', loaded: 400, fault: null });
  });

  it('finds the newer edition in the site’s list, and brings that one next', async () => {
    await ready();
    fresh = [file({ bytes: 1200, sha256: 'b'.repeat(64) }), audio];
    const done = downloads.bring('plan-2', EPUB);
    bringing?.end(new DownloadError('changed'));
    await done;
    expect(state()).toEqual({ state: 'absent', loaded: 0, fault: 'changed' });
    void downloads.bring('plan-2', EPUB);
    expect(brought.at(-1)?.bytes).toBe(1200);
  });

  it('is nothing where there is no such file', async () => {
    await ready();
    await downloads.bring('plan-2', '/downloads/other.epub');
    await downloads.bring('plan-9', EPUB);
    expect(brought).toEqual([]);
    expect(await downloads.open('plan-9', EPUB)).toBeNull();
  });
});

it('A kept file is opened and removed', async () => {
  kept.set(EPUB, { state: 'whole' });
  await ready();
  expect(await (await downloads.open('plan-2', EPUB))?.text()).toBe('book');
  await downloads.remove('plan-2', EPUB);
  expect(state()).toEqual({ state: 'absent', loaded: 0, fault: null });
});
