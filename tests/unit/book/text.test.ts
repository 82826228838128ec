import { describe, expect, test } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import {
  bookCharacters,
  charactersOf,
  gapBetween,
  listeningMinutes,
  readingMinutes,
  textOf,
} from '../../../src/book/text.ts';

function sentence(text: string, ruby: Sentence['ruby'] = []): Sentence {
  return { id: `s-${text.length}`, text, ruby, marks: [], words: [] };
}

function bookOf(...sentences: Sentence[]): Book {
  return {
    version: BOOK_VERSION,
    id: 'book',
    metadata: { title: '', language: 'ja', creators: [] },
    title: [],
    sections: [{ id: 'sec', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
  };
}

describe('what stands between two stretches of text', () => {
  test.each([
    ['これは', '本です', ''],
    ['one', 'two', ' '],
    ['これは', 'English', ''],
    ['English', 'です', ''],
    ['おわり。', 'Next', ''],
    ['한국어', '문장', ' '],
    ['𠮷', 'a', ''],
    ['', 'a', ''],
    ['a', '', ''],
    ['a ', 'b', ''],
    ['a\n', 'b', ''],
  ])('%j and %j: %j', (before, after, gap) => {
    expect(gapBetween(before, after)).toBe(gap);
  });
});

test('a paragraph’s text is its sentences one after the other', () => {
  expect(textOf([sentence('One. '), sentence('Two.')])).toBe('One. Two.');
});

test.each([
  ['', 0],
  ['あ い\nう　え', 4],
  ['𠮷野', 2],
])('%j has %i characters', (text, count) => {
  expect(charactersOf(text)).toBe(count);
  expect(bookCharacters(bookOf(sentence(text)))).toBe(count);
});

test.each([
  [0, 1],
  [400, 1],
  [1000, 3],
  [4000, 10],
])('%i characters are read in %i minutes', (characters, minutes) => {
  expect(readingMinutes(characters)).toBe(minutes);
});

describe('listening', () => {
  test('takes a minute for 300 morae, small kana and signs not counted', () => {
    expect(listeningMinutes(bookOf(sentence('きょ、'.repeat(1500))))).toBe(5);
  });

  test('counts ruby by its reading', () => {
    const ruby = [
      { start: 0, end: 1, reading: 'こころざし'.repeat(300), origin: 'author', confidence: 1 },
    ] as const;
    expect(listeningMinutes(bookOf(sentence('志', ruby)))).toBe(5);
  });

  test('counts two morae for a kanji without a reading', () => {
    expect(listeningMinutes(bookOf(sentence('山'.repeat(1500))))).toBe(10);
  });

  test('leaves out the boxes of drawings', () => {
    const book = bookOf(sentence('あ'));
    const drawn = { label: [sentence('い'.repeat(3000))], children: [] };
    const sections = [
      {
        id: 'a',
        heading: [],
        sections: [],
        blocks: [{ type: 'diagram', caption: [], nodes: [drawn] } as const],
      },
    ];
    expect(listeningMinutes({ ...book, sections })).toBe(1);
  });
});
