/** The rubies of a number with its counter: digits stay bare unless they are read unlike themselves. */

import type { SpelledRuby } from './align.ts';
import { alignReading } from './align.ts';
import { withAlternatives } from './alternatives.ts';
import type { Analyzer } from './analyzer.ts';
import { hasKanji, toHiragana } from './kana.ts';
import type { NumberReading } from './pieces.ts';
import { readWhole } from './rules/numerals.ts';

/** `irregular`: digits have ruby only where they are read unlike themselves. `always`: a number is one ruby. */
export type DigitRuby = 'irregular' | 'always';

export interface NumberPiece {
  readonly surface: string;
  /** Of number and counter together. */
  readonly reading: string;
  readonly number: NumberReading;
  /** What the analyzer made of the surface where that is something else. */
  readonly heard: string | null;
}

/** In order; offsets are relative to the surface. */
export function numberRubies(
  piece: NumberPiece,
  digits: DigitRuby,
  analyzer: Analyzer,
): readonly SpelledRuby[] {
  const { surface, reading, number } = piece;
  const head = { start: 0, end: number.length, reading: number.number };
  if (number.irregular && number.counter !== '') return [withAlternatives(head, regularNumber(piece))];
  const whole = { start: 0, end: surface.length, reading };
  if (number.irregular) return [withAlternatives(whole, otherWholes(piece, analyzer))];
  if (digits === 'always' && number.digits) return [whole];
  const written = surface.slice(number.length);
  const counter = (hasKanji(written) ? alignReading(written, number.counter) : []).map((part) => {
    const base = written.slice(part.start, part.end);
    const ruby = { ...part, start: number.length + part.start, end: number.length + part.end };
    return withAlternatives(ruby, analyzer.readingsOf(base).map(toHiragana));
  });
  if (number.digits) return [...kanjiUnits(surface, number.length), ...counter];
  return [withAlternatives(head, otherNumbers(piece, analyzer)), ...counter];
}

const UNITS: Readonly<Record<string, string>> = {
  十: 'じゅう',
  百: 'ひゃく',
  千: 'せん',
  万: 'まん',
  億: 'おく',
  兆: 'ちょう',
};

/** In 150万人 the digits stay bare, but 万 is a kanji. */
function kanjiUnits(surface: string, length: number): readonly SpelledRuby[] {
  const units: SpelledRuby[] = [];
  for (let at = 0; at < length; at++) {
    const reading = unitAfter(surface.charAt(at - 1), surface.charAt(at));
    if (reading !== undefined) units.push({ start: at, end: at + 1, reading });
  }
  return units;
}

/** 3千 is さんぜん, 3百 さんびゃく, 6百 ろっぴゃく. */
function unitAfter(digit: string, unit: string): string | undefined {
  if (unit === '千' && digit === '３') return 'ぜん';
  if (unit === '百' && digit === '３') return 'びゃく';
  return unit === '百' && (digit === '６' || digit === '８') ? 'ぴゃく' : UNITS[unit];
}

/** The number by itself: 3つ is さん without つ. */
function regularNumber({ surface, number }: NumberPiece): readonly string[] {
  const digits = surface.slice(0, number.length).normalize('NFKC');
  return /^[0-9]{1,4}$/u.test(digits) ? [readWhole(digits)] : [];
}

/** 四, 七 and 九 have two readings each at a number's end. */
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/よん$/u, 'し'],
  [/なな$/u, 'しち'],
  [/きゅう$/u, 'く'],
  [/しち$/u, 'なな'],
];

function otherNumbers({ surface, number }: NumberPiece, analyzer: Analyzer): readonly string[] {
  const ends = ENDS.filter(([end]) => end.test(number.number));
  const known = analyzer.readingsOf(surface.slice(0, number.length)).map(toHiragana);
  return [...ends.map(([end, other]) => number.number.replace(end, other)), ...known];
}

/** The counters that number and counter are read otherwise with than one after the other. */
const REGULAR: Readonly<Record<string, string>> = {
  日: 'にち',
  日間: 'にちかん',
  日目: 'にちめ',
  人: 'にん',
};

const DIGITS = '〇一二三四五六七八九';

/** 1日 and 20日 are days of a month or counts of days; the dictionary has both, written in kanji. */
function otherWholes({ surface, heard }: NumberPiece, analyzer: Analyzer): readonly (string | null)[] {
  const known = (written: string): readonly string[] => analyzer.readingsOf(written).map(toHiragana);
  const [, digits, counter = ''] = /^([0-9]{1,2})(.*)$/u.exec(surface.normalize('NFKC')) ?? [];
  if (digits === undefined) return [heard, ...known(surface)];
  const regular = REGULAR[counter];
  // Names are among what the dictionary has (一人 かずと), so what is regular comes first.
  const first = regular === undefined ? [] : [readWhole(digits) + regular];
  return [...first, ...known(inKanji(Number(digits)) + counter)];
}

/** From 1 to 99. */
function inKanji(value: number): string {
  const ten = Math.floor(value / 10);
  const one = value % 10;
  const tens = ten === 0 ? '' : `${ten === 1 ? '' : DIGITS.charAt(ten)}十`;
  return tens + (one === 0 ? '' : DIGITS.charAt(one));
}
