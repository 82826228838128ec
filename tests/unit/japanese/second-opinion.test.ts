import { describe, expect, it } from 'vitest';
import type { Ruby } from '../../../src/book/book.ts';
import { baseOfNotation, parseRubyNotation } from '../../../src/book/ruby-notation.ts';
import type { ReadingEngine } from '../../../src/japanese/readings.ts';
import { withSecondOpinion } from '../../../src/japanese/second-opinion.ts';

/** An engine that says always the same, written as `{漢字|かな}`. */
function engineOf(notation: string, more: Partial<Ruby> = {}): ReadingEngine {
  const ruby: Ruby[] = [];
  let start = 0;
  for (const run of parseRubyNotation(notation)) {
    const end = start + ('base' in run ? run.base : run.text).length;
    if ('base' in run)
      ruby.push({ start, end, reading: run.reading, origin: 'analyzer', confidence: 0.9, ...more });
    start = end;
  }
  return { read: async () => ({ ruby, words: [], phrases: [] }) };
}

const compared = async (one: string, other: string, more: Partial<Ruby> = {}): Promise<readonly Ruby[]> =>
  (await withSecondOpinion(engineOf(one, more), engineOf(other)).read(baseOfNotation(one))).ruby;

describe('a second opinion', () => {
  it.each<[string, string, string]>([
    ['the same', '{福祉|ふくし}の{計画|けいかく}', '{福祉|ふくし}の{計画|けいかく}'],
    ['the same in other pieces', '{新川崎|しんかわさき}', '{新|しん}{川崎|かわさき}'],
    ['with kana inside', '{取|と}り{組|く}み', '{取り組|とりく}み'],
    ['with a long vowel written otherwise', '{大阪|おおさか}', '{大阪|おうさか}'],
    ['with a long vowel written otherwise, in other pieces', '{大阪市|おおさかし}', '{大阪|おうさか}{市|し}'],
    ['with ず and づ', '{静|しづ}か', '{静|しず}か'],
    ['with both ways of じゅっ', '{十分|じゅっぷん}', '{十分|じっぷん}'],
    ['nothing at all', '{福祉|ふくし}', '福祉'],
    ['only a part', '{福祉|ふくし}', '{福|ふく}祉'],
  ])('that says %s leaves a reading as sure as it was', async (_, one, other) => {
    const ruby = await compared(one, other);
    expect(ruby.length).toBeGreaterThan(0);
    expect(ruby.every(({ confidence }) => confidence === 0.9)).toBe(true);
  });

  it.each<[string, string, [string, number, readonly string[]][]]>([
    ['{市場|しじょう}', '{市場|いちば}', [['しじょう', 0.5, ['いちば']]]],
    // Only what differs is doubtful.
    [
      '{川崎|かわさき}{市場|しじょう}で',
      '{川崎市場|かわさきいちば}で',
      [
        ['かわさき', 0.9, []],
        ['しじょう', 0.5, ['いちば']],
      ],
    ],
    [
      '{市場|しじょう}の{外|そと}',
      '{市場|しじょう}の{外|ほか}',
      [
        ['しじょう', 0.9, []],
        ['そと', 0.5, ['ほか']],
      ],
    ],
    // Where it can't be told apart, all is doubtful, with nothing to choose.
    [
      '{上|うえ}{下|した}',
      '{上下|じょうげ}',
      [
        ['うえ', 0.5, []],
        ['した', 0.5, []],
      ],
    ],
  ])('%s against %s', async (one, other, expected) => {
    const ruby = await compared(one, other);
    expect(
      ruby.map(({ reading, confidence, alternatives = [] }) => [reading, confidence, alternatives]),
    ).toEqual(expected);
  });

  it('is the first of the alternatives', async () => {
    const [ruby] = await compared('{市場|しじょう}', '{市場|いちば}', {
      alternatives: ['いちじょう', 'いちば'],
    });
    expect(ruby?.alternatives).toEqual(['いちば', 'いちじょう']);
  });

  it.each<[string, Partial<Ruby>]>([
    ['an author', { origin: 'author', confidence: 1 }],
    ['a reader', { origin: 'reader', confidence: 1 }],
    ['the lexicon', { origin: 'lexicon', confidence: 0.99 }],
    ['the lexicon by confirming it', { origin: 'analyzer', confidence: 0.99 }],
  ])('doesn’t touch what was said by %s', async (_, more) => {
    const [ruby] = await compared('{市場|しじょう}', '{市場|いちば}', more);
    expect(ruby).toMatchObject(more);
    expect(ruby?.alternatives).toBeUndefined();
  });

  it('doesn’t make a guess surer', async () => {
    const [ruby] = await compared('{市場|しじょう}', '{市場|いちば}', { confidence: 0.3 });
    expect(ruby?.confidence).toBe(0.3);
  });
});
