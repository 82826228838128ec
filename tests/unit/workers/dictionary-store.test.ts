import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  DICTIONARY_ADDRESS,
  MANIFEST_ADDRESS,
  parseManifest,
} from '../../../src/workers/dictionary-manifest.ts';
import { createDictionaryStore, type FetchDictionaryOptions } from '../../../src/workers/dictionary-store.ts';
import { DictionaryError } from '../../../src/workers/fetch-piece.ts';
import { createFakeDictionary } from './fake-dictionary.ts';

const WHOLE = 'first second third';
const address = (name: string) => DICTIONARY_ADDRESS + name;
const encode = (text: string) => new TextEncoder().encode(text);

function setUp() {
  const { fake, ports } = createFakeDictionary();
  const store = createDictionaryStore(ports);
  const load = async (options?: FetchDictionaryOptions) =>
    new TextDecoder().decode(await store.load(options));
  return { fake, store, load };
}

describe('createDictionaryStore', () => {
  it('fetches every piece once, joins them in their order, and needs no network again', async () => {
    const { fake, store, load } = setUp();
    expect(await store.state()).toBe('absent');
    expect(await load()).toBe(WHOLE);
    expect(fake.asked).toEqual(['manifest.json', '0.bin', '1.bin', '2.bin']);
    expect(await store.state()).toBe('ready');
    expect(await load()).toBe(WHOLE);
    expect(fake.asked).toHaveLength(4);
  });

  it('joins the pieces in their order, whichever came first', async () => {
    const { fake, load } = setUp();
    let release = (): void => undefined;
    const held = new Promise<void>((fulfil) => {
      release = fulfil;
    });
    fake.onFetch = async (asked) => {
      if (asked === address('0.bin')) await held;
      if (asked === address('2.bin')) release();
    };
    expect(await load()).toBe(WHOLE);
  });

  it('tells how many bytes are there, never fewer than before, only while something is fetched', async () => {
    const { load } = setUp();
    const told: number[] = [];
    const totals = new Set<number>();
    const onProgress = ({ loaded, total }: { loaded: number; total: number }) => {
      told.push(loaded);
      totals.add(total);
    };
    await load({ onProgress });
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(18);
    expect([...totals]).toEqual([18]);
    const before = told.length;
    await load({ onProgress });
    expect(told).toHaveLength(before);
  });

  it('goes on with the pieces that are missing, and counts those that are there', async () => {
    const { fake, store, load } = setUp();
    fake.onFetch = async (asked) => {
      if (asked === address('1.bin')) throw new TypeError('Failed to fetch');
    };
    await expect(load()).rejects.toBeInstanceOf(DictionaryError);
    expect(await store.state()).toBe('partial');
    fake.onFetch = async () => undefined;
    fake.asked.length = 0;
    const told: number[] = [];
    expect(await load({ onProgress: ({ loaded }) => told.push(loaded) })).toBe(WHOLE);
    expect(fake.asked).toEqual(['1.bin', '2.bin']);
    expect(told[0]).toBeGreaterThan('first '.length);
  });

  it.each([
    ['of another length', 'short'],
    ['of the right length but other content', 'SECOND '],
  ])('never keeps a piece %s, and asks for it once more past the browser’s cache', async (_, content) => {
    const { fake, store, load } = setUp();
    const good = fake.served.get(address('1.bin'));
    fake.served.set(address('1.bin'), encode(content));
    await expect(load()).rejects.toBeInstanceOf(DictionaryError);
    expect(fake.asked.filter((name) => name.startsWith('1.bin'))).toEqual(['1.bin', '1.bin again']);
    expect(fake.cached.has(address('1.bin'))).toBe(false);
    if (good) fake.served.set(address('1.bin'), good);
    expect(await load()).toBe(WHOLE);
    expect(await store.state()).toBe('ready');
  });

  it('takes what only the browser’s cache had damaged', async () => {
    const { fake, load } = setUp();
    const good = fake.served.get(address('1.bin'));
    fake.served.set(address('1.bin'), encode('damaged'));
    fake.onFetch = async () => {
      if (good && fake.asked.at(-1) === '1.bin again') fake.served.set(address('1.bin'), good);
    };
    expect(await load()).toBe(WHOLE);
  });

  it('asks for the manifest anew after a piece that isn’t what it says: the site may have another edition', async () => {
    const { fake, load } = setUp();
    fake.served.delete(address('2.bin'));
    await expect(load()).rejects.toThrow('404');
    fake.asked.length = 0;
    await load().catch(() => undefined);
    expect(fake.asked[0]).toBe('manifest.json');
  });

  it('inflates a piece that a server has gzipped without saying so', async () => {
    const { fake, load } = setUp();
    fake.served.set(address('1.bin'), new Uint8Array(gzipSync(encode('second '))));
    expect(await load()).toBe(WHOLE);
    expect(new TextDecoder().decode(fake.cached.get(address('1.bin')))).toBe('second ');
  });

  it('refuses a piece that begins like a gzipped one and is none', async () => {
    const { fake, load } = setUp();
    fake.served.set(address('1.bin'), Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0));
    await expect(load()).rejects.toBeInstanceOf(DictionaryError);
  });

  it('checks the length alone where the browser has no digest', async () => {
    const { fake, store, load } = setUp();
    fake.subtle = false;
    await load();
    expect(await store.state()).toBe('ready');
  });

  it('fetches a kept piece anew whose length is wrong by now', async () => {
    const { fake, load } = setUp();
    await load();
    fake.cached.set(address('2.bin'), new Uint8Array(2));
    expect(await load()).toBe(WHOLE);
    expect(fake.asked.slice(4)).toEqual(['2.bin']);
  });

  it.each(['none', 'throws', 'full'] as const)(
    'serves this session where the cache is: %s',
    async (cache) => {
      const { fake, store, load } = setUp();
      fake.cache = cache;
      expect(await load()).toBe(WHOLE);
      expect(await store.state()).toBe('absent');
    },
  );

  it.each([
    ['a page', '<!doctype html>'],
    ['JSON that is no manifest', '{"bytes": 0, "pieces": []}'],
  ])('takes no manifest from a server that answers with %s', async (_, content) => {
    const { fake, load } = setUp();
    fake.served.set(MANIFEST_ADDRESS, encode(content));
    await expect(load()).rejects.toBeInstanceOf(DictionaryError);
    expect(fake.cached.size).toBe(0);
  });

  it('stops when it is told to, with the reason, and keeps what had come', async () => {
    const { fake, store, load } = setUp();
    const controller = new AbortController();
    fake.onFetch = async (asked) => {
      if (asked === address('2.bin')) controller.abort(new Error('enough'));
    };
    await expect(load({ signal: controller.signal })).rejects.toThrow('enough');
    expect(await store.state()).toBe('partial');
  });

  it('clears all of it', async () => {
    const { fake, store, load } = setUp();
    await load();
    await store.clear();
    expect(fake.cached.size).toBe(0);
  });
});

describe('parseManifest', () => {
  const piece = { name: '0.bin', bytes: 5, sha256: 'a'.repeat(64) };
  it.each([
    [{ bytes: 5, pieces: [piece] }, true],
    [{ bytes: 10, pieces: [piece, { ...piece, name: '1.bin' }] }, true],
    [{ bytes: 6, pieces: [piece] }, false],
    [{ pieces: [piece] }, false],
    [{ bytes: 5, pieces: [{ ...piece, name: '../0.bin' }] }, false],
    [{ bytes: 0, pieces: [{ ...piece, bytes: 0 }] }, false],
    [{ bytes: 5, pieces: [{ ...piece, bytes: '5' }] }, false],
    [{ bytes: 5, pieces: [{ ...piece, sha256: 'A'.repeat(64) }] }, false],
    [{ bytes: 5, pieces: [null] }, false],
    [{ bytes: 0, pieces: [] }, false],
    [[], false],
    [null, false],
    [undefined, false],
  ])('of %j is a manifest: %s', (value, expected) => {
    expect(parseManifest(value) !== null).toBe(expected);
  });
});
