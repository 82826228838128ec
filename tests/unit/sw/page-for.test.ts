import { expect, test } from 'vitest';
import { pageFor } from '../../../src/sw/page-for.ts';

const pages = new Set([
  'index.html',
  '404.html',
  'about/index.html',
  'open/index.html',
  'read/index.html',
  'read/plan-5/index.html',
  'read/plan-5-easy/index.html',
]);

test.each([
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/about', 'about/index.html'],
  ['/about/', 'about/index.html'],
  ['/open', 'open/index.html'],
  ['/read/plan-5', 'read/plan-5/index.html'],
  ['/read/plan-5/', 'read/plan-5/index.html'],
  ['/read/plan-5/index.html', 'read/plan-5/index.html'],
  ['/read/plan%2D5', 'read/plan-5/index.html'],
  ['/read/plan-5-easy', 'read/plan-5-easy/index.html'],
])('the address %s is answered with its own page', (pathname, page) => {
  expect(pageFor(pathname, pages)).toBe(page);
});

test.each([
  ['/read/own-3f2a', 'read/index.html'],
  ['/read/own-3f2a/', 'read/index.html'],
  ['/read/%E6%9C%AC', 'read/index.html'],
  ['/read', 'read/index.html'],
  ['/read/', 'read/index.html'],
])(
  "the address %s, perhaps of a reader's own book, is answered with the app without a book",
  (pathname, page) => {
    expect(pageFor(pathname, pages)).toBe(page);
  },
);

test.each([
  '/nowhere',
  '/read/plan-5/notes',
  '/Read/plan-5',
  '/404.html',
  '/404',
  '/nowhere.html',
  '/read/%E0%A4%A',
  '/read/%2e%2e',
  '/read/plan-5%2Findex.html',
  '/read/..%5Cabout',
])('the address %s is answered with the page that says it was not found', (pathname) => {
  expect(pageFor(pathname, pages)).toBe('404.html');
});

test.each([
  '/books/plan-5.0a1b2c3d4e.json',
  '/manifest.webmanifest',
  '/read/book.epub',
  '/audio/plan-5/1.mp3',
])('the file %s is no page', (pathname) => {
  expect(pageFor(pathname, pages)).toBeNull();
});
