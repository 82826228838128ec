import { beforeAll, describe, expect, it } from 'vitest';
import { toRubyNotation } from '../../../src/book/ruby-notation.ts';
import { createReadingEngine, type ReadingEngine } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({
    analyzer: await testAnalyzer(),
    lexicon: [],
  });
}, LOADING);

const notation = async (text: string): Promise<string> =>
  toRubyNotation(text, (await engine.read(text)).ruby);

describe('words as documents write them', () => {
  it.each<[string, string]>([
    // Torn apart: each part has its own kana where these are known, and the text stays as it is
    ['目　次', '{目|もく}　{次|じ}'],
    ['川　崎　市', '{川|かわ}　{崎|さき}　{市|し}'],
    ['地 域 福 祉 を 学 ぶ', '{地|ち} {域|いき} {福|ふく} {祉|し} を {学|まな} ぶ'],
    ['社会福祉 協議会', '{社会|しゃかい}{福祉|ふくし} {協議|きょうぎ}{会|かい}'],
    ['地域福\n祉計画', '{地域|ちいき}{福|ふく}\n{祉|し}{計画|けいかく}'],
    ['計画の推 進を', '{計画|けいかく}の{推|すい} {進|しん}を'],
    ['支\nえ合い', '{支|ささ}\nえ{合|あ}い'],
    ['大 人 用 品', '{大 人|おとな} {用|よう} {品|ひん}'],
    ['20 日と 3 月', '{20 日|はつか}と 3 {月|がつ}'],
    // Not torn apart
    ['この 人 気が ながい', 'この {人|ひと} {気|き}が ながい'],
    ['会長　山田太郎', '{会長|かいちょう}　{山田|やまだ}{太郎|たろう}'],
    // Without width
    ['福\u00ad祉と\u200b計画\u200b', '{福\u00ad祉|ふくし}と\u200b{計画|けいかく}\u200b'],
    // Squares
    ['㍻14年度の㍿福祉', '{㍻|へいせい}14{年度|ねんど}の{㍿|かぶしきがいしゃ}{福祉|ふくし}'],
    // Old forms
    ['學校の圖書館', '{學校|がっこう}の{圖書館|としょかん}'],
    ['渡邊さん', '{渡邊|わたなべ}さん'],
    ['三國さん', '{三國|みくに}さん'],
    // Vertical forms and half-width kana
    ['﹁福祉﹂︑ｶﾞｲﾄﾞの方々', '﹁{福祉|ふくし}﹂︑ｶﾞｲﾄﾞの{方々|かたがた}'],
  ])('%j is %j', async (text, expected) => {
    expect(await notation(text)).toBe(expected);
  });

  it('are one word for a press where they are torn apart', async () => {
    const text = '「目　次」と地域福\n祉';
    const { words } = await engine.read(text);
    expect(words.map(({ start, end, reading }) => [text.slice(start, end), reading])).toEqual([
      ['目　次', 'もくじ'],
      ['地域', 'ちいき'],
      ['福\n祉', 'ふくし'],
    ]);
  });
});
