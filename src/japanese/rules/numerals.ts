/** Numbers, written in digits or in kanji, and how they are read aloud. */

/** A number up to 10^16, exact; `text` is read as digits where it is not a quantity (a leading zero). */
const DIGITS = ['れい', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'] as const;
const HUNDREDS = [
  '',
  'ひゃく',
  'にひゃく',
  'さんびゃく',
  'よんひゃく',
  'ごひゃく',
  'ろっぴゃく',
  'ななひゃく',
  'はっぴゃく',
  'きゅうひゃく',
] as const;
const THOUSANDS = [
  '',
  'せん',
  'にせん',
  'さんぜん',
  'よんせん',
  'ごせん',
  'ろくせん',
  'ななせん',
  'はっせん',
  'きゅうせん',
] as const;
/** By ten thousands; 兆 and 京 double the consonant of 1, 8 and 10 before them. */
const LARGE = ['', 'まん', 'おく', 'ちょう', 'けい'] as const;
const BEFORE_DOUBLING: readonly (readonly [RegExp, string])[] = [
  [/いち$/u, 'いっ'],
  [/はち$/u, 'はっ'],
  [/じゅう$/u, 'じゅっ'],
];

/** How a whole number of at most 20 digits is read: 1 いち, 300 さんびゃく, 10000 いちまん. Empty for none. */
export function readWhole(digits: string): string {
  const trimmed = digits.replace(/^0+(?=\d)/u, '');
  if (trimmed === '0') return 'ぜろ';
  if (trimmed.length > LARGE.length * 4) return readDigits(digits);
  let reading = '';
  const groups = Math.ceil(trimmed.length / 4);
  for (let group = groups - 1; group >= 0; group--) {
    const end = trimmed.length - group * 4;
    const value = Number(trimmed.slice(Math.max(0, end - 4), end));
    if (value === 0) continue;
    const unit = LARGE[group] ?? '';
    let part = readBelowTenThousand(value, group > 0);
    if (unit === 'ちょう' || unit === 'けい') part = double(part);
    reading += part + unit;
  }
  return reading;
}

function readBelowTenThousand(value: number, beforeUnit: boolean): string {
  const thousand = Math.floor(value / 1000);
  const hundred = Math.floor(value / 100) % 10;
  const ten = Math.floor(value / 10) % 10;
  const one = value % 10;
  // 一千万 is said いっせんまん, 千円 plainly せんえん.
  const thousands = thousand === 1 && beforeUnit ? 'いっせん' : (THOUSANDS[thousand] ?? '');
  const tens = ten === 0 ? '' : ten === 1 ? 'じゅう' : `${DIGITS[ten] ?? ''}じゅう`;
  return thousands + (HUNDREDS[hundred] ?? '') + tens + (one === 0 ? '' : (DIGITS[one] ?? ''));
}

function double(reading: string): string {
  for (const [end, doubled] of BEFORE_DOUBLING) if (end.test(reading)) return reading.replace(end, doubled);
  return reading;
}

/** Digit by digit, zero as ゼロ: years of two digits, codes, what follows a decimal point. */
export function readDigits(digits: string): string {
  return [...digits].map((digit) => (digit === '0' ? 'ぜろ' : (DIGITS[Number(digit)] ?? ''))).join('');
}

export interface ParsedNumber {
  /** The value's decimal digits without separators, ASCII. */
  readonly digits: string;
  /** The decimals after the point, ASCII; empty for a whole number. */
  readonly decimals: string;
  /** The reading before sound changes. */
  readonly reading: string;
}

const KANJI_DIGITS = '〇一二三四五六七八九';
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 4, 億: 8, 兆: 12, 京: 16 };

/**
 * Parses a number in full-width or ASCII digits with separators and decimals, in kanji numerals, or in both mixed
 * (150万, 2億3千万, 二〇二一, 十四). `null` where the text isn't a number as a whole.
 */
export function parseNumber(text: string): ParsedNumber | null {
  const ascii = text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[，,](?=\d{3}(?!\d))/gu, '');
  const decimal = /^(\d+)[．.・](\d+)([万億兆]?)$/u.exec(ascii);
  if (decimal !== null) return decimalNumber(decimal[1] ?? '', decimal[2] ?? '', decimal[3] ?? '');
  const digits = /^\d+$/u.test(ascii) ? ascii : kanjiDigits(ascii);
  if (digits === null) return null;
  const code = /^0\d/u.test(digits);
  return { digits, decimals: '', reading: code ? readDigits(digits) : readWhole(digits) };
}

function decimalNumber(whole: string, decimals: string, unit: string): ParsedNumber {
  // Before the point a lone 0 is れい; 2 and 5 are lengthened, as announcers do.
  const head = /^0+$/u.test(whole) ? 'れい' : readWhole(whole);
  const lengthened = head.replace(/^に$/u, 'にい').replace(/^ご$/u, 'ごう');
  const point = lengthened
    .replace(/いち$/u, 'いっ')
    .replace(/はち$/u, 'はっ')
    .replace(/じゅう$/u, 'じゅっ');
  const power = LARGE_UNITS[unit];
  const suffix = power === undefined ? '' : (LARGE[power / 4] ?? '');
  return { digits: whole, decimals, reading: `${point}てん${readDigits(decimals)}${suffix}` };
}

function kanjiDigits(text: string): string | null {
  if (/^[〇一二三四五六七八九]{2,}$/u.test(text)) {
    return [...text].map((char) => String(KANJI_DIGITS.indexOf(char))).join('');
  }
  let total = 0n;
  let section = 0n;
  let number: bigint | null = null;
  let lastPower = Number.POSITIVE_INFINITY;
  for (const piece of text.match(/\d+|./gu) ?? []) {
    const digit = KANJI_DIGITS.indexOf(piece);
    const small = SMALL_UNITS[piece];
    const large = LARGE_UNITS[piece];
    if (/^\d+$/u.test(piece) || digit >= 0) {
      if (number !== null) return null;
      number = digit >= 0 ? BigInt(digit) : BigInt(piece);
    } else if (small !== undefined) {
      section += (number ?? 1n) * BigInt(small);
      number = null;
    } else if (large !== undefined && large < lastPower) {
      section += number ?? 0n;
      if (section === 0n) return null;
      total += section * 10n ** BigInt(large);
      section = 0n;
      number = null;
      lastPower = large;
    } else return null;
  }
  return String(total + section + (number ?? 0n));
}
