/** Amounts with their signs and units, and numbers that are one sign, put into words. */
import { numberSign, romanValue } from '../rules/number-signs.ts';
import { FRACTION, isFraction } from '../rules/written-forms.ts';
import type { SpeechRule } from './speech-rule.ts';
import { UNITS } from './units.ts';

const unitPattern = Object.keys(UNITS)
  .sort((one, other) => other.length - one.length)
  .map((unit) => unit.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
  .join('|');

/** A marker at the start of its line is followed by a short pause. */
function marker(words: string, match: RegExpExecArray): string {
  return /(?:^|[\n「『])\s*$/u.test(match.input.slice(Math.max(0, match.index - 8), match.index))
    ? `${words}、`
    : words;
}

/** Ⅲ is 3, ① まる1, ⑴ かっこ1. */
function sign(match: RegExpExecArray): string | null {
  const [found] = match;
  const first = numberSign(found.charCodeAt(0));
  if (first === null) return null;
  if (first.kind !== 'roman') {
    const word = { circled: 'まる', bracketed: 'かっこ', dotted: '' }[first.kind];
    return first.kind === 'dotted' ? `${first.value}、` : marker(word + first.value, match);
  }
  let value = 0;
  for (const char of found) value += numberSign(char.charCodeAt(0))?.value ?? 0;
  if (/[.．、]$/u.test(found)) return `${value}、`;
  // Ⅳ章 is one word, Ⅳ 計画の推進 a heading with its number.
  const counted = /[期章部編節次条回類型級世号]/u.test(match.input.charAt(match.index + found.length));
  return counted ? String(value) : marker(String(value), match);
}

export const MEASURE_RULES: readonly SpeechRule[] = [
  // A dash before a temperature or a rate at the start of what is said, and a triangle in accounts, are a minus.
  {
    pattern: /(?<=^|[\s(「、。:はがをで])[-−](?=\d+(?:\.\d+)?(?:%|℃|°|度|ポイント))/uy,
    say: () => 'マイナス',
  },
  { pattern: /[△▲](?=[\d,]+(?:\.\d+)?(?:%|円|千|百|万|億|人|件|ポイント))/uy, say: () => 'マイナス' },
  {
    pattern: /(?<!\d)(?<!\d[,.])[¥￥]\s?(\d[\d,]*)(円?)/uy,
    say: ([, amount = '']) => `${amount.replaceAll(',', '')}円`,
  },
  { pattern: /\$\s?(\d[\d,.]*)/uy, say: ([, amount = '']) => `${amount.replaceAll(',', '')}ドル` },
  {
    pattern: new RegExp(`(?<=\\d)\\s?(${unitPattern})(?![A-Za-z])`, 'uy'),
    // 5W1H are words.
    say: ({ input, index, 0: found, 1: unit = '' }) =>
      /[WV]/u.test(unit) && /\d/u.test(input.charAt(index + found.length)) ? null : (UNITS[unit] ?? null),
  },
  { pattern: /(?<=\d),(?=\d{3}(?!\d))/uy, say: () => '' },
  {
    pattern: FRACTION,
    say: ([, part = '', whole = '']) => (isFraction(part, whole) ? `${whole}分の${part}` : null),
  },
  { pattern: /[²³]/uy, say: ([power]) => (power === '²' ? '2乗' : '3乗') },
  // Markers
  { pattern: /[Ⅰ-Ⅻⅰ-ⅻ]+[.．、]?|[①-⒛⓪-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿]/uy, say: sign },
  // 第III期 in letters.
  {
    pattern: /(?<=第)[IVX]{1,4}(?=[期章部編節次条回])/uy,
    say: ([letters]) => String(romanValue(letters) || letters),
  },
  {
    pattern: /\((\d{1,2})\)\s?/uy,
    say: (match) =>
      `かっこ${match[1]}${/^[、。]/u.test(match.input.slice(match.index + match[0].length)) ? '' : '、'}`,
  },
  { pattern: /(?<=(?:^|[\n「『])\s{0,4})(\d{1,2})\)\s?/uy, say: ([, number]) => `${number}、` },
];
