import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Ruby, type Sentence } from '../../../src/book/book.ts';
import type { Analyzer } from '../../../src/japanese/analyzer.ts';
import { DOUBT_CONFIDENCE, DOUBTFUL, doubtsOf, groupDoubts } from '../../../src/japanese/doubt.ts';
import { markDoubts } from '../../../src/japanese/mark-doubt.ts';

const ruby = (start: number, end: number, reading: string, more: Partial<Ruby> = {}): Ruby => ({
  start,
  end,
  reading,
  origin: 'analyzer',
  confidence: 0.9,
  ...more,
});

const sentence = (text: string, rubies: readonly Ruby[], more: Partial<Sentence> = {}): Sentence => ({
  id: `s-${text}`,
  text,
  ruby: rubies,
  marks: [],
  words: [],
  ...more,
});

const bookOf = (sentences: readonly Sentence[]): Book => ({
  version: BOOK_VERSION,
  id: 'b',
  metadata: { title: 't', language: 'ja', creators: [] },
  title: [],
  sections: [{ id: 'a', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
});

describe('the doubts of a book', () => {
  it('are the places of low confidence and those without a reading, in order', () => {
    const found = doubtsOf(
      bookOf([
        sentence('龘と市場と福祉', [
          ruby(2, 4, 'しじょう', { confidence: 0.5, alternatives: ['いちば'] }),
          ruby(5, 7, 'ふくし'),
        ]),
        sentence('協働と協議', [ruby(0, 2, 'きょうどう', { confidence: 0.4 })]),
      ]),
    );
    expect(found).toEqual([
      {
        sentence: 's-龘と市場と福祉',
        start: 0,
        end: 1,
        surface: '龘',
        reading: '',
        alternatives: [],
        reason: 'no-reading',
        word: { start: 0, end: 1, surface: '龘', reading: '' },
      },
      {
        sentence: 's-龘と市場と福祉',
        start: 2,
        end: 4,
        surface: '市場',
        reading: 'しじょう',
        alternatives: ['いちば'],
        reason: 'analyzers-disagree',
        word: { start: 2, end: 4, surface: '市場', reading: 'しじょう' },
      },
      expect.objectContaining({ surface: '協働', reason: 'guessed' }),
      expect.objectContaining({ surface: '協議', reason: 'no-reading', start: 3, end: 5 }),
    ]);
  });

  it.each(Object.entries(DOUBT_CONFIDENCE))('say why: %s', (reason, confidence) => {
    expect(confidence).toBeLessThan(DOUBTFUL);
    const [doubt] = doubtsOf(bookOf([sentence('市場', [ruby(0, 2, 'いちば', { confidence })])]));
    expect(doubt?.reason).toBe(reason);
  });

  it('name the word that the place is in', () => {
    const said = sentence('行った', [ruby(0, 1, 'おこな', { confidence: 0.5 })], {
      words: [{ start: 0, end: 3, reading: 'おこなった' }],
    });
    expect(doubtsOf(bookOf([said]))[0]?.word).toEqual({
      start: 0,
      end: 3,
      surface: '行った',
      reading: 'おこなった',
    });
  });

  it.each(['author', 'reader'] as const)('never hold what an %s said', (origin) => {
    expect(doubtsOf(bookOf([sentence('市場', [ruby(0, 2, 'いちば', { origin, confidence: 0.1 })])]))).toEqual(
      [],
    );
  });

  it('are grouped by what stands there and how it is read', () => {
    const low = { confidence: 0.3 };
    const doubts = doubtsOf(
      bookOf([
        sentence('市場', [ruby(0, 2, 'いちば', low)]),
        sentence('協働', [ruby(0, 2, 'きょうどう', low)]),
        sentence('市場と市場', [ruby(0, 2, 'いちば', low), ruby(3, 5, 'しじょう', low)]),
      ]),
    );
    expect(groupDoubts(doubts).map((group) => group.map((doubt) => doubt.surface + doubt.reading))).toEqual([
      ['市場いちば', '市場いちば'],
      ['協働きょうどう'],
      ['市場しじょう'],
    ]);
  });
});

describe('what the dictionary itself gives reason to doubt', () => {
  const margins: Readonly<Record<string, number>> = { 山崎: 400, 福祉: 9000, 男: -5000, 亭: -5000 };
  const analyzer: Analyzer = {
    parse: async () => [],
    readingsOf: () => [],
    marginOf: (surface) => margins[surface] ?? null,
  };
  const marked = (text: string, rubies: readonly Ruby[]): readonly number[] =>
    markDoubts(rubies, text, analyzer).map(({ confidence }) => confidence);
  const others = { alternatives: ['べつ'] };

  it.each<[string, string, readonly Ruby[], readonly number[]]>([
    ['a word with a rival', '山崎', [ruby(0, 2, 'やまざき', others)], [0.55]],
    ['not one whose rival is far', '福祉', [ruby(0, 2, 'ふくし', others)], [0.9]],
    ['lone kanji read in two ways', '柳亭は', [ruby(0, 1, 'やなぎ'), ruby(1, 2, 'てい')], [0.4, 0.4]],
    ['not those read in one', '日露の', [ruby(0, 1, 'にち'), ruby(1, 2, 'ろ')], [0.9, 0.9]],
    ['not those apart', '柳と亭', [ruby(0, 1, 'やなぎ'), ruby(2, 3, 'てい')], [0.9, 0.9]],
    ['an unlikely kanji in a compound', '福祉男', [ruby(0, 2, 'ふくし'), ruby(2, 3, 'だん')], [0.9, 0.55]],
    ['not one by itself', 'は男が', [ruby(1, 2, 'だん')], [0.9]],
  ])('%s', (_, text, rubies, expected) => {
    expect(marked(text, rubies)).toEqual(expected);
  });

  it.each(['lexicon', 'rule', 'author'] as const)('what the %s said is none', (origin) => {
    const said = { origin, confidence: 0.95, ...others };
    expect(marked('山崎', [ruby(0, 2, 'やまざき', said)])).toEqual([0.95]);
  });
});
