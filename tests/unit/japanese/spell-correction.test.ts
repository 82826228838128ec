import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../../src/book/book.ts';
import { foldReading, readingChoices } from '../../../src/japanese/spell-correction.ts';

describe('foldReading', () => {
  it.each<[string, string | null]>([
    ['きょうどう', 'きょうどう'],
    ['キョウドウ', 'きょうどう'],
    ['ｷｮｳﾄﾞｳ', 'きょうどう'],
    [' きょう　どう ', 'きょうどう'],
    ['ヴぁいおりん', 'ゔぁいおりん'],
    ['すーぱー', 'すーぱー'],
    ['kyoudou', null],
    ['協働', null],
    ['きょう働', null],
    ['', null],
    ['　', null],
    ['ー', null],
    ['きょう。', null],
    ['あ'.repeat(201), null],
  ])('%j is %j', (typed, expected) => {
    expect(foldReading(typed)).toBe(expected);
  });
});

describe('readingChoices', () => {
  const ruby = (start: number, end: number, reading: string, ...alternatives: string[]) => ({
    start,
    end,
    reading,
    origin: 'analyzer' as const,
    confidence: 0.9,
    ...(alternatives.length > 0 && { alternatives }),
  });
  const sentence = (text: string, ...rubies: Sentence['ruby']): Sentence => ({
    id: 's',
    text,
    ruby: rubies,
    marks: [],
    words: [],
  });

  it.each<[Sentence, string, string[]]>([
    [sentence('市場', ruby(0, 2, 'しじょう', 'いちば')), 'しじょう', ['しじょう', 'いちば']],
    [sentence('行った', ruby(0, 1, 'おこな', 'い')), 'おこなった', ['おこなった', 'いった']],
    [
      sentence('大人気', ruby(0, 1, 'だい', 'おお'), ruby(1, 3, 'にんき', 'ひとけ')),
      'だいにんき',
      ['だいにんき', 'だいひとけ', 'おおにんき', 'おおひとけ'],
    ],
    [
      sentence('14年度', ruby(2, 4, 'ねんど', 'としど')),
      'じゅうよねんど',
      ['じゅうよねんど', 'じゅうよとしど'],
    ],
    [sentence('協働', ruby(0, 2, 'きょうどう')), 'きょうどう', ['きょうどう']],
    // An author's ruby that is no kana has no reading to offer.
    [sentence('本', ruby(0, 1, 'book')), 'book', []],
  ])('offers what the engine knows for %j', ({ text, ...rest }, reading, expected) => {
    expect(readingChoices({ text, ...rest }, { start: 0, end: text.length }, reading)).toEqual(expected);
  });

  it('offers a few of many', () => {
    const many = ruby(0, 1, 'あ', 'い', 'う', 'え');
    const three = sentence('上上上', many, { ...many, start: 1, end: 2 }, { ...many, start: 2, end: 3 });
    expect(readingChoices(three, { start: 0, end: 3 }, 'あああ')).toHaveLength(6);
  });
});
