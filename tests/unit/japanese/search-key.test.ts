import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../../src/book/book.ts';
import { findInSentence, searchKeys } from '../../../src/japanese/search-key.ts';

const text = '市民との協働をＤＡＩＳＹとｶﾞｲﾄﾞで';
const sentence: Sentence = {
  id: 's',
  text,
  ruby: [
    { start: 0, end: 2, reading: 'しみん', origin: 'analyzer', confidence: 1 },
    { start: 4, end: 6, reading: 'きょうどう', origin: 'lexicon', confidence: 1 },
  ],
  marks: [],
  words: [],
};

describe('searching in a sentence', () => {
  it.each<[string, string[]]>([
    ['協働', ['協働']],
    ['きょうどう', ['協働']],
    ['キョウドウ', ['協働']],
    ['ｷｮｳﾄﾞｳ', ['協働']],
    ['との協働', ['との協働']],
    ['とのきょう', ['との協働']],
    ['daisy', ['ＤＡＩＳＹ']],
    ['ガイド', ['ｶﾞｲﾄﾞ']],
    ['がいど', ['ｶﾞｲﾄﾞ']],
    ['と', ['と', 'と']],
    ['しみん　との', ['市民との']],
    ['ない', []],
    ['', []],
    [' ', []],
  ])('%j finds %j', (query, expected) => {
    const found = findInSentence(searchKeys(sentence), query);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
