import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from '../../../src/build/precompress.ts';

const text = 'ともよみ '.repeat(200);

let dist: string;
const write = (name: string, content: string): string => {
  const path = join(dist, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
};

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'precompress-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

test.each([
  'index.html',
  'read/plan-5/index.html',
  'assets/index-B1c2D3e4.js',
  'assets/index-B1c2D3e4.css',
  'books/plan-5.0a1b2c3d4e.json',
  'icon.svg',
  'manifest.webmanifest',
])('%s gets a Brotli and a gzip sibling with the same content', async (name) => {
  const path = write(name, text);
  await precompress(dist);
  expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(text);
  expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(text);
});

test.each([
  'fonts/subset-gothic-0a1b2c3d.woff2',
  'icons/icon-192.png',
  'dictionary/naist-jdic-1.11-1/0.bin',
  'dictionary/naist-jdic-1.11-1/manifest.json',
  'dictionary/naist-jdic-1.11-1/NOTICE.txt',
  '.vite/manifest.json',
])('%s gets none', async (name) => {
  const path = write(name, text);
  expect((await precompress(dist)).files).toBe(0);
  expect([existsSync(`${path}.br`), existsSync(`${path}.gz`)]).toEqual([false, false]);
});

test('a file under 1 kB gets none, and one of 1 kB does', async () => {
  const small = write('small.js', 'a'.repeat(999));
  const large = write('large.js', 'a'.repeat(1000));
  expect(await precompress(dist)).toMatchObject({ files: 1, bytes: 1000 });
  expect([existsSync(`${small}.br`), existsSync(`${large}.br`)]).toEqual([false, true]);
});

test('running twice changes nothing', async () => {
  const path = write('index.html', text);
  const first = await precompress(dist);
  const bytes = [readFileSync(`${path}.br`), readFileSync(`${path}.gz`)];
  expect(await precompress(dist)).toEqual(first);
  expect([readFileSync(`${path}.br`), readFileSync(`${path}.gz`)]).toEqual(bytes);
});
