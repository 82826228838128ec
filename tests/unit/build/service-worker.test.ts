import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundle, planPrecache } from '../../../src/build/service-worker.ts';

const site = {
  'index.html': '<p>shelf</p>',
  '404.html': '<p>lost</p>',
  'about/index.html': '<p>about</p>',
  'open/index.html': '<p>open</p>',
  'read/index.html': '<p>read</p>',
  'read/plan-5/index.html': '<p>plan 5</p>',
  'assets/index-B1c2D3e4.js': 'go()',
  'assets/index-B1c2D3e4.js.br': 'compressed',
  'assets/ko-F5g6H7i8.js': 'ko()',
  'books/plan-5.0a1b2c3d4e.json': '{}',
  'fonts/subset-gothic-0a1b2c3d.woff2': 'font',
  'fonts/slices/gothic-1-4e5f6a7b.woff2': 'slice',
  'fonts/slices.css': '@font-face{}',
  'dictionary/naist-jdic-1.11-1/0.bin': 'dictionary',
  'dictionary/naist-jdic-1.11-1/manifest.json': '{}',
  'audio/plan-5/1.mp3': 'audio',
  'downloads/index.json': '{}',
  'downloads/plan-5.epub': 'epub',
  'downloads/plan-5-daisy3.zip': 'zip',
  'icons/icon-192.png': 'icon',
  'manifest.webmanifest': '{}',
  'licences.json': '[]',
  '.vite/manifest.json': '{}',
};

let dist: string;
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  writeFileSync(join(dist, name), content);
};

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'precache-'));
  for (const [name, content] of Object.entries(site)) write(name, content);
});
afterEach(() => rmSync(dist, { recursive: true }));

test('the app, the books and the fonts of their text are kept; dictionary, slices, recordings and books to take along are not', async () => {
  const { entries, bytes } = await planPrecache(dist);
  const kept = Object.entries(site).filter(
    ([name]) => !/^(dictionary|audio|fonts\/slices|\.vite)\/|\.(br|epub|zip)$/.test(name),
  );
  expect(entries.map(({ url }) => url)).toEqual(kept.map(([name]) => `/${name}`).sort());
  expect(bytes).toBe(kept.reduce((sum, [, content]) => sum + content.length, 0));
});

test.each([
  ['/assets/index-B1c2D3e4.js', 'its name'],
  ['/books/plan-5.0a1b2c3d4e.json', 'its name'],
  ['/fonts/subset-gothic-0a1b2c3d.woff2', 'its name'],
  ['/index.html', 'its content'],
  ['/read/plan-5/index.html', 'its content'],
  ['/fonts/slices.css', 'its content'],
  ['/icons/icon-192.png', 'its content'],
  ['/manifest.webmanifest', 'its content'],
])('a new version of %s is told by %s', async (url, by) => {
  const { entries } = await planPrecache(dist);
  const entry = entries.find((candidate) => candidate.url === url);
  const content = site[url.slice(1) as keyof typeof site];
  expect(entry).toEqual(
    by === 'its name'
      ? { url, revision: null }
      : {
          url,
          revision: createHash('md5').update(content).digest('hex'),
          integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
        },
  );
});

test('the same site gives the same list, whatever the order its files were written in', async () => {
  const first = await planPrecache(dist);
  rmSync(dist, { recursive: true });
  for (const [name, content] of Object.entries(site).reverse()) write(name, content);
  expect(await planPrecache(dist)).toEqual(first);
});

test('a file over 2 MiB fails the build instead of being left out', async () => {
  write('assets/huge-N3o4P5q6.js', new Uint8Array(2 * 1024 * 1024 + 1));
  await expect(planPrecache(dist)).rejects.toThrow('assets/huge-N3o4P5q6.js');
});

test.each(['manifest.webmanifest', 'books/plan-5.0a1b2c3d4e.json', 'fonts/subset-gothic-0a1b2c3d.woff2'])(
  'a site without %s fails the build',
  async (name) => {
    rmSync(join(dist, name));
    await expect(planPrecache(dist)).rejects.toThrow('not complete');
  },
);

test('the service worker becomes one classic script with the list in it', async () => {
  const code = await bundle(process.cwd(), [{ url: '/marked.html', revision: 'abc123' }]);
  expect(code).toContain('/marked.html');
  expect(code).not.toMatch(/__PRECACHE_ENTRIES__|process\.env|^(import|export) /m);
  expect(() => new Function(code)).not.toThrow();
});
