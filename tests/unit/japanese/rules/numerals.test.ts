import { describe, expect, it } from 'vitest';
import { readDecimal, readDigits, readWhole } from '../../../../src/japanese/rules/numerals.ts';
import { digitsAt, kanjiNumberAt } from '../../../../src/japanese/rules/written-number.ts';

describe('numbers', () => {
  it.each<[string, string]>([
    ['0', 'ぜろ'],
    ['4', 'よん'],
    ['10', 'じゅう'],
    ['14', 'じゅうよん'],
    ['100', 'ひゃく'],
    ['300', 'さんびゃく'],
    ['600', 'ろっぴゃく'],
    ['800', 'はっぴゃく'],
    ['1000', 'せん'],
    ['3000', 'さんぜん'],
    ['8000', 'はっせん'],
    ['10000', 'いちまん'],
    ['2021', 'にせんにじゅういち'],
    ['1500000', 'ひゃくごじゅうまん'],
    ['10000000', 'いっせんまん'],
    ['100000000', 'いちおく'],
    ['1000000000000', 'いっちょう'],
    ['8000000000000', 'はっちょう'],
    ['10000000000000', 'じゅっちょう'],
    ['007', 'なな'],
  ])('%s is read %s', (digits, expected) => {
    expect(readWhole(digits)).toBe(expected);
  });

  it('reads a number that has no name digit by digit', () => {
    expect(readWhole('123456789012345678901')).toBe(readDigits('123456789012345678901'));
  });

  it.each<[string, string, string]>([
    ['1', '5', 'いってんご'],
    ['0', '7', 'れいてんなな'],
    ['2', '26', 'にてんにろく'],
    ['8', '0', 'はってんぜろ'],
    ['10', '3', 'じゅってんさん'],
    ['100', '05', 'ひゃくてんぜろご'],
  ])('%s and decimals %s are %s', (whole, decimals, expected) => {
    expect(readDecimal(whole, decimals)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['１４', 'じゅうよん', ''],
    ['２，０００', 'にせん', ''],
    ['１，５００，０００人', 'ひゃくごじゅうまん', '人'],
    ['１５０万', 'ひゃくごじゅうまん', ''],
    ['２億３千万円', 'におくさんぜんまん', '円'],
    ['１万２，３４５人', 'いちまんにせんさんびゃくよんじゅうご', '人'],
    ['６百人', 'ろっぴゃく', '人'],
    ['１千人', 'いっせん', '人'],
    ['１千万円', 'いっせんまん', '円'],
    ['１，２３４千円', 'せんにひゃくさんじゅうよんせん', '円'],
    ['５００百万円', 'ごひゃくひゃくまん', '円'],
    ['３．３', 'さんてんさん', ''],
    ['１．５万人', 'いってんごまん', '人'],
    ['０７', 'ぜろなな', ''],
    ['１．２．３', 'いち', '．２．３'],
    ['１，２３', 'いち', '，２３'],
  ])('in %s the number is read %s', (text, reading, rest) => {
    const found = digitsAt(text, 0);
    expect([found.reading, text.slice(found.end)]).toEqual([reading, rest]);
  });

  it.each<[string, string | null]>([
    ['十四', 'じゅうよん'],
    ['二百五十', 'にひゃくごじゅう'],
    ['三千', 'さんぜん'],
    ['二〇二一', 'にせんにじゅういち'],
    ['一〇〇', 'ひゃく'],
    ['一万', 'いちまん'],
    ['千', 'せん'],
    ['一千', 'いっせん'],
    ['三億二千万', 'さんおくにせんまん'],
    ['壱万', 'いちまん'],
    ['弐千', 'にせん'],
    ['三・五％', 'さんてんご'],
    ['万', null],
    ['〇', null],
    ['福祉', null],
  ])('%s is read %s', (text, expected) => {
    expect(kanjiNumberAt(text, 0)?.reading ?? null).toBe(expected);
  });
});
