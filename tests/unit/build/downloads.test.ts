import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BuiltBook } from '../../../src/build/content.ts';
import { writeDownloads } from '../../../src/build/downloads.ts';
import { siteNarrations } from '../../../src/build/recordings.ts';
import type { Narration } from '../../../src/formats/talking-book.ts';
import { type DownloadsIndex, parseBookDownloads } from '../../../src/library/downloads-index.ts';
import { builtBook, emptyRoot, record } from './recorded.ts';

let root = '';
let books: readonly BuiltBook[];
let narrations: ReadonlyMap<string, Narration>;

beforeAll(async () => {
  root = emptyRoot();
  books = [await builtBook('plan-7'), await builtBook('how-to-get')];
  await record(root, books.slice(0, 1));
  narrations = (await siteNarrations(root, books)) ?? new Map();
  await writeDownloads(join(root, 'one'), books, narrations);
});
afterAll(() => rmSync(root, { recursive: true }));

const index = (dist: string): unknown =>
  JSON.parse(readFileSync(join(root, dist, 'downloads', 'index.json'), 'utf8'));
const unpacked = (name: string) => unzipSync(readFileSync(join(root, 'one', 'downloads', name)));

it('A recorded book comes in four forms, one of text alone in three', () => {
  const recorded = parseBookDownloads(index('one'), 'plan-7');
  expect(recorded?.files.map(({ format, address }) => [format, address])).toEqual([
    ['epub', '/downloads/plan-7.epub'],
    ['daisy202', '/downloads/plan-7-daisy202.zip'],
    ['daisy3', '/downloads/plan-7-daisy3.zip'],
    ['audio', '/downloads/plan-7-audio.zip'],
  ]);
  expect(recorded?.seconds).toBeGreaterThan(0);
  expect(recorded?.recorded?.address).toMatch(/^\/audio\/plan-7\//u);
  const silent = parseBookDownloads(index('one'), 'how-to-get');
  expect(silent?.files.map(({ format }) => format)).toEqual(['epub', 'daisy202', 'daisy3']);
  expect([silent?.seconds, silent?.recorded]).toEqual([null, null]);
});

it('The list has each file’s true size and hash', () => {
  for (const { files, recorded } of Object.values((index('one') as DownloadsIndex).books)) {
    for (const { address, bytes, sha256 } of recorded === null ? files : [...files, recorded]) {
      const content = readFileSync(join(root, 'one', address));
      expect([content.byteLength, createHash('sha256').update(content).digest('hex')]).toEqual([
        bytes,
        sha256,
      ]);
    }
  }
});

it('The same content gives the same bytes', async () => {
  await writeDownloads(join(root, 'two'), books, narrations);
  expect(index('two')).toEqual(index('one'));
});

it('Every form holds the sound and the credit of the voice; an EPUB is dated by its source', () => {
  const epub = unpacked('plan-7.epub');
  expect(Object.keys(epub)).toContain('EPUB/audio001.mp3');
  expect(strFromU8(epub['EPUB/package.opf'] ?? new Uint8Array())).toContain('2026-11-23');
  for (const name of ['plan-7.epub', 'plan-7-daisy202.zip', 'plan-7-daisy3.zip', 'plan-7-audio.zip']) {
    const files = Object.entries(unpacked(name));
    expect(files.some(([path]) => path.endsWith('.mp3'))).toBe(true);
    expect(files.some(([, bytes]) => strFromU8(bytes).includes('HTS Voice'))).toBe(true);
  }
});

it('A DAISY book unpacks into a folder of its own', () => {
  for (const path of Object.keys(unpacked('plan-7-daisy202.zip'))) {
    expect(path.startsWith('plan-7-daisy202/')).toBe(true);
  }
});
