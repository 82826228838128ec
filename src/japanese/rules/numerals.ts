/** How numbers are read aloud: whole ones, and digits one by one. */

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

/** Above this many digits a number has no name in everyday use, and is read digit by digit. */
const MOST_DIGITS = LARGE.length * 4;

/** How a whole number in ASCII digits is read: 1 いち, 300 さんびゃく, 10000 いちまん, 0 ぜろ. */
export function readWhole(digits: string): string {
  const trimmed = digits.replace(/^0+(?=\d)/u, '');
  if (trimmed === '0') return 'ぜろ';
  if (trimmed.length > MOST_DIGITS) return readDigits(digits);
  let reading = '';
  for (let group = Math.ceil(trimmed.length / 4) - 1; group >= 0; group--) {
    const end = trimmed.length - group * 4;
    const value = Number(trimmed.slice(Math.max(0, end - 4), end));
    if (value > 0) reading += joinLarge(readBelowTenThousand(value, group > 0), LARGE[group] ?? '');
  }
  return reading;
}

/** A number from 1 to 9999. 一千 is said いっせん before 万 and the like, and where it is written so; else plainly せん. */
export function readBelowTenThousand(value: number, fullThousand: boolean): string {
  const thousand = Math.floor(value / 1000);
  const ten = Math.floor(value / 10) % 10;
  const one = value % 10;
  const thousands = thousand === 1 && fullThousand ? 'いっせん' : (THOUSANDS[thousand] ?? '');
  const tens = ten === 0 ? '' : ten === 1 ? 'じゅう' : `${DIGITS[ten] ?? ''}じゅう`;
  return thousands + (HUNDREDS[Math.floor(value / 100) % 10] ?? '') + tens + (one === 0 ? '' : DIGITS[one]);
}

/** A number and まん, おく, ちょう or けい behind it: いち + ちょう is いっちょう. */
export function joinLarge(reading: string, unit: string): string {
  const doubles = unit === 'ちょう' || unit === 'けい';
  return (doubles ? doubleEnd(reading) : reading) + unit;
}

/** いち, はち and じゅう as they are before a doubled consonant: いっ, はっ, じゅっ. */
export function doubleEnd(reading: string): string {
  if (reading.endsWith('いち') || reading.endsWith('はち')) return `${reading.slice(0, -1)}っ`;
  return reading.endsWith('じゅう') ? `${reading.slice(0, -1)}っ` : reading;
}

/** Digit by digit, zero as ゼロ: telephone numbers, codes, what follows a decimal point. */
export function readDigits(digits: string): string {
  let reading = '';
  for (const digit of digits) reading += digit === '0' ? 'ぜろ' : (DIGITS[Number(digit)] ?? '');
  return reading;
}

/** ASCII digits with decimals: 1 and 5 いってんご, 0 and 7 れいてんなな. */
export function readDecimal(whole: string, decimals: string): string {
  const head = /^0+$/u.test(whole) ? 'れい' : readWhole(whole);
  return `${doubleEnd(head)}てん${readDigits(decimals)}`;
}
