import { describe, expect, it } from 'vitest';
import { counterAt, joinCounter } from '../../../../src/japanese/rules/counters.ts';
import { readWhole } from '../../../../src/japanese/rules/numerals.ts';

const say = (number: string, text: string): string => {
  const counter = counterAt(text, 0);
  return counter === null ? '' : joinCounter(readWhole(number), counter).join('');
};

/** What a pupil learns by heart: the counter, then the numbers 1 to 10. */
const TABLES: readonly (readonly [counter: string, readings: string])[] = [
  ['本', 'いっぽん にほん さんぼん よんほん ごほん ろっぽん ななほん はっぽん きゅうほん じゅっぽん'],
  ['匹', 'いっぴき にひき さんびき よんひき ごひき ろっぴき ななひき はっぴき きゅうひき じゅっぴき'],
  ['分', 'いっぷん にふん さんぷん よんぷん ごふん ろっぷん ななふん はっぷん きゅうふん じゅっぷん'],
  ['回', 'いっかい にかい さんかい よんかい ごかい ろっかい ななかい はっかい きゅうかい じゅっかい'],
  ['階', 'いっかい にかい さんがい よんかい ごかい ろっかい ななかい はっかい きゅうかい じゅっかい'],
  ['冊', 'いっさつ にさつ さんさつ よんさつ ごさつ ろくさつ ななさつ はっさつ きゅうさつ じゅっさつ'],
  ['頭', 'いっとう にとう さんとう よんとう ごとう ろくとう ななとう はっとう きゅうとう じゅっとう'],
  ['年', 'いちねん にねん さんねん よねん ごねん ろくねん ななねん はちねん きゅうねん じゅうねん'],
  ['月', 'いちがつ にがつ さんがつ しがつ ごがつ ろくがつ しちがつ はちがつ くがつ じゅうがつ'],
  ['時', 'いちじ にじ さんじ よじ ごじ ろくじ しちじ はちじ くじ じゅうじ'],
  ['円', 'いちえん にえん さんえん よえん ごえん ろくえん ななえん はちえん きゅうえん じゅうえん'],
  [
    'か月',
    'いっかげつ にかげつ さんかげつ よんかげつ ごかげつ ろっかげつ ななかげつ はっかげつ きゅうかげつ じゅっかげつ',
  ],
  ['歳', 'いっさい にさい さんさい よんさい ごさい ろくさい ななさい はっさい きゅうさい じゅっさい'],
  ['足', 'いっそく にそく さんぞく よんそく ごそく ろくそく ななそく はっそく きゅうそく じゅっそく'],
  ['軒', 'いっけん にけん さんげん よんけん ごけん ろっけん ななけん はっけん きゅうけん じゅっけん'],
];

describe('counters', () => {
  for (const [counter, readings] of TABLES) {
    it.each(readings.split(' ').map((reading, index) => [String(index + 1), reading] as const))(
      `%s${counter} is %s`,
      (number, reading) => {
        expect(say(number, counter)).toBe(reading);
      },
    );
  }

  it.each<[string, string, string]>([
    ['14', '年度', 'じゅうよねんど'],
    ['24', '時間', 'にじゅうよじかん'],
    ['100', '回', 'ひゃっかい'],
    ['100', '冊', 'ひゃくさつ'],
    ['1000', '本', 'せんぼん'],
    ['1000', '円', 'せんえん'],
    ['20', '歳', 'にじゅっさい'],
    ['34', 'ページ', 'さんじゅうよんぺーじ'],
  ])('%s%s is %s', (number, counter, expected) => {
    expect(say(number, counter)).toBe(expected);
  });

  it('takes the longest counter', () => {
    expect(counterAt('年度から', 0)?.text).toBe('年度');
    expect(counterAt('年から', 0)?.text).toBe('年');
    expect(counterAt('に', 0)).toBeNull();
  });
});
