/** Signs that are a number in one character: Ⅲ, ①, ⑴, ㈠. For the readings and for the voice. */

/** `circled` is said まる, `bracketed` かっこ; the others are the number alone. */
export interface NumberSign {
  readonly kind: 'roman' | 'circled' | 'bracketed' | 'dotted';
  readonly value: number;
}

interface SignRange {
  readonly from: number;
  readonly to: number;
  /** The value of the first. */
  readonly value: number;
  readonly kind: NumberSign['kind'];
}

/** Unicode's blocks Number Forms, Enclosed Alphanumerics, Dingbats, and Enclosed CJK Letters and Months. */
const RANGES: readonly SignRange[] = [
  { from: 0x2160, to: 0x216b, value: 1, kind: 'roman' },
  { from: 0x2170, to: 0x217b, value: 1, kind: 'roman' },
  { from: 0x2460, to: 0x2473, value: 1, kind: 'circled' },
  { from: 0x2474, to: 0x2487, value: 1, kind: 'bracketed' },
  { from: 0x2488, to: 0x249b, value: 1, kind: 'dotted' },
  { from: 0x24ea, to: 0x24ea, value: 0, kind: 'circled' },
  { from: 0x24eb, to: 0x24f4, value: 11, kind: 'circled' },
  { from: 0x24f5, to: 0x24fe, value: 1, kind: 'circled' },
  { from: 0x24ff, to: 0x24ff, value: 0, kind: 'circled' },
  { from: 0x2776, to: 0x277f, value: 1, kind: 'circled' },
  { from: 0x2780, to: 0x2789, value: 1, kind: 'circled' },
  { from: 0x278a, to: 0x2793, value: 1, kind: 'circled' },
  { from: 0x3220, to: 0x3229, value: 1, kind: 'bracketed' },
  { from: 0x3251, to: 0x325f, value: 21, kind: 'circled' },
  { from: 0x3280, to: 0x3289, value: 1, kind: 'circled' },
  { from: 0x32b1, to: 0x32bf, value: 36, kind: 'circled' },
];

/** The sign of a UTF-16 code unit, or `null`. */
export function numberSign(unit: number): NumberSign | null {
  const range = RANGES.find(({ from, to }) => unit >= from && unit <= to);
  return range === undefined ? null : { kind: range.kind, value: range.value + unit - range.from };
}

/** All of them, for whoever needs a table. */
export const NUMBER_SIGNS: readonly number[] = RANGES.flatMap(({ from, to }) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index),
);

/** I to XII in Latin letters, which stand for a number only behind 第. */
const ROMAN_LETTERS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The value of Roman letters; 0 where they are none. */
export function romanValue(letters: string): number {
  return ROMAN_LETTERS.indexOf(letters) + 1;
}
