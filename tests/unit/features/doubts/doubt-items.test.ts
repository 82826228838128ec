import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Ruby, type Sentence } from '../../../../src/book/book.ts';
import {
  doubtItems,
  occurrencesOf,
  rangeOf,
  readingOf,
} from '../../../../src/features/doubts/doubt-items.ts';

const ruby = (start: number, end: number, reading: string, confidence = 0.9): Ruby => ({
  start,
  end,
  reading,
  origin: 'analyzer',
  confidence,
  alternatives: ['ほう'],
});
const sentence = (id: string, text: string, rubies: readonly Ruby[]): Sentence => ({
  id,
  text,
  ruby: rubies,
  marks: [],
  words: rubies.map(({ start, end, reading }) => ({ start, end, reading })),
});
const book = (...sentences: readonly Sentence[]): Book => ({
  version: BOOK_VERSION,
  id: 'b',
  metadata: { title: '', language: 'ja', creators: [] },
  title: [],
  sections: [{ id: 's', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
});

const first = sentence('s-1', 'あの方が来る。', [ruby(2, 3, 'かた', 0.4), ruby(4, 5, 'く')]);
const second = sentence('s-2', 'この方は、方言の人。', [
  ruby(2, 3, 'かた', 0.4),
  ruby(5, 7, 'ほうげん'),
  ruby(8, 9, 'ひと'),
]);
const third = sentence('s-3', '北の方へ', [ruby(0, 1, 'きた'), ruby(2, 3, 'ほう')]);
const whole = book(first, second, third);
const [item] = doubtItems(whole, true);

describe('what is to be settled', () => {
  it('is each word once, or each place', () => {
    expect(doubtItems(whole, true).map(({ id, places }) => [id, places])).toEqual([['s-1.2', 2]]);
    expect(doubtItems(whole, false).map(({ id, places }) => [id, places])).toEqual([
      ['s-1.2', 1],
      ['s-2.2', 1],
    ]);
  });

  it.each([
    ['方', { start: 2, end: 3 }],
    ['あの方', { start: 0, end: 3 }],
    ['方が来る', { start: 2, end: 6 }],
    ['来る', null],
    ['この方', null],
    ['あの方が来る。それから', null],
  ])('may be widened to its neighbours: %s', (surface, range) => {
    expect(item && rangeOf(first, surface, item.doubt)).toEqual(range);
  });

  it.each([
    [{ start: 2, end: 3 }, 'ほう', 'ほう'],
    [{ start: 0, end: 3 }, 'かた', 'あのかた'],
    [{ start: 2, end: 6 }, 'ほう', 'ほうがくる'],
  ])('has the reading of all of it: %j', (range, reading, expected) => {
    expect(item && readingOf(first, range, item.doubt, reading)).toBe(expected);
  });

  it.each([
    ['方', 'かた', 3, ['ほう']],
    ['この方', 'このかた', 1, []],
    ['方言', 'ほうげん', 1, []],
    ['', '', 0, []],
    ['山', 'やま', 0, []],
  ])('%s occurs elsewhere, in longer words not counted', (surface, reading, count, otherReadings) => {
    expect(occurrencesOf(whole, surface, reading)).toEqual({ count, otherReadings });
  });

  it('isn’t read otherwise where nobody knows its reading', () => {
    const unread = { ...first, ruby: [], words: [] };
    const book = { ...whole, title: [unread], sections: [] };
    expect(occurrencesOf(book, '方', '')).toEqual({ count: 1, otherReadings: [] });
  });
});
