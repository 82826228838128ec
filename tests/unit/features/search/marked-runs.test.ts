import { expect, it } from 'vitest';
import type { Sentence, TextRange } from '../../../../src/book/book.ts';
import { markedRuns } from '../../../../src/features/search/marked-runs.ts';

const SENTENCE: Sentence = {
  id: 's',
  text: 'この協働は、続く。',
  ruby: [
    { start: 2, end: 4, reading: 'きょうどう', origin: 'author', confidence: 1 },
    { start: 6, end: 7, reading: 'つづ', origin: 'author', confidence: 1 },
  ],
  marks: [],
  words: [],
};

/** Marks in square brackets, ruby in its notation. */
function shown(ranges: readonly TextRange[]): string {
  return markedRuns(SENTENCE, ranges)
    .map(({ marked, text }) => (marked ? `[${text}]` : text))
    .join('');
}

it.each<[what: string, ranges: readonly TextRange[], outcome: string]>([
  ['no mark', [], 'この{協働|きょうどう}は、{続|つづ}く。'],
  ['a mark around a ruby', [{ start: 2, end: 4 }], 'この[{協働|きょうどう}]は、{続|つづ}く。'],
  ['a mark that would cut a ruby', [{ start: 3, end: 5 }], 'この[{協働|きょうどう}は]、{続|つづ}く。'],
  ['a mark within plain text', [{ start: 1, end: 2 }], 'こ[の]{協働|きょうどう}は、{続|つづ}く。'],
  ['a mark over two rubies', [{ start: 0, end: 8 }], '[この{協働|きょうどう}は、{続|つづ}く]。'],
  [
    'marks that meet in one ruby, once',
    [
      { start: 2, end: 3 },
      { start: 3, end: 5 },
    ],
    'この[{協働|きょうどう}][は]、{続|つづ}く。',
  ],
  [
    'two marks',
    [
      { start: 0, end: 1 },
      { start: 8, end: 9 },
    ],
    '[こ]の{協働|きょうどう}は、{続|つづ}く[。]',
  ],
])('shows %s', (_, ranges, outcome) => {
  expect(shown(ranges)).toBe(outcome);
});
