/** The readings of numbers in a form of their own: 2021/4/1, 10:30, 1/2, R3.4.1, 044-739-8711. */
import type { Counter } from './counter-table.ts';
import { counterAt, joinCounter } from './counters.ts';
import { dayOfMonth } from './days.ts';
import { readDigits, readWhole } from './numerals.ts';
import { type FoundNumber, whole } from './scene.ts';
import {
  ascii,
  CLOCK,
  ERA_DATE,
  FRACTION,
  FULL_DATE,
  isDate,
  isFraction,
  isTelephone,
  LOCAL_TELEPHONE,
  MONTH_DAY,
  matchAt,
  POSTCODE,
  TELEPHONE,
} from './written-forms.ts';
import { isDigitAt } from './written-number.ts';

const NONE: readonly FoundNumber[] = [];
/** What may stand behind the first digits of a form, or before a code without one. */
const SIGNS: ReadonlySet<string> = new Set('/／.．:：-－‐‑–−()（） 　');
/** A form's first digits are no more than these. */
const MOST_FIRST_DIGITS = 7;

/** The numbers of a form that begins with the digit at `at`; none where there is no such form. */
export function formAt(text: string, at: number): readonly FoundNumber[] {
  let end = at + 1;
  while (end - at <= MOST_FIRST_DIGITS && isDigitAt(text, end)) end += 1;
  // Most numbers have none of these beside them, which is told faster than by the patterns.
  const before = text.charAt(at - 1);
  const possible = SIGNS.has(text.charAt(end)) || before === '〒' || before === '　' || text[at - 2] === '内';
  if (!possible) return NONE;
  const spelled = spelledAt(text, at);
  if (spelled.length > 0) return spelled;
  const read = dateAt(text, at) ?? clockAt(text, at) ?? fractionAt(text, at);
  return read === null ? NONE : [read];
}

function count(digits: string, counter: string): string {
  const found: Counter | null = counterAt(counter, 0);
  return found === null ? '' : joinCounter(readWhole(digits), found).join('');
}

function day(digits: string): string {
  return dayOfMonth(Number(digits)) ?? count(String(Number(digits)), '日');
}

function month(digits: string): string {
  return count(String(Number(digits)), '月');
}

function dateAt(text: string, at: number): FoundNumber | null {
  const full = matchAt(FULL_DATE, text, at);
  if (full !== null && isDate(full[3] ?? '', full[4] ?? '')) {
    const [, y = '', , m = '', d = ''] = full.map(ascii);
    return whole(at, at + full[0].length, count(y, '年') + month(m) + day(d));
  }
  const short = matchAt(MONTH_DAY, text, at);
  if (short !== null && isDate(short[1] ?? '', short[2] ?? '')) {
    const [, m = '', d = ''] = short.map(ascii);
    return whole(at, at + short[0].length, month(m) + day(d));
  }
  return null;
}

/** The date behind the letter of an era, which the caller has found: R3.4.1 or H30.4. */
export function eraDateAt(text: string, at: number): FoundNumber | null {
  const match = matchAt(ERA_DATE, text, at);
  if (match === null || !isDate(match[2] ?? '', match[3] ?? '1')) return null;
  const [year = '', m = '', d] = match.slice(1).map((part) => (part === undefined ? part : ascii(part)));
  const reading = count(String(Number(year)), '年') + month(m) + (d === undefined ? '' : day(d));
  return whole(at, at + match[0].length, reading);
}

function clockAt(text: string, at: number): FoundNumber | null {
  const match = matchAt(CLOCK, text, at);
  if (match === null) return null;
  const [, hour = '', minute = ''] = match.map(ascii);
  const minutes = minute === '00' ? '' : count(String(Number(minute)), '分');
  return whole(at, at + match[0].length, count(String(Number(hour)), '時') + minutes);
}

function fractionAt(text: string, at: number): FoundNumber | null {
  const match = matchAt(FRACTION, text, at);
  if (match === null || !isFraction(match[1] ?? '', match[2] ?? '')) return null;
  const [, part = '', of = ''] = match.map(ascii);
  return whole(at, at + match[0].length, `${readWhole(of)}ぶんの${readWhole(part)}`);
}

/** Postcodes and telephone numbers, digit by digit. */
function spelledAt(text: string, at: number): readonly FoundNumber[] {
  const telephone = matchAt(TELEPHONE, text, at);
  const known = telephone !== null && isTelephone(telephone.slice(1)) ? telephone : null;
  const match = matchAt(POSTCODE, text, at) ?? known ?? matchAt(LOCAL_TELEPHONE, text, at);
  if (match === null) return NONE;
  const found: FoundNumber[] = [];
  let from = at;
  for (const group of match.slice(1)) {
    if (group === undefined) continue;
    const start = text.indexOf(group, from);
    from = start + group.length;
    found.push(whole(start, from, readDigits(ascii(group))));
  }
  return found;
}
