import { describe, expect, it } from 'vitest';
import { bookIdOf, pagePath } from '../../../src/app/path.ts';

describe('an address', () => {
  it.each([
    ['/', '/', null],
    ['/index.html', '/', null],
    ['/open/', '/open', null],
    ['/about/index.html', '/about', null],
    ['/read/plan-5', '/read/plan-5', 'plan-5'],
    ['/read/plan-5/', '/read/plan-5', 'plan-5'],
    ['/read/plan-5/index.html', '/read/plan-5', 'plan-5'],
    ['/read/', '/read', null],
    ['/read/a/b', '/read/a/b', null],
  ])('%s is the page %s and shows the book %s', (address, path, book) => {
    expect(pagePath(address)).toBe(path);
    expect(bookIdOf(address)).toBe(book);
  });
});
