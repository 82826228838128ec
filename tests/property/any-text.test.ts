import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruby } from '../../src/book/book.ts';
import type { Analyzer } from '../../src/japanese/analyzer.ts';
import { analyzerOf, type NaistAnalyzer } from '../../src/japanese/naist/naist-analyzer.ts';
import type { Piece } from '../../src/japanese/pieces.ts';
import { createReadingEngine, type ReadingEngine } from '../../src/japanese/readings.ts';
import { LOADING } from '../unit/japanese/dictionary.ts';
import { packedDictionary } from '../unit/japanese/naist/packed.ts';

const LENGTH = 100_000;

/** Texts that never pause, or that nobody would write. */
const BITS: readonly (readonly [name: string, bit: string])[] = [
  ['Japanese without a full stop', '川崎市の地域福祉をみんなで支え合うまちをつくる計画'],
  ['digits', '0123456789'],
  ['numerals', '一二三四五六七八九十百千万'],
  ['years and days', '令和3年4月1日から20日'],
  ['one kanji', '生'],
  ['one kanji that nobody reads', '龘'],
  ['one kana', 'あ'],
  ['the mark of repetition', '々'],
  ['emoji', '🙂👨‍👩‍👧🎉'],
  ['unpaired surrogates', '\ud83d\ud83d\ude00\ude00漢'],
  ['control characters', '\0\u0001\u001b\u007f\u0085福\r'],
  ['white space', ' \t\n\u3000'],
  ['torn words', '福 祉\n計　画 '],
  ['Hangul', '안녕하세요한국어'],
  ['Chinese', '我们在学习汉语简体字'],
  ['vertical forms', '︵福祉︶﹁計画﹂︑'],
  ['markup', '<b>&amp;福祉</b>'],
  ['listed words and numbers', '登戸の十分に一人ひとり第3期'],
  ['combining marks', 'か\u3099ｶﾞ\u3099は\u309a'],
  ['squares', '㍻㍿㌔①Ⅲ'],
];

/** An analyzer that counts what it is asked and what it gives: a measure of work that doesn't depend on the clock. */
function counting(analyzer: NaistAnalyzer): { readonly analyzer: Analyzer; readonly count: () => number } {
  let count = 0;
  const counted = <Item>(items: readonly Item[]): readonly Item[] => {
    count += items.length;
    return items;
  };
  return {
    count: () => count,
    analyzer: {
      ...analyzer,
      parse: async (text) => counted(await analyzer.parse(text)),
      pieces: (text): readonly Piece[] => counted(analyzer.pieces(text)),
      readingsOf(surface) {
        count += 1 + surface.length;
        return analyzer.readingsOf(surface);
      },
    },
  };
}

let naist: NaistAnalyzer;
let engine: ReadingEngine;
const lexicon = [{ surface: '登戸', reading: 'のぼりと', note: '', voice: '' }] as const;

beforeAll(async () => {
  naist = analyzerOf(await packedDictionary());
  engine = createReadingEngine({ analyzer: naist, lexicon });
}, LOADING);

async function checkReadings(text: string): Promise<void> {
  const { ruby, words } = await engine.read(text);
  for (const ranges of [ruby, words]) {
    let end = 0;
    let bad = 0;
    for (const range of ranges) {
      if (!(range.start >= end && range.end > range.start)) bad += 1;
      end = range.end;
    }
    expect(bad).toBe(0);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  expect(ruby.every(({ reading }) => reading !== '' && !/[\ud800-\udfff]/u.test(reading))).toBe(true);
}

describe('a hundred thousand characters', { timeout: LOADING }, () => {
  it.each(BITS)('of %s have readings in their places', async (_, bit) => {
    await checkReadings(bit.repeat(Math.ceil(LENGTH / bit.length)).slice(0, LENGTH));
  });

  it('keep the rubies of their author', async () => {
    const text = '川崎市の地域福祉をみんなで支え合う計画'.repeat(LENGTH / 20);
    const author: Ruby[] = [];
    for (let start = 3; start + 40 < text.length; start += 40) {
      author.push({ start, end: start + 2, reading: 'よみ', origin: 'author', confidence: 1 });
    }
    const { ruby } = await engine.read(text, { author });
    expect(ruby.filter(({ origin }) => origin === 'author')).toEqual(author);
    expect(ruby.length).toBeGreaterThan(author.length * 10);
  });

  it.each(BITS)('of %s cost the dictionary in proportion', async (_, bit) => {
    const ask = async (length: number): Promise<number> => {
      const { analyzer, count } = counting(naist);
      await createReadingEngine({ analyzer, lexicon }).read(bit.repeat(Math.ceil(length / bit.length)));
      return count();
    };
    const short = await ask(2_000);
    const long = await ask(16_000);
    expect(long).toBeLessThan(short * 9 + 1000);
  });

  it('cost their connections in proportion', () => {
    for (const [, bit] of BITS) {
      const steps = (length: number): number =>
        naist.analyze(bit.repeat(Math.ceil(length / bit.length))).steps;
      expect(steps(16_000)).toBeLessThan(steps(2_000) * 9 + 1000);
    }
  });
});

describe('any mixture of them', { timeout: LOADING }, () => {
  it('has readings in their places, and words that join to it', async () => {
    const bit = fc.oneof(fc.constantFrom(...BITS.map(([, text]) => text)), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(bit, { maxLength: 20 }), async (bits) => {
        const text = bits.join('');
        await checkReadings(text);
        const pieces = naist.pieces(text);
        expect(pieces.map(({ surface }) => surface).join('')).toBe(text);
        expect(pieces.every(({ start, end, surface }) => end - start === surface.length)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same as pieces and as tokens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'川崎市の地域福祉をa1 、きれい食べた🙂') }),
        async (text) => {
          const tokens = await naist.parse(text);
          const pieces = naist.pieces(text);
          expect(pieces.map(({ surface, start, pos }) => [surface, start, pos])).toEqual(
            tokens.map(({ surface, start, pos }) => [surface, start, pos]),
          );
        },
      ),
    );
  });
});
