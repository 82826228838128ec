import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK_LIMIT } from '../../../../src/narration/chunks.ts';
import { type ScriptLine, type Substitution, scriptOf } from '../../../../src/press/open-jtalk/script.ts';
import { sentence } from '../sentences.ts';

const KEY = '\ue000';
const linesOf = (text: string, substitutions: readonly Substitution[] = []): readonly ScriptLine[] =>
  scriptOf(sentence(text), substitutions, () => KEY);
const said = (text: string): string =>
  linesOf(text)
    .map((line) => line.text)
    .join('|');

describe('a sentence as the engine is given it', () => {
  it.each([
    ['川崎市の計画。', '川崎市の計画。'],
    ['NPO & ABC', 'ＮＰＯ　＆　ＡＢＣ'],
    ['ﾎﾞﾗﾝﾃｨｱ', 'ボランティア'],
    ['か\u3099', 'が'],
    ['德永', '徳永'],
    ['𠮷田\t一\n二', '　田　一　二'],
    ['\ue000と\uf8ff。', '　と　。'],
  ])('turns %j into %j', (text, expected) => expect(said(text)).toBe(expected));

  it.each(['', '。', '（　）…', '── ', '\ue000', '😀'])('is none for %j, which says nothing', (text) => {
    expect(linesOf(text)).toEqual([]);
  });

  it('has a key in the place of a word, and its places are those of the sentence', () => {
    const [line] = linesOf('生物を買う', [{ start: 0, end: 2, surface: '生物', reading: 'なまもの' }]);
    expect(line?.text).toBe(`${KEY}を買う`);
    expect(line?.offsets).toEqual([0, 2, 3, 4, 5]);
  });

  it('is said where it is nothing but a key', () => {
    expect(linesOf('々', [{ start: 0, end: 1, surface: '々', reading: 'のま' }])).toHaveLength(1);
  });

  it.each([
    ['5,000 kanji', '国'.repeat(5000)],
    ['5,000 characters with marks', '長い文、'.repeat(1250)],
    ['400 Latin letters', 'W'.repeat(400)],
    ['400 half-width kana', 'ｱ'.repeat(400)],
    ['400 figures', '9'.repeat(400)],
  ])('of %s is cut into lines that the engine takes, and nothing of it is lost', (_, text) => {
    const lines = linesOf(text);
    expect(Math.max(...lines.map((line) => line.text.length))).toBeLessThanOrEqual(CHUNK_LIMIT);
    const offsets = lines.flatMap((line) => line.offsets);
    expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
    expect(offsets.at(-1)).toBe(text.length);
  });

  it('is silent for a moment where it was cut at a mark, and only there', () => {
    const lines = linesOf(`${'国'.repeat(60)}、${'人'.repeat(60)}`);
    expect(lines.map((line) => line.cutAtMark)).toEqual([true, false]);
    expect(linesOf('国'.repeat(150)).map((line) => line.cutAtMark)).toEqual([false, false]);
  });

  it('has no characters that the engine can’t take, and a place for each, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (text) => {
        for (const line of linesOf(text)) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
          expect(line.text).not.toMatch(/[\u0000-\u00a0\ud800-\uf8ff]/u);
          expect(line.offsets).toHaveLength(line.text.length + 1);
          for (const offset of line.offsets) expect(offset).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
