import { describe, expect, it } from 'vitest';
import { hasKanji, isKana, isKanji, toHiragana, toKatakana } from '../../../src/japanese/kana.ts';
import { toRomaji } from '../../../src/japanese/romaji.ts';

describe('kana', () => {
  it.each<[string, string]>([
    ['キョウドウ', 'きょうどう'],
    ['ヴァイオリン', 'ゔぁいおりん'],
    ['コーヒー', 'こーひー'],
    ['百合ヶ丘', '百合ヶ丘'],
    ['ABC漢字', 'ABC漢字'],
  ])('%s in hiragana is %s', (text, expected) => {
    expect(toHiragana(text)).toBe(expected);
  });

  it('goes to katakana and back', () => {
    expect(toKatakana('きょうどう、ゔ')).toBe('キョウドウ、ヴ');
    expect(toHiragana(toKatakana('きょうどう'))).toBe('きょうどう');
  });

  it.each<[string, boolean]>([
    ['漢', true],
    ['々', true],
    ['〆', true],
    ['〇', true],
    ['ヶ', true],
    ['㐂', true],
    ['𠮷', true],
    ['⼭', true],
    ['神', true],
    ['あ', false],
    ['ア', false],
    ['1', false],
    ['a', false],
    ['。', false],
    ['😀', false],
    ['', false],
  ])('%j is a kanji: %s', (char, expected) => {
    expect(isKanji(char)).toBe(expected);
  });

  it('tells kana from everything else', () => {
    expect(['あ', 'ア', 'ー', 'ｱ', 'ゞ'].every(isKana)).toBe(true);
    expect(['漢', 'a', '1', '、', '・', 'ヶ', ''].some(isKana)).toBe(false);
    expect(hasKanji('お茶')).toBe(true);
    expect(hasKanji('おちゃ')).toBe(false);
  });

  it.each<[string, string]>([
    ['きょうどう', 'kyoudou'],
    ['しゅっちょう', 'shutchou'],
    ['ふくし', 'fukushi'],
  ])('%s in Latin letters is %s', (kana, expected) => {
    expect(toRomaji(kana)).toBe(expected);
  });
});
