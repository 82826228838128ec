import { describe, expect, it } from 'vitest';
import { alignReading } from '../../../src/japanese/align.ts';

const notation = (surface: string, reading: string, known: readonly string[] = []): string => {
  let text = '';
  let at = 0;
  const knows = (kanji: string, said: string): boolean => known.includes(`${kanji}${said}`);
  for (const ruby of alignReading(surface, reading, knows)) {
    text += `${surface.slice(at, ruby.start)}{${surface.slice(ruby.start, ruby.end)}|${ruby.reading}}`;
    at = ruby.end;
  }
  return text + surface.slice(at);
};

describe('laying a reading over a word', () => {
  it.each<[string, string, string]>([
    ['協働', 'きょうどう', '{協働|きょうどう}'],
    ['支え合い', 'ささえあい', '{支|ささ}え{合|あ}い'],
    ['取り組み', 'トリクミ', '{取|と}り{組|く}み'],
    ['お茶', 'おちゃ', 'お{茶|ちゃ}'],
    ['聞く', 'きく', '{聞|き}く'],
    ['言い合い', 'いいあい', '{言|い}い{合|あ}い'],
    ['買い入れ', 'かいいれ', '{買|か}い{入|い}れ'],
    ['消しゴム', 'けしごむ', '{消|け}しゴム'],
    ['サ変', 'さへん', 'サ{変|へん}'],
    ['自由が丘', 'じゆうがおか', '{自由|じゆう}が{丘|おか}'],
    ['自由ヶ丘', 'じゆうがおか', '{自由ヶ丘|じゆうがおか}'],
    ['人々', 'ひとびと', '{人々|ひとびと}'],
    ['Ｔ字路', 'てぃーじろ', '{Ｔ字路|てぃーじろ}'],
    ['大人', 'おとな', '{大人|おとな}'],
    ['あした', 'あした', 'あした'],
    ['カナ', 'かな', 'カナ'],
    ['漢字', '', '漢字'],
    ['', 'かな', ''],
  ])('%s read %s is %s', (surface, reading, expected) => {
    expect(notation(surface, reading)).toBe(expected);
  });

  it('takes the whole word where kana and reading disagree', () => {
    expect(notation('今日は', 'こんにちわ')).toBe('{今日は|こんにちわ}');
  });

  it('prefers a split whose parts are known', () => {
    expect(notation('物の怪', 'もののけ')).toBe('{物|も}の{怪|のけ}');
    expect(notation('物の怪', 'もののけ', ['物もの', '怪け'])).toBe('{物|もの}の{怪|け}');
  });
});
