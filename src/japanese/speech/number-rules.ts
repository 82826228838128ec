/**
 * Numbers in a form of their own, put into words: telephone numbers, dates, times, eras by their letter, pages, ranges.
 * The patterns that the readings need too are in `written-forms.ts`.
 */
import {
  CLOCK,
  ERA_DATE,
  ERA_LETTER,
  eraOf,
  FULL_DATE,
  isDate,
  isTelephone,
  LOCAL_TELEPHONE,
  MONTH_DAY,
  TELEPHONE,
} from '../rules/written-forms.ts';
import { DASH, TILDE } from './signs.ts';
import type { SpeechRule } from './speech-rule.ts';
import { spellDigits } from './spelling.ts';

const YEAR_UNIT = '年度|年';
/** Counters that two ends of a range share; a dash before other words joins the parts of an address or a code. */
const COUNTED =
  '年|月|日|時|分|秒|週|人|名|歳|才|回|件|倍|割|度|円|世帯|団体|か所|ヶ所|カ所|か月|ヶ月|カ月|%|℃|km|cm|m|kg|g|ポイント|ページ|[万億千百]';

/** Groups of digits one by one, with a breath between them. */
function spellGroups(groups: readonly (string | undefined)[]): string {
  return groups
    .filter((group) => group !== undefined)
    .map(spellDigits)
    .join('の、');
}

/** A pause, unless what follows makes one, or belongs to what was said. */
function pauseBefore(match: RegExpExecArray): string {
  const rest = match.input.slice(match.index + match[0].length);
  return /^\s?(?:$|[、。・)）〜～~-]|から|まで|[にはのとも])/u.test(rest) ? '' : '、';
}

export const NUMBER_RULES: readonly SpeechRule[] = [
  // Telephone numbers and postcodes
  {
    pattern: /〒\s?(\d{3})-?(\d{4})(?!\d)/uy,
    say: ([, one = '', two = '']) => `郵便番号、${spellDigits(one)}の${spellDigits(two)}、`,
  },
  { pattern: /\((?=0\d{1,4}\)\d{1,4}-\d{3,4}(?!\d))/uy, say: () => '' },
  { pattern: TELEPHONE, say: (match) => (isTelephone(match.slice(1)) ? spellGroups(match.slice(1)) : null) },
  { pattern: LOCAL_TELEPHONE, say: (match) => spellGroups(match.slice(1)) },
  { pattern: /[#♯](\d{4})(?!\d)/uy, say: ([, digits = '']) => `シャープ${spellDigits(digits)}` },
  // Dates and times
  {
    pattern: FULL_DATE,
    say: ([, year, , month = '', day = '']) =>
      isDate(month, day) ? `${year}年${Number(month)}月${Number(day)}日` : null,
  },
  {
    pattern: MONTH_DAY,
    say: ([, month = '', day = '']) => (isDate(month, day) ? `${Number(month)}月${Number(day)}日` : null),
  },
  {
    pattern: /(?<=日|\/\d{1,2})\(([月火水木金土日])([・･]祝)?\)/uy,
    say: (match) => {
      const [, day, holiday = ''] = match;
      return `、${day}曜日${holiday === '' ? '' : '、祝日'}${pauseBefore(match)}`;
    },
  },
  {
    pattern: CLOCK,
    say: ([, hour = '', minute = '']) => `${Number(hour)}時${minute === '00' ? '' : `${Number(minute)}分`}`,
  },
  { pattern: ERA_LETTER, say: (match) => eraOf(match)?.name ?? null },
  {
    pattern: ERA_DATE,
    say: ([, year = '', month = '', day]) => {
      if (!isDate(month, day ?? '1')) return null;
      return `${Number(year)}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
    },
  },
  // Pages and numbers of things
  {
    pattern: new RegExp(
      `(?<![A-Za-z])[Pp]{1,2}\\.?\\s?(\\d+)\\s?(?:${TILDE}|${DASH})\\s?(?:[Pp]{1,2}\\.?\\s?)?(\\d+)`,
      'uy',
    ),
    say: ([, from, to]) => `${from}ページから${to}ページ`,
  },
  { pattern: /(?<![A-Za-z])[Pp]{1,2}\.?\s?(\d+)(?![A-Za-z\d])/uy, say: ([, page]) => `${page}ページ` },
  { pattern: /(?<![A-Za-z])(?:No\.?|NO\.|№)\s?(?=\d)/uy, say: () => 'ナンバー' },
  // Ranges: the sign alone, so that the readings on either side stay
  {
    pattern: new RegExp(
      `(?<=\\d)\\s?(?:${TILDE}|${DASH})\\s?(?=(?:明治|大正|昭和|平成|令和)?(?:\\d+|元)(${YEAR_UNIT})(?!間))`,
      'uy',
    ),
    say: ([, unit]) => `${unit}から`,
  },
  {
    // 4～6月, 9～17時: the first by itself would be said as a mere number.
    pattern: new RegExp(`(?<=\\d)\\s?(?:${TILDE}|${DASH})\\s?(?=\\d{1,2}(月|時)(?!間))`, 'uy'),
    say: ([, unit]) => `${unit}から`,
  },
  {
    pattern: new RegExp(`(?<=(?:^|\\D)(?:19|20)\\d{2})${DASH}(?=(?:19|20)\\d{2}(?!\\d))`, 'uy'),
    say: () => 'から',
  },
  {
    pattern: new RegExp(`(?<=(?:${YEAR_UNIT}|月|日))\\s?${DASH}\\s?(?=(?:平成|令和|昭和)?\\d)`, 'uy'),
    say: () => 'から',
  },
  { pattern: new RegExp(`(?<=:\\d{2})${DASH}(?=\\d{1,2}:\\d{2})`, 'uy'), say: () => 'から' },
  {
    pattern: new RegExp(
      `(?<=(?:^|[^\\d,-])[\\d,]{1,9})${DASH}(?=\\d[\\d,]{0,8}(?:\\.\\d+)?(?:${COUNTED}))`,
      'uy',
    ),
    say: () => 'から',
  },
  {
    pattern: new RegExp(`(?<=\\d[^\\s\\d]{0,4})\\s?${TILDE}\\s?(?=[^\\s\\d]{0,3}\\d)`, 'uy'),
    say: () => 'から',
  },
  // 18:30～ has no end.
  { pattern: new RegExp(`(?<=\\d[^\\s\\d]{0,4})${TILDE}(?=\\s*(?:$|[、。)」]))`, 'uy'), say: () => 'から' },
  { pattern: /(?<=\d)-(?=\d{1,8}(?:-\d{1,8}){0,6}(?![\d年月日]))/uy, say: () => 'の' },
];
