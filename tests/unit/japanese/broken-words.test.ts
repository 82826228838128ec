import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/japanese/normalise.ts';

const WORDS =
  '地域 福祉 社会 協議 協議会 推進 目次 氏名 年齢 会長 山田 太郎 川崎 人気 支え 支え合い 取り組み 学ぶ 計画 人権 尊重 日程 日時 日本 年度 時間 総則 水木 日月 大学 学院 大学院 今日は 長山 市民 委員 民生委員 今日';
const words = new Set(WORDS.split(' '));
const mended = (text: string): string =>
  normalise(text, (surface) => (words.has(surface) ? ['カナ'] : [])).text.replaceAll('　', '_');

describe('white space inside a word', () => {
  it.each<[string, string, string]>([
    ['a spaced title', '目　次', '目次'],
    ['a title with much space', '目　　　次', '目次'],
    ['a title in brackets', '「目　次」', '「目次」'],
    ['a whole phrase of letters', '地 域 福 祉 を 推 進', '地域福祉を推進'],
    ['the label of a date', '日　時：４月', '日時：４月'],
    ['a place with what it is', '川　崎　市', '川崎市'],
    ['two titles side by side', '会　長　山　田　太　郎', '会長山田太郎'],
    ['a compound over a broken line', '地域福\n祉計画', '地域福祉計画'],
    ['a compound in a PDF', '地域福 祉計画の推 進を', '地域福祉計画の推進を'],
    ['a verb before its ending', '学 ぶ', '学ぶ'],
    ['a verb over a broken line', '支\nえ合い', '支え合い'],
    ['two verbs', '取り\n組みを', '取り組みを'],
    ['a number before its counter', '令和 3 年 4 月', '令和_３年_４月'],
    ['a number in a sign of order', '第 3 期', '第３期'],
    ['a number and a long counter', '14 年度', '１４年度'],
  ])('is left out: %s', (_, text, expected) => {
    expect(mended(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ['words side by side', '会長 山田太郎'],
    ['titles and names in columns', '会長　山田太郎　会長　山田太郎'],
    ['words that would make another', '市 民生委員'],
    ['a text with spaces between its words', 'この 人 気が ながい'],
    ['a greeting by chance', '今日 は'],
    ['a heading’s number', '1 人権の尊重'],
    ['a heading’s number in full width', '１　日程'],
    ['a chapter', '第１章　総則'],
    ['a form', '年　月　日'],
    ['a calendar', '日 月 火 水 木 金 土'],
    ['a blank line', '地域福\n\n祉計画'],
    ['an indented line', '地域福\n　祉計画'],
    ['columns far apart', '目　　　　　　　　　次'],
    ['two lone kanji that are no word', '目 川'],
    ['katakana and Latin', 'ボランティア センター and more'],
  ])('stays: %s', (_, text) => {
    expect(mended(text)).toBe(normalise(text).text.replaceAll('　', '_'));
  });

  it('looks up a bounded number of words for each gap', () => {
    const lookUps = (text: string): number => {
      let count = 0;
      normalise(text, () => {
        count += 1;
        return [];
      });
      return count;
    };
    for (const text of ['目 ', '福祉 ', '支 え', '學', '1 年月 ']) {
      expect(lookUps(text.repeat(2000))).toBeLessThan(lookUps(text.repeat(1000)) * 2.1 + 100);
    }
  });
});
