/** Where a number may begin. Most characters of a text are none of these, so that they are passed by quickly. */
import { numberSign } from './number-signs.ts';

/** What kind of number a character may begin. */
export const PLACE = {
  none: 0,
  digit: 1,
  kanji: 2,
  vague: 3,
  sign: 4,
  /** The letter of an era, ￥, −: only before a digit. */
  prefix: 5,
  /** I, V and X: only behind 第. */
  roman: 6,
  /** 元, of 元年. */
  first: 7,
} as const;

const KINDS = new Uint8Array(0x10000);
for (let unit = 0xff10; unit <= 0xff19; unit++) KINDS[unit] = PLACE.digit;
// The blocks that hold them all, from Number Forms to Enclosed CJK Letters.
for (let unit = 0x2150; unit < 0x3300; unit++) if (numberSign(unit) !== null) KINDS[unit] = PLACE.sign;
for (const [chars, kind] of [
  ['〇一二三四五六七八九十百千万億兆壱弐', PLACE.kanji],
  ['数何幾', PLACE.vague],
  ['HRSMTＨＲＳＭＴ￥¥＄－−△▲', PLACE.prefix],
  ['IVXＩＶＸ', PLACE.roman],
  ['元', PLACE.first],
] as const) {
  for (const char of chars) KINDS[char.charCodeAt(0)] = kind;
}

/** The kind of number that may begin with this code unit. */
export function placeKind(unit: number): number {
  return KINDS[unit] ?? PLACE.none;
}

/** Where the next number may begin, from `from` on; the text's length where there is none. */
export function nextPlace(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === PLACE.none) continue;
    if (kind === PLACE.prefix && KINDS[text.charCodeAt(at + 1)] !== PLACE.digit) continue;
    if (kind === PLACE.roman && text[at - 1] !== '第') continue;
    if (kind === PLACE.first && !'年（・'.includes(text.charAt(at + 1) || ' ')) continue;
    return at;
  }
  return text.length;
}
