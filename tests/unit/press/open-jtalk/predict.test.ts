import { describe, expect, it } from 'vitest';
import type { Ruby } from '../../../../src/book/book.ts';
import type { Analyzer } from '../../../../src/japanese/analyzer.ts';
import { predictMisreadings } from '../../../../src/press/open-jtalk/predict.ts';
import { ruby } from '../sentences.ts';

/** An analyzer that takes the text for these words: `surface:READING`. */
function reads(words: string): Analyzer {
  let start = 0;
  const tokens = words.split(' ').map((word) => {
    const [surface = '', reading = ''] = word.split(':');
    const at = start;
    start += surface.length;
    return { surface, start: at, reading, partOfSpeech: '名詞', detail: '', conjugation: '', base: surface };
  });
  return { parse: () => tokens, readingsOf: () => [] } as unknown as Analyzer;
}

describe('what the voice would read otherwise', () => {
  it.each<[string, string, readonly Ruby[], string, string[]]>([
    [
      'a word of another reading',
      '生物を',
      [ruby(0, 2, 'なまもの')],
      '生物:セイブツ を:ヲ',
      ['生物 なまもの'],
    ],
    ['nothing where they agree', '生物を', [ruby(0, 2, 'せいぶつ')], '生物:セイブツ を:ヲ', []],
    ['no number that was worked out', '6本', [ruby(0, 2, 'ろっぽん')], '6:ロク 本:ホン', []],
    [
      'a number that the lexicon knows',
      '119番',
      [ruby(0, 4, 'ひゃくじゅうきゅうばん', { origin: 'lexicon' })],
      '1:イチ 1:イチ 9:キュウ 番:バン',
      ['119番 ひゃくじゅうきゅうばん'],
    ],
    [
      'a number that the lexicon knows, though the digits’ own readings are the same',
      '189番',
      [ruby(0, 4, 'いちはちきゅうばん', { origin: 'lexicon' })],
      '1:イチ 8:ハチ 9:キュウ 番:バン',
      ['189番 いちはちきゅうばん'],
    ],
    [
      'a word as it stands in a text written otherwise',
      'ﾎﾞ生物',
      [ruby(2, 4, 'なまもの')],
      'ボ:ボ 生物:セイブツ',
      ['生物 なまもの'],
    ],
  ])('is %s', async (_, text, rubies, words, expected) => {
    const found = await predictMisreadings(text, rubies, reads(words));
    expect(found.map(({ surface, reading }) => `${surface} ${reading}`)).toEqual(expected);
  });
});
