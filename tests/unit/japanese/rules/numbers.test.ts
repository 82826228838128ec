import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruby } from '../../../../src/book/book.ts';
import { createReadingEngine, type ReadingEngine } from '../../../../src/japanese/readings.ts';
import { speechText } from '../../../../src/japanese/speech-text.ts';
import { LOADING, testAnalyzer } from '../dictionary.ts';
import { NUMBER_EXAMPLES } from './number-examples.ts';

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({ analyzer: await testAnalyzer(), lexicon: [] });
}, LOADING);

/** A text with its rubies in place of what they stand over, or beside it. */
function written(
  text: string,
  ruby: readonly Ruby[],
  show: (base: string, reading: string) => string,
): string {
  let result = '';
  let at = 0;
  for (const { start, end, reading } of ruby) {
    result += text.slice(at, start) + show(text.slice(start, end), reading);
    at = end;
  }
  return result + text.slice(at);
}

const EXAMPLES = NUMBER_EXAMPLES.trim()
  .split(/\s{2,}|\n/u)
  .map((row) => {
    const [text = '', reading = ''] = row.split('=');
    return [text, reading] as const;
  });

describe('numbers with their counters', () => {
  it.each(EXAMPLES)('%s is read %s', async (text, expected) => {
    const { ruby } = await engine.read(text, { digits: 'always' });
    expect(written(text, ruby, (_, reading) => reading)).toBe(expected);
  });

  it.each<[string, string]>([
    // What the numbers beside a number make of it
    ['雨が2、3日続く', 'あめがに、さんにちつづく'],
    ['二、三日で届く', 'に、さんにちでとどく'],
    ['四、五人で行く', 'し、ごにんでいく'],
    ['7、8人が残る', 'しち、はちにんがのこる'],
    ['4月2、3日', 'しがつに、みっか'],
    ['4・5月に', 'し・ごがつに'],
    // The first of a month, and a day's length
    ['4月1日に、1日3時間', 'しがつついたちに、いちにちさんじかん'],
    ['区は1日、発表した', 'くはついたち、はっぴょうした'],
    ['1日と20日に集まる', 'ついたちとはつかにあつまる'],
    ['1日だけ休む', 'いちにちだけやすむ'],
    ['1か月1日の割合', 'いっかげついちにちのわりあい'],
    ['休みは12/29〜1/3', 'やすみはじゅうにがつにじゅうくにち〜いちがつみっか'],
    ['平成14〜18年度', 'へいせいじゅうよん〜じゅうはちねんど'],
    ['1ｍの津波、５㎏', 'いちめーとるのつなみ、ごきろぐらむ'],
    // Codes and telephone numbers
    ['〒211-0053', '〒にいちいち-ぜろぜろごさん'],
    ['内線1234', 'ないせんいちにさんよん'],
    ['TEL 739-8711', 'TEL ななさんきゅう-はちなないちいち'],
    ['0～14歳', 'ぜろ～じゅうよんさい'],
    // Words
    ['市場1番館について', 'しじょういちばんかんについて'],
    ['計画3について', 'けいかくさんについて'],
  ])('%s is read %s', async (text, expected) => {
    const { ruby } = await engine.read(text, { digits: 'always' });
    expect(written(text, ruby, (_, reading) => reading)).toBe(expected);
  });

  it.each<[string, string]>([
    ['2021年4月1日10:30', '2021{年|ねん}4{月|がつ}{1日|ついたち}10:30'],
    ['2021/4/1', '2021/4/1'],
    ['第Ⅲ期①', '{第|だい}Ⅲ{期|き}①'],
    ['20日に1人で3つ', '{20日|はつか}に{1人|ひとり}で{3|みっ}つ'],
    ['2桁、3桁', '{2桁|ふたけた}、3{桁|けた}'],
    ['10数人、￥500、10％、5km', '10{数|すう}{人|にん}、￥500、10％、5km'],
    ['H30年度', '{H|へいせい}30{年度|ねんど}'],
    ['3千人、6百円、8千円', '3{千|ぜん}{人|にん}、6{百|ぴゃく}{円|えん}、8{千|せん}{円|えん}'],
    ['1日3回', '1{日|にち}3{回|かい}'],
    ['三千人、二〇二一年', '{三千|さんぜん}{人|にん}、{二〇二一|にせんにじゅういち}{年|ねん}'],
  ])('on the screen digits are bare unless they are irregular: %s is %s', async (text, expected) => {
    const { ruby } = await engine.read(text);
    expect(written(text, ruby, (base, reading) => `{${base}|${reading}}`)).toBe(expected);
  });

  it.each<[string, string]>([
    ['4月1日に、1日3回', '4月ついたちに、いちにち3回'],
    ['2、3日で', '2、さんにちで'],
    ['20日に1人で3つ', 'はつかにひとりでみっつ'],
    ['6本と3階と10分', '6本と3階と10分'],
    ['三十分で六本', '三十分で六本'],
    ['徒歩十分', '徒歩じゅっぷん'],
    ['二〇二一年、一〇〇人', '2021年、100人'],
    ['数十か所、数百件', '数十か所、数百件'],
    ['10数人、1か所、3ヵ年', '10数人、1か所、3ヵ年'],
    ['第Ⅲ期、第III期', '第3期、第3期'],
    ['1人暮らし', 'ひとりぐらし'],
    ['110番と119番', 'ひゃくとおばんと119番'],
    ['H30年度からR3年度', '平成30年度から令和3年度'],
    ['6月1日（土）・2日（日）', '6月ついたち、土曜日・ふつか、日曜日'],
    ['2桁と3桁', 'ふたけたと3桁'],
  ])('the voice is given %s as %s', async (text, expected) => {
    const { ruby } = await engine.read(text);
    expect(speechText({ id: 's', text, ruby, marks: [], words: [] }).text).toBe(expected);
  });
});
