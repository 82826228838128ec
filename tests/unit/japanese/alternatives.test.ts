import { beforeAll, describe, expect, it } from 'vitest';
import type { LexiconEntry } from '../../../src/japanese/lexicon.ts';
import { createReadingEngine, type ReadingEngine } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';

let engine: ReadingEngine;
beforeAll(async () => {
  const entry = (surface: string, reading: string): LexiconEntry => ({
    surface,
    reading,
    note: '',
    voice: '',
  });
  engine = createReadingEngine({
    analyzer: await testAnalyzer(),
    lexicon: [entry('登戸', 'のぼりと'), entry('新城', 'しんじょう'), entry('川中島区', 'かわなかじまく')],
  });
}, LOADING);

/** The base with its reading, then the others. */
async function choices(text: string): Promise<readonly string[]> {
  const { ruby } = await engine.read(text);
  return ruby.map(
    ({ start, end, reading, alternatives = [] }) =>
      `${text.slice(start, end)} ${[reading, ...alternatives].join(' ')}`,
  );
}

describe('the readings to choose from', { timeout: LOADING }, () => {
  it.each<[string, readonly string[]]>([
    // The dictionary's own
    ['市場', ['市場 しじょう いちば']],
    // Over the same kanji, without what inflects them
    ['調査を行った', ['調査 ちょうさ', '行 おこな い']],
    // What a rule, and what the lexicon put in the place of the dictionary's reading
    ['新城', ['新城 しんじょう しんしろ あらぐすく']],
    ['登戸', ['登戸 のぼりと のぶと']],
    // Numbers: days and people are read one after the other as well
    ['20日', ['20日 はつか にじゅうにち']],
    ['1人と二人', ['1人 ひとり いちにん かずと', '二人 ふたり ににん']],
    ['3つ', ['3 みっ さん']],
    // Single kanji
    ['月ヶ丘', ['月 つき げつ がつ づき', 'ヶ が か こ', '丘 おか たかし きゅう']],
    // There is but one way.
    ['福祉', ['福祉 ふくし']],
  ])('of %s', async (text, expected) => {
    expect(await choices(text)).toEqual(expected);
  });

  it('hold what the analyzer said where the lexicon joins its words', async () => {
    expect(await choices('川中島区')).toEqual(['川中島区 かわなかじまく かわなかしまく']);
  });

  it('are at most four, in hiragana, each once, and never the reading itself', async () => {
    const text = '生の方から上を下へ、家の中の間で1日に二人、第3期の四人と七時に行った。';
    const { ruby } = await engine.read(text);
    expect(ruby.some(({ alternatives }) => alternatives !== undefined)).toBe(true);
    for (const { reading, alternatives = [] } of ruby) {
      expect(alternatives.length).toBeLessThanOrEqual(4);
      expect(new Set([reading, ...alternatives]).size).toBe(alternatives.length + 1);
      for (const one of alternatives) expect(one).toMatch(/^[ぁ-ゖー]+$/u);
    }
  });
});
