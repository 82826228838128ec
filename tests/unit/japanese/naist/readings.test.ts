import { describe, expect, it } from 'vitest';
import { analyzerOf } from '../../../../src/japanese/naist/naist-analyzer.ts';
import { createReadingEngine } from '../../../../src/japanese/readings.ts';
import { packedDictionary } from './packed.ts';

const engine = createReadingEngine({ analyzer: analyzerOf(await packedDictionary()), lexicon: [] });

/** The text with its readings in braces. */
async function noted(text: string): Promise<string> {
  const { ruby } = await engine.read(text, { digits: 'always' });
  return [...ruby]
    .reverse()
    .reduce(
      (noted, { start, end, reading }) =>
        `${noted.slice(0, start)}{${noted.slice(start, end)}|${reading}}${noted.slice(end)}`,
      text,
    );
}

describe('the rules over naist-jdic', () => {
  it.each([
    // A name that the dictionary cuts into pieces is still a name.
    ['ムボゲ山に登る', 'ムボゲ{山|さん}に{登|のぼ}る'],
    ['ナホトカ港へ', 'ナホトカ{港|こう}へ'],
    ['ゴミの山', 'ゴミの{山|やま}'],
    ['待っている分、楽しみだ', '{待|ま}っている{分|ぶん}、{楽|たの}しみだ'],
    ['汚名の払拭', '{汚名|おめい}の{払拭|ふっしょく}'],
    ['令和６年３月２０日', '{令和|れいわ}{６年|ろくねん}{３月|さんがつ}{２０日|はつか}'],
    ['調査を行った', '{調査|ちょうさ}を{行|おこな}った'],
    ['高津区と宮前区', '{高津|たかつ}{区|く}と{宮前|みやまえ}{区|く}'],
  ])('%s', async (text, expected) => {
    expect(await noted(text)).toBe(expected);
  });
});
