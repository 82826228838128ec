/** Signs that are a number in one character: Ⅲ, ①, ⑴, ㈠. For the readings and for the voice. */

/** `circled` is said まる, `bracketed` かっこ; the others are the number alone. */
export interface NumberSign {
  readonly kind: 'roman' | 'circled' | 'bracketed' | 'dotted';
  readonly value: number;
}

type SignRange = readonly [kind: NumberSign['kind'], from: number, to: number, first: number];

/**
 * The first and the last of each row, and the value of the first. Unicode's blocks Number Forms, Enclosed Alphanumerics,
 * Dingbats, and Enclosed CJK Letters and Months.
 */
const RANGES: readonly SignRange[] = [
  ['roman', 0x2160, 0x216b, 1],
  ['roman', 0x2170, 0x217b, 1],
  ['circled', 0x2460, 0x2473, 1],
  ['bracketed', 0x2474, 0x2487, 1],
  ['dotted', 0x2488, 0x249b, 1],
  ['circled', 0x24ea, 0x24ea, 0],
  ['circled', 0x24eb, 0x24f4, 11],
  ['circled', 0x24f5, 0x24fe, 1],
  ['circled', 0x24ff, 0x24ff, 0],
  ['circled', 0x2776, 0x277f, 1],
  ['circled', 0x2780, 0x2789, 1],
  ['circled', 0x278a, 0x2793, 1],
  ['bracketed', 0x3220, 0x3229, 1],
  ['circled', 0x3251, 0x325f, 21],
  ['circled', 0x3280, 0x3289, 1],
  ['circled', 0x32b1, 0x32bf, 36],
];

/** The sign of a UTF-16 code unit, or `null`. */
export function numberSign(unit: number): NumberSign | null {
  const range = RANGES.find(([, from, to]) => unit >= from && unit <= to);
  if (range === undefined) return null;
  const [kind, from, , first] = range;
  return { kind, value: first + unit - from };
}

/** I to XII in Latin letters, which stand for a number only behind 第. */
const ROMAN_LETTERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The value of Roman letters; 0 where they are none. */
export function romanValue(letters: string): number {
  return ROMAN_LETTERS.indexOf(letters) + 1;
}
