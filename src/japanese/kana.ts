/** Kana and kanji: what a character is, and the two syllabaries turned into each other. */

/** Katakana that has a hiragana 0x60 below it: ァ to ヴ, and the iteration marks; ヵ and ヶ are signs, not kana. */
const KATAKANA = /[ァ-ヴヽヾ]/gu;
const HIRAGANA = /[ぁ-ゔゝゞ]/gu;
const DISTANCE = 0x60;

/** Katakana as hiragana, in the same number of code units; everything else, ー included, stays as it is. */
export function toHiragana(text: string): string {
  return text.replace(KATAKANA, (char) => String.fromCharCode(char.charCodeAt(0) - DISTANCE));
}

/** Hiragana as katakana, in the same number of code units; everything else stays as it is. */
export function toKatakana(text: string): string {
  return text.replace(HIRAGANA, (char) => String.fromCharCode(char.charCodeAt(0) + DISTANCE));
}

/** True where the first character is hiragana, katakana (half-width too) or the long-vowel mark. */
export function isKana(char: string): boolean {
  return /^[ぁ-ゖゝ-ゟァ-ヴヷ-ヺー-ヿㇰ-ㇿｦ-ﾟ]/u.test(char);
}

/** True where the first character is hiragana or the long-vowel mark. */
export function isHiragana(char: string): boolean {
  return /^[ぁ-ゖゝ-ゟー]/u.test(char);
}

/**
 * Characters that need a reading: ideographs with their extensions, compatibility forms and radicals, the marks
 * 々 〆 〇, and the small ヶ and ヵ, which stand for 箇 or が and are read か, が or こ.
 */
export const KANJI_CLASS =
  '\\u2e80-\\u2fdf\\u3005-\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}ヶヵ';

const STARTS_WITH_KANJI = new RegExp(`^[${KANJI_CLASS}]`, 'u');
const HAS_KANJI = new RegExp(`[${KANJI_CLASS}]`, 'u');

/** True where the first character is a kanji in the sense of `KANJI_CLASS`. */
export function isKanji(char: string): boolean {
  return STARTS_WITH_KANJI.test(char);
}

export function hasKanji(text: string): boolean {
  return HAS_KANJI.test(text);
}
