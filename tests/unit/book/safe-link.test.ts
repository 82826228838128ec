import { describe, expect, test } from 'vitest';
import { isBookPath, isExternal, safeHref } from '../../../src/book/safe-link.ts';

describe('a link may lead to', () => {
  test.each([
    'https://example.jp/a?b=c#d',
    'HTTP://example.jp',
    'https://例え.jp/日本',
    'mailto:a@example.jp',
    'tel:044-739-8710',
    '/read/plan-5#goals',
    '/',
    '#goals',
  ])('%s', (address) => {
    expect(safeHref(address)).toBe(address);
  });
});

describe('a link never leads to', () => {
  test.each([
    '',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.jp/x',
    '//example.jp',
    '/\\example.jp',
    '\\\\example.jp',
    'https:///example.jp',
    'https://',
    'http://[',
    'relative/path',
    'https://exa mple.jp',
  ])('%j', (address) => {
    expect(safeHref(address)).toBeNull();
  });
});

test.each([
  ['https://example.jp', true],
  ['/read', false],
  ['mailto:a@example.jp', false],
  ['#a', false],
])('%s leaves the site: %s', (href, external) => {
  expect(isExternal(href)).toBe(external);
});

test.each([
  ['images/map.png', true],
  ['map.png', true],
  ['a/..b/c.png', true],
  ['', false],
  ['/map.png', false],
  ['//example.jp/map.png', false],
  ['https://example.jp/map.png', false],
  ['data:image/png;base64,x', false],
  ['../map.png', false],
  ['a/../../map.png', false],
  ['a/%2e%2E/map.png', false],
  ['a/.%2e/map.png', false],
  ['map.png?x', false],
  ['a\\b.png', false],
])('%j is a path within the book: %s', (path, inside) => {
  expect(isBookPath(path)).toBe(inside);
});
