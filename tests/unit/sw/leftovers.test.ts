import { describe, expect, it, test } from 'vitest';
import { CACHES } from '../../../src/sw/constants.ts';
import { deleteLeftovers, deleteOldCaches, deleteOldRecordings } from '../../../src/sw/leftovers.ts';

test("an older dictionary's cache goes; today's caches and other apps' stay", async () => {
  const names = new Set([...CACHES, 'tomoyomi-dictionary-0.1.2', 'somebody-else', 'workbox-precache-v2']);
  await deleteOldCaches({ keys: async () => [...names], delete: async (name) => names.delete(name) });
  expect([...names]).toEqual([...CACHES, 'somebody-else', 'workbox-precache-v2']);
});

function cacheOf(...urls: string[]) {
  const kept = new Set(urls);
  return {
    kept,
    port: {
      keys: async () => [...kept].map((url) => ({ url })),
      delete: async (url: string) => kept.delete(url),
    },
  };
}

test("files of an earlier version go, this version's stay", async () => {
  const { kept, port } = cacheOf('https://a/old.js', 'https://a/new.js');
  await deleteLeftovers(port, new Set(['https://a/new.js']), () => true);
  expect([...kept]).toEqual(['https://a/new.js']);
});

test('as soon as a newer version comes, nothing more is deleted', async () => {
  const { kept, port } = cacheOf('https://a/1.js', 'https://a/2.js', 'https://a/3.js');
  let asked = 0;
  await deleteLeftovers(port, new Set(), () => {
    asked += 1;
    return asked <= 1;
  });
  expect([...kept]).toEqual(['https://a/2.js', 'https://a/3.js']);
});

describe('recordings on the device', () => {
  const LIST = '/audio/plan-2/new-clips.json';
  const index = {
    version: 1,
    books: { 'plan-2': { recorded: { address: LIST } }, guide: { recorded: null } },
  };
  const lists: Readonly<Record<string, unknown>> = {
    [`https://a${LIST}`]: {
      files: [{ address: '/audio/plan-2/one.mp3' }, { address: '/audio/plan-2/two.mp3' }],
    },
  };
  const whole = [LIST, '/audio/plan-2/one.mp3', '/audio/plan-2/two.mp3'];
  const earlier = [
    '/audio/plan-2/old-clips.json',
    '/audio/plan-2/zero.mp3',
    '/audio/plan-2/zero.mp3?edition=b&from=0&to=9',
  ];
  const rest = async (paths: readonly string[], list: unknown = index, isSafe = () => true) => {
    const { kept, port } = cacheOf(...paths.map((path) => `https://a${path}`));
    await deleteOldRecordings(port, list, async (url) => lists[url], isSafe);
    return [...kept].map((url) => url.slice('https://a'.length));
  };

  it('of earlier editions go where this one is all there', async () => {
    expect(await rest([...earlier, ...whole])).toEqual(whole);
  });

  it.each([
    ['has not been brought', []],
    ['is there but for one file', whole.slice(0, 2)],
    ['is there but for the list', whole.slice(1)],
  ])('of earlier editions stay while this one %s', async (_, some) => {
    expect(await rest([...earlier, ...some])).toEqual([...earlier, ...some]);
  });

  it('that are on their way stay', async () => {
    const coming = [LIST, '/audio/plan-2/one.mp3', '/audio/plan-2/two.mp3?edition=c&from=0&to=9'];
    expect(await rest(coming)).toEqual(coming);
  });

  it('of books that have none any more go, in parts as well', async () => {
    const gone = ['/audio/plan-9/a.mp3', '/audio/plan-9/b.mp3?edition=c&from=0&to=9', '/audio/guide/a.mp3'];
    expect(await rest([...gone, ...whole])).toEqual(whole);
  });

  it.each([
    ['there is no list of downloads', null],
    ['the list is of another version', { version: 2, books: {} }],
    ['the list is damaged', { version: 1, books: 7 }],
  ])('stay where %s', async (_, list) => {
    expect(await rest([...earlier, ...whole], list)).toEqual([...earlier, ...whole]);
  });

  it('stay as soon as a newer version comes', async () => {
    expect(await rest([...earlier, ...whole], index, () => false)).toEqual([...earlier, ...whole]);
  });
});
