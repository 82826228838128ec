import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/book/book.ts';
import type { SpeechText } from '../../../src/japanese/speech-text.ts';
import { speechText } from '../../../src/japanese/speech-text.ts';
import { CHUNK_LIMIT, chunksOf, isSpeakable } from '../../../src/narration/chunks.ts';
import { planUtterances, spokenSentence } from '../../../src/narration/utterances.ts';
import { book, paragraph, section, sentence } from './samples.ts';

/** Stands in for the real text for speech: as it is written. */
const plain = ({ text }: Sentence): SpeechText => ({ text, map: (offset) => offset });

const sample = book(
  [sentence('t', '本の題。')],
  [
    section(
      'one',
      [sentence('h1', 'はじめに')],
      [
        paragraph(sentence('p1', '一つめ。'), sentence('dash', '――'), sentence('p2', '二つめ。')),
        {
          type: 'list',
          ordered: false,
          items: [{ blocks: [paragraph(sentence('i1', 'ひとつ'), sentence('i2', 'まだひとつ'))] }],
        },
        {
          type: 'figure',
          src: 'a.png',
          alternative: [sentence('alt', '駅の写真。')],
          caption: [sentence('cap', '図1')],
        },
        {
          type: 'diagram',
          caption: [sentence('dcap', '三つの箱の図。')],
          nodes: [{ label: [sentence('box', '箱')], children: [] }],
        },
        {
          type: 'table',
          caption: [],
          rows: [[{ header: true, sentences: [sentence('c1', '年')] }]],
        },
      ],
      [section('two', [sentence('h2', 'つぎに')], [])],
    ),
  ],
);

describe('what is said of a book', () => {
  test('one sentence an utterance in reading order, with the pause and the section of each', () => {
    const found = planUtterances(sample, plain).map((one) => [
      one.sentence,
      one.pauseAfter,
      one.sectionIndex,
    ]);
    expect(found).toEqual([
      ['t', 0.8, undefined],
      ['h1', 0.8, 0],
      ['p1', 0.1, 0],
      ['p2', 0.5, 0],
      ['i1', 0.1, 0],
      ['i2', 0.3, 0],
      ['alt', 0.5, 0],
      ['cap', 0.5, 0],
      ['dcap', 0.5, 0],
      ['c1', 0.3, 0],
      ['h2', 0.8, 1],
    ]);
  });

  test('the language has a region, as Android wants it', () => {
    expect(new Set(planUtterances(sample, plain).map((one) => one.language))).toEqual(new Set(['ja-JP']));
  });

  test('years and the like are in words, and a decided reading takes the place of its base', () => {
    const word: Sentence = {
      ...sentence('a', '①協働の推進。'),
      ruby: [{ start: 1, end: 3, reading: 'きょうどう', origin: 'lexicon', confidence: 1 }],
    };
    const [only] = planUtterances(book([], [section('s', [], [paragraph(word)])]), speechText);
    expect(only?.text).toMatch(/きょうどうの推進。$/u);
    expect(only?.text).not.toMatch(/[①協]/u);
    expect(only?.map(only.text.indexOf('推進'))).toBe(4);
  });

  test('an empty book has nothing to say', () => {
    expect(planUtterances(book([], []), plain)).toEqual([]);
  });

  test.each([
    ['p1', 'p1'],
    ['dash', 'p2'],
    ['box', 'c1'],
    ['zz', null],
  ])('pointing at %s speaks %s', (pointed, expected) => {
    expect(spokenSentence(sample, planUtterances(sample, plain), pointed)).toBe(expected);
  });

  test('pointing past the last spoken sentence speaks that one', () => {
    const ending = book([], [section('s', [], [paragraph(sentence('a', 'あ'), sentence('b', '…'))])]);
    expect(spokenSentence(ending, planUtterances(ending, plain), 'b')).toBe('a');
    expect(spokenSentence(ending, [], 'b')).toBeNull();
  });
});

describe('pieces', () => {
  const cases: [string, string, number[]][] = [
    ['short text is one', 'あいう。', [4]],
    ['as long as may be is one', 'あ'.repeat(CHUNK_LIMIT), [100]],
    [
      'cut at the mark nearest to the middle',
      `${'あ'.repeat(39)}、${'い'.repeat(29)}、${'う'.repeat(60)}`,
      [70, 60],
    ],
    ['a closing bracket stays with its mark', `${'あ'.repeat(58)}。」${'い'.repeat(60)}`, [60, 60]],
    ['no mark: between words', '川崎市社会福祉協議会は'.repeat(11), [60, 61]],
    ['no mark and no word: anywhere', 'a'.repeat(150), [75, 75]],
    ['never within a character', '𠮷'.repeat(75), [74, 76]],
    ['marks alone stay with what can be said', `${'あ'.repeat(90)}${'…'.repeat(90)}`, [180]],
  ];
  test.each(cases)('%s', (_name, text, lengths) => {
    const chunks = chunksOf(text);
    expect(chunks.map((chunk) => chunk.text).join('')).toBe(text);
    expect(chunks.map((chunk) => chunk.text.length)).toEqual(lengths);
  });

  test.each([
    ['あ', true],
    ['3', true],
    ['々', true],
    ['――', false],
    ['。、・', false],
    ['', false],
  ])('%j can be pronounced: %s', (text, expected) => {
    expect(isSpeakable(text)).toBe(expected);
  });
});
