import { describe, expect, test } from 'vitest';
import { BOOK_VERSION, type Book } from '../../../src/book/book.ts';
import { createIds } from '../../../src/book/ids.ts';
import { createLocator, QUOTE_LENGTH, resolveLocator } from '../../../src/book/locator.ts';

function bookOf(...texts: string[]): Book {
  const idOf = createIds('s-');
  const sentences = texts.map((text) => ({ id: idOf(text), text, ruby: [], marks: [], words: [] }));
  return {
    version: BOOK_VERSION,
    id: 'plan',
    metadata: { title: '', language: 'ja', creators: [] },
    title: [],
    sections: [{ id: 'sec', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
  };
}

function idOf(book: Book, index: number): string {
  const block = book.sections[0]?.blocks[0];
  const sentence = block?.type === 'paragraph' ? block.sentences[index] : undefined;
  if (!sentence) throw new Error('no such sentence');
  return sentence.id;
}

const OLD = bookOf('はじめに読む文です。', 'みんなで支え合うまちをつくります。', 'おわりの文です。');

describe('a locator', () => {
  test('quotes its sentence', () => {
    const id = idOf(OLD, 1);
    const quote = 'みんなで支え合うまちをつくります。';
    expect(createLocator(OLD, id, 4)).toEqual({ book: 'plan', sentence: id, offset: 4, quote });
  });

  test('quotes no more than it needs', () => {
    const long = bookOf('あ'.repeat(500));
    expect(createLocator(long, idOf(long, 0))?.quote).toHaveLength(QUOTE_LENGTH);
  });

  test('is null for a sentence that the book lacks', () => {
    expect(createLocator(OLD, 's-none')).toBeNull();
  });

  test.each([
    [-3, 0],
    [2.7, 2],
    [999, 17],
    [Number.NaN, 0],
  ])('draws the offset %d in to %d', (offset, drawn) => {
    expect(createLocator(OLD, idOf(OLD, 1), offset)?.offset).toBe(drawn);
  });
});

describe('a place is found again', () => {
  const locator = createLocator(OLD, idOf(OLD, 1), 4);
  if (!locator) throw new Error('no locator');

  test('exactly, wherever the sentence has moved', () => {
    const moved = bookOf('あたらしい文です。', 'おわりの文です。', 'みんなで支え合うまちをつくります。');
    expect(resolveLocator(moved, locator)).toEqual({ sentence: idOf(moved, 2), offset: 4, exact: true });
  });

  test('at the sentence most like it, where it was changed', () => {
    const changed = bookOf('みんなで歌います。', 'みんなで支え合うまちを、ともにつくります。', 'おわり。');
    expect(resolveLocator(changed, locator)).toEqual({ sentence: idOf(changed, 1), offset: 4, exact: false });
  });

  test('with its offset drawn in, where the sentence became shorter', () => {
    const shorter = bookOf('みんなで支え合うまち。');
    expect(resolveLocator(shorter, { ...locator, offset: 16 })?.offset).toBe(11);
  });

  test('nowhere, where nothing is like it', () => {
    expect(resolveLocator(bookOf('まったくちがう話です。'), locator)).toBeNull();
    expect(resolveLocator(bookOf(), locator)).toBeNull();
  });
});
