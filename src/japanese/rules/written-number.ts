/** Finds where a number that is written in digits, in kanji or in both ends, and how it is read. */
import { joinLarge, readBelowTenThousand, readDecimal, readDigits, readWhole } from './numerals.ts';

export interface WrittenNumber {
  /** Where the number ends in the text. */
  readonly end: number;
  /** Before sound changes. */
  readonly reading: string;
  /** The whole number's digits, ASCII; empty where it has decimals, is too large to be exact or is vague. */
  readonly value: string;
}

const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };
const LARGE: Readonly<Record<string, readonly [power: number, reading: string]>> = {
  万: [4, 'まん'],
  億: [8, 'おく'],
  兆: [12, 'ちょう'],
  京: [16, 'けい'],
};
const KANJI_DIGITS = '〇一二三四五六七八九';
/** The forms of deeds and certificates. */
const FORMAL_DIGITS: Readonly<Record<string, number>> = { 壱: 1, 弐: 2, 参: 3 };
/** Longer runs of kanji numerals are no number; the bound keeps a text of nothing else linear. */
const LONGEST_KANJI_NUMBER = 24;
/** The digits that a number may have in groups before a unit: 1,234千円. */
const LONGEST_BEFORE_UNIT = 12;

type DigitAt = (text: string, at: number) => string;

/** A full-width digit as ASCII, or nothing. */
const arabic: DigitAt = (text, at) => '0123456789'.charAt(text.charCodeAt(at) - 0xff10);

const KANJI_VALUES = new Map<number, string>([
  ...[...KANJI_DIGITS].map((char, value) => [char.charCodeAt(0), String(value)] as const),
  ...Object.entries(FORMAL_DIGITS).map(([char, value]) => [char.charCodeAt(0), String(value)] as const),
]);

/** A digit in kanji as ASCII, or nothing. */
const kanji: DigitAt = (text, at) => KANJI_VALUES.get(text.charCodeAt(at)) ?? '';

export function isDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xff10 && unit <= 0xff19;
}

/** The number in full-width digits at `at`: ２，０００, ３．５, １万２，３４５, ２億３千万, １，２３４千. */
export function digitsAt(text: string, at: number): WrittenNumber {
  const group = digitGroup(text, at);
  const decimals = decimalsEnd(text, at, group.end);
  if (decimals > 0) {
    const reading = readDecimal(group.digits, fold(text.slice(group.end + 1, decimals)));
    const large = LARGE[text.charAt(decimals)];
    return large === undefined
      ? { end: decimals, reading, value: '' }
      : { end: decimals + 1, reading: reading + large[1], value: '' };
  }
  const plain = { end: group.end, reading: readGroup(group.digits), value: group.digits };
  if (group.digits.length > LONGEST_BEFORE_UNIT) return plain;
  if (!isUnit(text, group.end) || group.digits.startsWith('0')) return plain;
  const unit = SMALL[text.charAt(group.end)];
  if (unit !== undefined && group.digits.length > 1) return inUnits(text, group);
  return mixed(text, at, arabic) ?? plain;
}

/** The number in kanji at `at`, or `null`: 十四, 二〇二一, 三千五百万, 三・五 before ％. */
export function kanjiNumberAt(text: string, at: number): WrittenNumber | null {
  let end = at;
  while (kanji(text, end) !== '' || isUnit(text, end)) {
    end += 1;
    if (end - at > LONGEST_KANJI_NUMBER) return null;
  }
  let digits = '';
  for (let index = at; index < end; index++) digits += kanji(text, index);
  if (digits.length === end - at && end > at) {
    if (digits === '0' || (digits.startsWith('0') && digits.length > 1)) return null;
    const decimal = /^・([〇一二三四五六七八九]{1,4})(?=％|パー|ポイ|倍|割)/u.exec(text.slice(end, end + 8));
    if (decimal?.[1] === undefined) return { end, reading: readWhole(digits), value: digits };
    const decimals = [...decimal[1]].map((char) => KANJI_DIGITS.indexOf(char)).join('');
    return { end: end + decimal[0].length, reading: readDecimal(digits, decimals), value: '' };
  }
  return mixed(text, at, kanji);
}

/** A leading zero tells a code from a quantity. */
function readGroup(digits: string): string {
  return digits.length > 1 && digits.startsWith('0') ? readDigits(digits) : readWhole(digits);
}

function isUnit(text: string, at: number): boolean {
  return at < text.length && '十百千万億兆京拾'.includes(text.charAt(at));
}

interface Group {
  readonly end: number;
  readonly digits: string;
}

/** Digits with commas between groups of three. */
function digitGroup(text: string, at: number): Group {
  let end = at;
  while (isDigitAt(text, end)) end += 1;
  if (end - at <= 3) {
    while (text[end] === '，' && threeDigits(text, end + 1)) end += 4;
  }
  return { end, digits: fold(text.slice(at, end)) };
}

function threeDigits(text: string, at: number): boolean {
  return (
    isDigitAt(text, at) && isDigitAt(text, at + 1) && isDigitAt(text, at + 2) && !isDigitAt(text, at + 3)
  );
}

/** Where decimals end, or 0 where there are none: 1.2.3 is a list of numbers. */
function decimalsEnd(text: string, start: number, point: number): number {
  if (text[point] !== '．' || !isDigitAt(text, point + 1)) return 0;
  if (text[start - 1] === '．' && isDigitAt(text, start - 2)) return 0;
  let end = point + 1;
  while (isDigitAt(text, end)) end += 1;
  return text[end] === '．' && isDigitAt(text, end + 1) ? 0 : end;
}

/** Full-width digits as ASCII, without commas. */
function fold(text: string): string {
  let digits = '';
  for (let at = 0; at < text.length; at++) digits += arabic(text, at);
  return digits;
}

/** The accountants' units: 1,234千円, 500百万円 are read as they are written. */
function inUnits(text: string, { end, digits }: Group): WrittenNumber {
  let reading = readWhole(digits);
  let at = end;
  for (;;) {
    const char = text.charAt(at);
    const said = { 十: 'じゅう', 百: 'ひゃく', 千: 'せん' }[char] ?? LARGE[char]?.[1];
    if (said === undefined) return { end: at, reading, value: '' };
    reading += said;
    at += 1;
  }
}

/** Digits and units by turns, the units falling: 二億三千万, 5百, 1万2345. `null` where they don't make a number. */
function mixed(text: string, start: number, digitAt: DigitAt): WrittenNumber | null {
  let at = start;
  let reading = '';
  let value = 0;
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    const section = sectionAt(text, at, digitAt);
    const large = LARGE[text.charAt(section.end)];
    if (large !== undefined && large[0] < last && section.value > 0) {
      [last] = large;
      reading += joinLarge(readSection(section, true), large[1]);
      value += section.value * 10 ** last;
      at = section.end + 1;
      continue;
    }
    if (section.value === 0 || section.value >= 10 ** Math.min(last, 16)) break;
    reading += readSection(section, false);
    value += section.value;
    at = section.end;
    break;
  }
  if (reading === '') return null;
  return { end: at, reading, value: Number.isSafeInteger(value) ? String(value) : '' };
}

interface Section {
  readonly end: number;
  readonly value: number;
  /** 一千 or 1千 is written. */
  readonly fullThousand: boolean;
}

/** What stands before 万, or at the end: 三千五百, 2千, 1234. */
function sectionAt(text: string, start: number, digitAt: DigitAt): Section {
  let at = start;
  let value = 0;
  let last = 10_000;
  let fullThousand = false;
  for (;;) {
    const { end, digits } = run(text, at, digitAt);
    const unit = SMALL[text.charAt(end)] ?? 0;
    if (unit > 0 && unit < last && digits.length <= 1 && digits !== '0') {
      value += Number(digits || 1) * unit;
      fullThousand ||= digits === '1' && unit === 1000;
      last = unit;
      at = end + 1;
      continue;
    }
    const fits = digits !== '' && (last === 10_000 || digits.length < String(last).length) && unit === 0;
    return fits ? { end, value: value + Number(digits), fullThousand } : { end: at, value, fullThousand };
  }
}

function run(text: string, at: number, digitAt: DigitAt): Group {
  if (digitAt === arabic) return digitGroup(text, at);
  let end = at;
  let digits = '';
  while (kanji(text, end) !== '' && end - at <= LONGEST_KANJI_NUMBER) {
    digits += kanji(text, end);
    end += 1;
  }
  return { end, digits };
}

function readSection({ value, fullThousand }: Section, beforeLarge: boolean): string {
  return value < 10_000 ? readBelowTenThousand(value, beforeLarge || fullThousand) : readWhole(String(value));
}
