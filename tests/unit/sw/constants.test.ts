import { expect, test } from 'vitest';
import { DICTIONARY_FOLDER } from '../../../src/build/dictionary.ts';
import { DOWNLOADS_INDEX } from '../../../src/library/downloads-index.ts';
import {
  CACHE_PREFIX,
  CACHES,
  DICTIONARY_CACHE,
  DICTIONARY_PATH,
  DOWNLOADS_LIST,
  isPrecacheProgress,
} from '../../../src/sw/constants.ts';
import { DICTIONARY_CACHE as STORED_DICTIONARY_CACHE } from '../../../src/workers/dictionary-manifest.ts';

test('the dictionary is kept and found in one cache, with the version that the site serves', () => {
  expect(`/${DICTIONARY_FOLDER}`.startsWith(DICTIONARY_PATH)).toBe(true);
  expect(DICTIONARY_CACHE).toBe(STORED_DICTIONARY_CACHE);
  expect(DICTIONARY_CACHE).toBe(`${CACHE_PREFIX}dictionary-${DICTIONARY_FOLDER.split('/').at(-1)}`);
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

test('the list of downloads is the one that the site serves', () => {
  expect(DOWNLOADS_LIST).toBe(DOWNLOADS_INDEX);
});
