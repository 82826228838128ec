import { beforeEach, describe, expect, it } from 'vitest';
import type { DownloadKeeper } from '../../../../src/library/downloads.ts';
import type { DownloadFile } from '../../../../src/library/downloads-index.ts';
import { createDownloadKeeper } from '../../../../src/platform/downloads/download-keeper.ts';
import { partKey } from '../../../../src/platform/downloads/file-parts.ts';
import { bytesOf, createFakeSite, fileOf } from './fake-site.ts';

const LENGTH = 900_000;
const book = bytesOf(LENGTH);
const file = fileOf(book);

let fake: ReturnType<typeof createFakeSite>['fake'];
let keeper: DownloadKeeper;
let loaded: number[];

beforeEach(() => {
  const site = createFakeSite(book);
  fake = site.fake;
  keeper = createDownloadKeeper(site.ports);
  loaded = [];
});

const bring = (wanted: DownloadFile = file, signal = new AbortController().signal): Promise<void> =>
  keeper.bring(wanted, { signal, onLoaded: (bytes) => loaded.push(bytes) });
/** Buffers compare at once what matchers compare byte by byte. */
const isKept = async (expected: Uint8Array): Promise<boolean> => {
  const blob = await keeper.open(file);
  return blob !== null && Buffer.from(await blob.arrayBuffer()).equals(expected);
};

describe('a file that comes whole', () => {
  it('is kept as it was sent, with its type, and without its parts', async () => {
    expect(await keeper.look(file)).toEqual({ state: 'absent' });
    await bring();
    expect(await isKept(book)).toBe(true);
    expect(await keeper.look(file)).toEqual({ state: 'whole' });
    expect([...fake.cached.keys()]).toEqual([file.address]);
    expect(fake.cached.get(file.address)?.headers.get('content-type')).toBe('application/epub+zip');
  });

  it('says how far it is, from none of it to all of it', async () => {
    await bring();
    expect(loaded[0]).toBe(0);
    expect(loaded.at(-1)).toBe(LENGTH);
    expect(loaded).toEqual([...loaded].sort((one, other) => one - other));
  });

  it('asks the browser to clear nothing, and comes in one window at a time', async () => {
    await bring();
    expect([fake.persisted, fake.turns]).toEqual([1, [`tomoyomi ${file.address}`]]);
  });

  it('is not asked for again where it is there', async () => {
    await bring();
    await bring();
    expect(fake.asked).toEqual([null]);
  });

  it('is removed when that is wanted', async () => {
    await bring();
    await keeper.remove(file);
    expect(await keeper.look(file)).toEqual({ state: 'absent' });
    expect(await keeper.open(file)).toBeNull();
    expect(fake.cached.size).toBe(0);
  });
});

describe('a file whose coming is interrupted', () => {
  it('goes on at the byte at which the network broke off', async () => {
    fake.breaksAfter = 650_000;
    await expect(bring()).rejects.toMatchObject({ code: 'offline' });
    expect(await keeper.look(file)).toEqual({ state: 'part', loaded: 650_000 });
    fake.breaksAfter = Number.POSITIVE_INFINITY;
    await bring();
    expect(fake.asked).toEqual([null, 'bytes=650000-']);
    expect(await isKept(book)).toBe(true);
  });

  it('goes on where the reader stopped it, also many times', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const ends = new AbortController();
      let pieces = 0;
      fake.onPiece = async () => {
        pieces += 1;
        if (pieces === 2) ends.abort();
      };
      await expect(bring(file, ends.signal)).rejects.toMatchObject({ name: 'AbortError' });
    }
    fake.onPiece = async () => undefined;
    expect(await keeper.look(file)).toEqual({ state: 'part', loaded: 800_000 });
    await bring();
    expect(await isKept(book)).toBe(true);
  });

  it('goes on with a server that knows no ranges: what is there is passed over', async () => {
    fake.breaksAfter = 350_000;
    await expect(bring()).rejects.toMatchObject({ code: 'offline' });
    fake.breaksAfter = Number.POSITIVE_INFINITY;
    fake.ranges = false;
    await bring();
    expect(await isKept(book)).toBe(true);
  });

  it('takes no part behind a gap, and none of another edition', async () => {
    const put = (key: string) => fake.cached.set(key, new Response(new Uint8Array(100)));
    put(partKey(file, 500_000, 500_100));
    put(partKey({ ...file, sha256: 'f'.repeat(64) }, 0, 100));
    expect(await keeper.look(file)).toEqual({ state: 'absent' });
    await bring();
    expect([...fake.cached.keys()]).toEqual([file.address]);
    expect(await isKept(book)).toBe(true);
  });

  it('is forgotten with its parts when that is wanted', async () => {
    fake.breaksAfter = 300_000;
    await expect(bring()).rejects.toMatchObject({ code: 'offline' });
    await keeper.remove(file);
    expect(fake.cached.size).toBe(0);
  });
});

describe('an edition that is another by now', () => {
  const newer = bytesOf(LENGTH + 5, 9);

  it('is told by its length before anything is taken', async () => {
    fake.served = newer;
    await expect(bring()).rejects.toMatchObject({ code: 'changed' });
    expect(fake.cached.size).toBe(0);
  });

  it('is told by the range that is answered', async () => {
    fake.breaksAfter = 300_000;
    await expect(bring()).rejects.toMatchObject({ code: 'offline' });
    fake.served = newer;
    await expect(bring()).rejects.toMatchObject({ code: 'changed' });
  });

  it.each([404, 410, 416])('is told by the answer %i', async (status) => {
    fake.status = status;
    await expect(bring()).rejects.toMatchObject({ code: 'changed' });
  });

  it('leaves the earlier one there until all of it has come', async () => {
    await bring();
    const next = fileOf(newer);
    fake.served = newer;
    expect(await keeper.look(next)).toEqual({ state: 'earlier' });
    fake.breaksAfter = 300_000;
    await expect(bring(next)).rejects.toMatchObject({ code: 'offline' });
    expect(await isKept(book)).toBe(true);
    fake.breaksAfter = Number.POSITIVE_INFINITY;
    await bring(next);
    expect(await isKept(newer)).toBe(true);
  });
});

describe('what can go wrong', () => {
  it('bytes that are not the file’s are not kept', async () => {
    fake.served = bytesOf(LENGTH, 3);
    await expect(bring()).rejects.toMatchObject({ code: 'damaged' });
    expect(fake.cached.size).toBe(0);
  });

  it('where the browser can’t hash, the length decides', async () => {
    fake.subtle = false;
    await bring();
    expect(await keeper.look(file)).toEqual({ state: 'whole' });
  });

  it.each([
    ['there is no network', () => (fake.network = false), 'offline'],
    ['the server fails', () => (fake.status = 500), 'server'],
    ['the server refuses', () => (fake.status = 403), 'server'],
    ['the device is full', () => (fake.room = 1), 'full'],
    ['the browser has no cache', () => (fake.cache = 'none'), 'refused'],
    ['the browser refuses its cache', () => (fake.cache = 'throws'), 'refused'],
  ])('where %s, that is said', async (_, happen, code) => {
    happen();
    await expect(bring()).rejects.toMatchObject({ name: 'DownloadError', code });
  });

  it('a full device keeps what has come', async () => {
    fake.room = 2;
    await expect(bring()).rejects.toMatchObject({ code: 'full' });
    const kept = await keeper.look(file);
    expect(kept).toMatchObject({ state: 'part' });
    fake.room = Number.POSITIVE_INFINITY;
    await bring();
    expect(await isKept(book)).toBe(true);
  });

  it('without a cache nothing is there, and asking is no error', async () => {
    fake.cache = 'throws';
    expect(await keeper.look(file)).toEqual({ state: 'absent' });
    expect(await keeper.open(file)).toBeNull();
    await keeper.remove(file);
  });
});

describe('the list', () => {
  it('is the device’s own, or, fresh, the network’s', async () => {
    expect(await keeper.index({ fresh: false })).toEqual({ asked: '/downloads/index.json' });
    expect(await keeper.index({ fresh: true })).toEqual({ asked: '/downloads/index.json?fresh' });
  });

  it.each([
    ['offline', () => (fake.network = false)],
    ['server', () => (fake.status = 500)],
  ])('is missed with a reason: %s', async (code, happen) => {
    happen();
    await expect(keeper.index({ fresh: false })).rejects.toMatchObject({ code });
  });
});
