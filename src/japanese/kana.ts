/** Kana and kanji: what a character is, and the two syllabaries turned into each other. */

/** Katakana that has a hiragana this far below it: ァ to ヴ, and the iteration marks; ヵ and ヶ are signs, not kana. */
const DISTANCE = 0x60;

/** Katakana as hiragana, in the same number of code units; everything else, ー included, stays as it is. */
export function toHiragana(text: string): string {
  return shifted(text, 0x30a1, -DISTANCE);
}

/** Hiragana as katakana, in the same number of code units; everything else stays as it is. */
export function toKatakana(text: string): string {
  return shifted(text, 0x3041, DISTANCE);
}

/** Every word passes here several times, so what needs no change costs only a look at it. */
function shifted(text: string, from: number, distance: number): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const place = text.charCodeAt(at) - from;
    const isShifted = (place >= 0 && place <= VU) || place === ITERATION || place === ITERATION + 1;
    if (!isShifted) continue;
    if (at > copied) result += text.slice(copied, at);
    result += String.fromCharCode(place + from + distance);
    copied = at + 1;
  }
  if (copied === 0) return text;
  return copied < text.length ? result + text.slice(copied) : result;
}

/** How far ゔ and ゝ are from ぁ; in both syllabaries. */
const VU = 0x53;
const ITERATION = 0x5c;

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
  const unit = char.charCodeAt(0);
  return isUnified(unit) || (!isPlainKana(unit) && STARTS_WITH_KANJI.test(char));
}

export function hasKanji(text: string): boolean {
  let plain = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isUnified(unit)) return true;
    plain &&= isPlainKana(unit);
  }
  return !plain && HAS_KANJI.test(text);
}

/** Almost every character that is asked for is one of these two; the patterns know the rest. */
function isUnified(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Hiragana, and katakana but for the small ヵ and ヶ. */
function isPlainKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x30fc && unit !== 0x30f5 && unit !== 0x30f6;
}
