import { describe, expect, it } from 'vitest';
import type { Ruby } from '../../../../src/book/book.ts';
import { inSentence, misreadings, type PlacedMorpheme } from '../../../../src/press/open-jtalk/compare.ts';

const ruby = (start: number, end: number, reading: string): Ruby => ({
  start,
  end,
  reading,
  origin: 'analyzer',
  confidence: 1,
});

/** `word:SOUND` one after another, as they stand in the sentence. */
function spoken(words: string): readonly PlacedMorpheme[] {
  let at = 0;
  return words.split(' ').map((word) => {
    const [surface = '', pronunciation = ''] = word.split(':');
    const start = at;
    at += surface.length;
    return { surface, pronunciation, morae: 1, start, end: at };
  });
}

describe('what the voice reads otherwise than the text', () => {
  it.each<[string, string, readonly Ruby[], string, string[]]>([
    [
      'nothing where they agree',
      '市民の声',
      [ruby(0, 2, 'しみん'), ruby(3, 4, 'こえ')],
      '市民:シミン の:ノ 声:コエ',
      [],
    ],
    [
      'a word',
      '生物を買う',
      [ruby(0, 2, 'なまもの'), ruby(3, 4, 'か')],
      '生物:セイブツ を:ヲ 買う:カウ',
      ['生物 なまもの セイブツ'],
    ],
    [
      'nothing where long vowels are written otherwise',
      '協働',
      [ruby(0, 2, 'きょうどう')],
      '協働:キョードー',
      [],
    ],
    [
      'nothing where particles sound otherwise',
      '私は家へ',
      [ruby(0, 1, 'わたし'), ruby(2, 3, 'いえ')],
      '私は:ワタシワ 家へ:イエエ',
      [],
    ],
    [
      'a は that is no particle',
      '萩原は',
      [ruby(0, 2, 'はぎわら')],
      '萩原:ハギハラ は:ワ',
      ['萩原 はぎわら ハギハラ'],
    ],
    ['a へ that is no particle', '二重', [ruby(0, 2, 'ふたえ')], '二重:フタヘ', ['二重 ふたえ フタヘ']],
    [
      'nothing where an author wrote kana over kana',
      '今日は',
      [ruby(0, 3, 'こんにちは')],
      '今日は:コンニチワ',
      [],
    ],
    ['nothing in 言う', '言う', [ruby(0, 1, 'い')], '言う:ユウ', []],
    [
      'a word in the engine’s own pieces',
      '一日中歩く',
      [ruby(0, 3, 'いちにちじゅう'), ruby(3, 4, 'ある')],
      '一:ツイ 日中:ニッチュウ 歩く:アルク',
      ['一日中 いちにちじゅう ツイニッチュウ'],
    ],
    ['a word that it left out', '德永', [ruby(0, 2, 'とくなが')], '', ['德永 とくなが ']],
    ['nothing where nobody knows the reading', '鰯寿', [], '鰯寿:イワシ', []],
    ['nothing in text that is not kana and has no ruby', 'NPO', [], 'NPO:エヌピーオー', []],
  ])('is %s', (_, text, rubies, words, expected) => {
    const found = misreadings(text, rubies, words === '' ? [] : spoken(words));
    expect(found.map(({ surface, reading, said }) => `${surface} ${reading} ${said}`)).toEqual(expected);
  });

  it('is placed in the sentence, whatever the line’s own places are', () => {
    const line = { text: '＿町の', offsets: [4, 6, 7, 8], cutAtMark: false };
    const morphemes = ['＿', '町', 'の'].map((surface) => ({ surface, pronunciation: 'ア', morae: 1 }));
    expect(inSentence(line, morphemes).map(({ start, end }) => [start, end])).toEqual([
      [4, 6],
      [6, 7],
      [7, 8],
    ]);
  });
});
