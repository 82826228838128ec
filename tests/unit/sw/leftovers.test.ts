import { expect, test } from 'vitest';
import { CACHES } from '../../../src/sw/constants.ts';
import { deleteLeftovers, deleteOldCaches } from '../../../src/sw/leftovers.ts';

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
