import { expect, test } from 'vitest';
import { DICTIONARY_FOLDER } from '../../../src/build/dictionary.ts';
import {
  CACHE_PREFIX,
  CACHES,
  DICTIONARY_CACHE,
  DICTIONARY_PATH,
  isPrecacheProgress,
} from '../../../src/sw/constants.ts';

test('the cache of the dictionary has the version of the dictionary that the site serves', () => {
  expect(`/${DICTIONARY_FOLDER}`.startsWith(DICTIONARY_PATH)).toBe(true);
  expect(DICTIONARY_CACHE).toBe(`tomoyomi-dictionary-${DICTIONARY_FOLDER.split('-').at(-1)}`);
});

test("every cache begins with the app's prefix, and no two are the same", () => {
  expect(CACHES.every((name) => name.startsWith(CACHE_PREFIX))).toBe(true);
  expect(new Set(CACHES).size).toBe(CACHES.length);
});

test.each([
  [{ type: 'PRECACHE_PROGRESS', done: 1, total: 60 }, true],
  [{ type: 'PRECACHE_PROGRESS', done: 60, total: 60 }, true],
  [{ type: 'PRECACHE_PROGRESS', done: 61, total: 60 }, false],
  [{ type: 'PRECACHE_PROGRESS', done: -1, total: 60 }, false],
  [{ type: 'PRECACHE_PROGRESS', done: '1', total: 60 }, false],
  [{ type: 'PRECACHE_PROGRESS' }, false],
  [{ type: 'OTHER', done: 1, total: 60 }, false],
  ['PRECACHE_PROGRESS', false],
  [null, false],
])('a message %j is progress: %s', (data, expected) => {
  expect(isPrecacheProgress(data)).toBe(expected);
});
