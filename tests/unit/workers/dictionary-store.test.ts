import { describe, expect, it } from 'vitest';
import {
  DICTIONARY_ADDRESS,
  MANIFEST_ADDRESS,
  parseManifest,
} from '../../../src/workers/dictionary-manifest.ts';
import { createDictionaryStore, DictionaryError } from '../../../src/workers/dictionary-store.ts';
import { createFakeDictionary } from './fake-dictionary.ts';

const ALL = ['base.dat.gz', 'cc.dat.gz', 'unk.dat.gz'];
const address = (name: string) => DICTIONARY_ADDRESS + name;

function setUp() {
  const { fake, ports } = createFakeDictionary();
  const store = createDictionaryStore(ports);
  const received: [string, string][] = [];
  const receive = (name: string, bytes: ArrayBuffer) => {
    received.push([name, new TextDecoder().decode(bytes)]);
  };
  return { fake, store, received, receive };
}

describe('createDictionaryStore', () => {
  it('fetches every file once and gives them again without the network', async () => {
    const { fake, store, received, receive } = setUp();
    expect(await store.state()).toBe('absent');
    await store.each(receive);
    expect(fake.asked).toEqual(['manifest.json', ...ALL]);
    expect(await store.state()).toBe('ready');
    await store.each(receive);
    expect(fake.asked).toHaveLength(4);
    const once = ALL.map((name) => [name, `file ${name.slice(0, -'.dat.gz'.length)}`]);
    expect(received).toEqual([...once, ...once]);
  });

  it('tells how much is there, only while something is fetched', async () => {
    const { store, receive } = setUp();
    const told: (readonly [number, number])[] = [];
    const onProgress = ({ loaded, total }: { loaded: number; total: number }) => told.push([loaded, total]);
    await store.each(receive, { onProgress });
    expect(told).toEqual([
      [9, 24],
      [16, 24],
      [24, 24],
    ]);
    await store.each(receive, { onProgress });
    expect(told).toHaveLength(3);
  });

  it('goes on with the file where it stopped', async () => {
    const { fake, store, receive } = setUp();
    fake.onFetch = (asked) => {
      if (asked === address('cc.dat.gz')) throw new TypeError('Failed to fetch');
    };
    await expect(store.each(receive)).rejects.toBeInstanceOf(DictionaryError);
    expect(await store.state()).toBe('partial');
    fake.onFetch = () => undefined;
    fake.asked.length = 0;
    await store.each(receive);
    expect(fake.asked).toEqual(['cc.dat.gz', 'unk.dat.gz']);
  });

  it.each([
    ['of another length', 'short'],
    ['of the right length but other content', 'FILE cc'],
  ])('never keeps a file %s, and asks for it once more past the browser’s cache', async (_, content) => {
    const { fake, store, receive } = setUp();
    const good = fake.served.get(address('cc.dat.gz'));
    fake.served.set(address('cc.dat.gz'), new TextEncoder().encode(content));
    await expect(store.each(receive)).rejects.toBeInstanceOf(DictionaryError);
    expect(fake.asked).toEqual(['manifest.json', 'base.dat.gz', 'cc.dat.gz', 'cc.dat.gz again']);
    expect(fake.cached.has(address('cc.dat.gz'))).toBe(false);
    if (good) fake.served.set(address('cc.dat.gz'), good);
    await store.each(receive);
    expect(await store.state()).toBe('ready');
  });

  it('checks the length alone where the browser has no digest', async () => {
    const { fake, store, receive } = setUp();
    fake.subtle = false;
    await store.each(receive);
    expect(await store.state()).toBe('ready');
  });

  it('fetches a kept file anew whose length is wrong by now', async () => {
    const { fake, store, receive } = setUp();
    await store.each(receive);
    fake.cached.set(address('unk.dat.gz'), new Uint8Array(2));
    await store.each(receive);
    expect(fake.asked.slice(4)).toEqual(['unk.dat.gz']);
  });

  it.each(['none', 'throws', 'full'] as const)(
    'serves this session where the cache is: %s',
    async (cache) => {
      const { fake, store, received, receive } = setUp();
      fake.cache = cache;
      await store.each(receive);
      expect(received).toHaveLength(3);
      expect(await store.state()).toBe('absent');
    },
  );

  it('uses, but doesn’t keep, what the server had the browser inflate', async () => {
    const { fake, store, received, receive } = setUp();
    fake.headers = { 'Content-Encoding': 'gzip' };
    fake.served.set(address('cc.dat.gz'), new TextEncoder().encode('a longer, inflated file'));
    await store.each(receive);
    expect(received[1]).toEqual(['cc.dat.gz', 'a longer, inflated file']);
    expect(fake.cached.has(address('cc.dat.gz'))).toBe(false);
  });

  it.each([
    ['a page', '<!doctype html>'],
    ['JSON that is no manifest', '{"files": []}'],
  ])('takes no manifest from a server that answers with %s', async (_, content) => {
    const { fake, store, receive } = setUp();
    fake.served.set(MANIFEST_ADDRESS, new TextEncoder().encode(content));
    await expect(store.each(receive)).rejects.toBeInstanceOf(DictionaryError);
    expect(fake.cached.size).toBe(0);
  });

  it('is unavailable where a file is missing on the server', async () => {
    const { fake, store, receive } = setUp();
    fake.served.delete(address('unk.dat.gz'));
    await expect(store.each(receive)).rejects.toThrow('404');
  });

  it('stops when it is told to, with the reason', async () => {
    const { fake, store, receive } = setUp();
    const controller = new AbortController();
    fake.onFetch = (asked) => {
      if (asked === address('cc.dat.gz')) controller.abort(new Error('enough'));
    };
    await expect(store.each(receive, { signal: controller.signal })).rejects.toThrow('enough');
    expect(await store.state()).toBe('partial');
  });

  it('clears all of it', async () => {
    const { fake, store, receive } = setUp();
    await store.each(receive);
    await store.clear();
    expect(fake.cached.size).toBe(0);
  });
});

describe('parseManifest', () => {
  const file = { name: 'cc.dat.gz', bytes: 5, sha256: 'a'.repeat(64) };
  it.each([
    [{ files: [file] }, true],
    [{ files: [{ ...file, name: '../cc.dat.gz' }] }, false],
    [{ files: [{ ...file, bytes: 0 }] }, false],
    [{ files: [{ ...file, bytes: '5' }] }, false],
    [{ files: [{ ...file, sha256: 'A'.repeat(64) }] }, false],
    [{ files: [null] }, false],
    [{ files: [] }, false],
    [[], false],
    [null, false],
    [undefined, false],
  ])('of %j is a manifest: %s', (value, expected) => {
    expect(parseManifest(value) !== null).toBe(expected);
  });
});
