import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/book/book.ts';
import { phraseLengths, phraseStarts } from '../../../src/book/phrases.ts';

const sentence: Sentence = { id: 's', text: 'きょうは雨です。', ruby: [], marks: [], words: [] };

describe('phrases of a sentence', () => {
  test.each([
    ['not worked out', undefined, []],
    ['one phrase', [], []],
    ['two phrases', [4], [4]],
    ['three phrases', [2, 2], [2, 4]],
  ])('%s', (_, phrases, starts) => {
    expect(phraseStarts(phrases === undefined ? sentence : { ...sentence, phrases })).toEqual(starts);
  });

  test('lengths and places tell the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 })), (phrases) => {
        expect(phraseLengths(phraseStarts({ ...sentence, phrases }))).toEqual(phrases);
      }),
    );
  });
});
