import { expect, test } from 'vitest';
import { spokenRange } from '../../../src/narration/spoken-range.ts';
import { utterance } from './samples.ts';

// 「協働の推進」 spoken as 「きょうどうの推進」: the reading stands for its base as a whole.
const map = (offset: number): number => (offset < 5 ? 0 : offset - 3);
const spoken = utterance('a', 'きょうどうの推進', { map });

test.each([
  ['a reading is its base', 0, 5, { start: 0, end: 2 }],
  ['a part of a reading is the whole base', 0, 2, { start: 0, end: 2 }],
  ['after the reading', 6, 2, { start: 3, end: 5 }],
  ['longer than the text', 6, 99, { start: 3, end: 5 }],
  ['no length: the word in the language', 6, 0, { start: 3, end: 5 }],
  ['no length within a reading: the whole base', 0, 0, { start: 0, end: 2 }],
  ['past the end', 8, 1, null],
  ['before the beginning', -1, 1, null],
  ['not a number', Number.NaN, 1, null],
])('%s', (_name, offset, length, expected) => {
  expect(spokenRange(spoken, offset, length)).toEqual(expected);
});

test('words that stand for nothing in the sentence mark the sentence alone', () => {
  expect(spokenRange(utterance('a', '図の説明', { map: () => 0 }), 0, 1)).toBeNull();
});
