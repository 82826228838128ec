/**
 * The text as the analyzer's dictionary writes it, with the way back. Documents write the same character in many
 * ways (half-width digits, Kangxi radicals from PDFs, decomposed kana, variation selectors) and tear words apart
 * (letter-spaced titles, broken lines); the dictionary writes a word in one way, and whole.
 */
import type { Utf16Offset } from '../book/book.ts';
import { type Gap, type IsWord, strayGaps } from './broken-words.ts';
import { FOLDS, OLD_FORMS, SQUARES } from './character-folds.ts';
import { isKanji } from './kana.ts';

export interface NormalisedText {
  /** UTF-16 code units without surrogates. */
  readonly text: string;
  /**
   * `offsets[i]` is where the character begins that `text` has at `i`, in the source; never falling, the same for the
   * parts of one square (㍻). One more at the end: the source's length.
   */
  readonly offsets: readonly Utf16Offset[];
  /**
   * True where characters of the source are left out, or stand for several: then a range from `offsets` may end with
   * white space or be empty, and `mendRubies` and `mendWords` set it right.
   */
  readonly mended: boolean;
}

/** The dictionary's readings of exactly this word, likeliest first; empty where it has no such word. */
export type ReadingsOf = (surface: string) => readonly string[];

/** Stands for a character beyond the dictionary's reach, so that nothing is mistaken for a word. */
const STRANGER = '〓';
/** Stands for white space, whatever it was. */
const SPACE = '\u3000';

/**
 * Folds character by character; linear in the text's length. With `readingsOf` words that white space tears apart are
 * joined, and old forms stay where the dictionary reads the word otherwise that is written with them.
 */
export function normalise(source: string, readingsOf?: ReadingsOf): NormalisedText {
  const folded = foldCharacters(source);
  const renewed = folded.old ? renew(folded.text, readingsOf) : folded.text;
  const text = readingsOf === undefined ? renewed : repeat(renewed, readingsOf);
  const modern = text === folded.text ? folded : { ...folded, text };
  if (readingsOf === undefined || folded.gaps.length === 0) return modern;
  return join(modern, folded.gaps, (surface) => readingsOf(surface).length > 0);
}

interface Folded extends NormalisedText {
  /** The stretches of white space. */
  readonly gaps: readonly Gap[];
  /** True where there are old forms. */
  readonly old: boolean;
}

function foldCharacters(source: string): Folded {
  let text = '';
  const offsets: number[] = [];
  const gaps: Gap[] = [];
  let old = false;
  let mended = false;
  let at = 0;
  while (at < source.length) {
    const run = plainRun(source, at);
    if (run > at) {
      text += foldRun(source, at, run);
      for (; at < run; at++) offsets.push(at);
      continue;
    }
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    let end = at + char.length;
    if (isSilent(char)) {
      mended = true;
      at = end;
      continue;
    }
    let whole = char;
    if (isVoicing(source.charAt(end))) {
      whole += source.charAt(end);
      end += 1;
    }
    end += selectorLength(source, end);
    const written = (isSquare(char) ? SQUARES[char] : undefined) ?? fold(whole);
    mended ||= written.length > 1;
    if (written === SPACE) addToGap(gaps, text.length, char);
    old ||= written >= '一' && OLD_FORMS.has(written);
    text += written;
    for (let index = 0; index < written.length; index++) offsets.push(at);
    at = end;
  }
  offsets.push(source.length);
  return { text, offsets, mended, gaps, old };
}

/** Enclosed characters and squares of Unicode's own blocks; most characters end the question here. */
function isSquare(char: string): boolean {
  const code = char.charCodeAt(0);
  return code >= 0x3200 && code <= 0x33ff;
}

function addToGap(gaps: Gap[], at: number, char: string): void {
  const wide = char === SPACE;
  const lines = char === '\n' ? 1 : 0;
  const last = gaps.at(-1);
  if (last?.end === at) {
    gaps[gaps.length - 1] = { ...last, end: at + 1, wide: last.wide || wide, lines: last.lines + lines };
  } else gaps.push({ start: at, end: at + 1, wide, lines });
}

/** The longest word that is looked up around an old form. */
const LONGEST_OLD_WORD = 5;

/** Old forms as those of today, but for words that are read otherwise with them: 三國 is みくに, 三国 さんごく. */
function renew(text: string, readingsOf: ReadingsOf | undefined): string {
  let result = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const today = OLD_FORMS.get(char);
    if (today !== undefined && at >= kept && readingsOf !== undefined) kept = endOfOwn(text, at, readingsOf);
    result += today === undefined || at < kept ? char : today;
  }
  return result;
}

/** Where the longest word around `at` ends if it is one of its own; else `at`. */
function endOfOwn(text: string, at: number, readingsOf: ReadingsOf): number {
  for (let length = LONGEST_OLD_WORD; length > 1; length--) {
    for (let start = Math.max(0, at - length + 1); start <= at; start++) {
      if (start + length > text.length) break;
      const word = text.slice(start, start + length);
      const [own] = readingsOf(word);
      if (own === undefined) continue;
      return readingsOf(renew(word, undefined))[0] === own ? at : start + length;
    }
  }
  return at;
}

/**
 * The sign of repetition between two words, as it was written once: 民主々義, 会社々長. The dictionary has a word that
 * ends before the sign and one that begins with the kanji it stands for; what it has with the sign (人々) stays.
 */
function repeat(text: string, readingsOf: ReadingsOf): string {
  let result = '';
  let from = 0;
  for (let at = text.indexOf('々'); at >= 0; at = text.indexOf('々', at + 1)) {
    const last = text.charAt(at - 1);
    if (!isKanji(last) || last === '々' || !isKanji(text.charAt(at + 1)) || text[at + 1] === '々') continue;
    const isWord = (start: number, end: number): boolean => readingsOf(text.slice(start, end)).length > 0;
    if (isWord(at - 1, at + 1) || isWord(at - 2, at + 1) || isWord(at - 1, at + 2)) continue;
    if (!isWord(at - 2, at) || readingsOf(last + text.charAt(at + 1)).length === 0) continue;
    result += text.slice(from, at) + last;
    from = at + 1;
  }
  return result + text.slice(from);
}

/** The text without the gaps that tear words apart. */
function join(whole: NormalisedText, gaps: readonly Gap[], isWord: IsWord): NormalisedText {
  const stray = strayGaps(whole.text, gaps, isWord);
  if (stray.length === 0) return whole;
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const { start, end } of [...stray, { start: whole.text.length, end: whole.text.length }]) {
    text += whole.text.slice(at, start);
    for (; at < start; at++) offsets.push(whole.offsets[at] ?? 0);
    at = end;
  }
  offsets.push(whole.offsets.at(-1) ?? 0);
  return { text, offsets, mended: true };
}

/** Where a stretch of characters that are folded one by one, with nothing that changes the last of them, ends. */
function plainRun(source: string, from: number): number {
  let at = from;
  while (at < source.length && PLAIN[source.charCodeAt(at)] !== 0) at += 1;
  // Whatever follows may be a mark that belongs to the character before it.
  return at < source.length && at > from ? at - 1 : at;
}

function foldRun(source: string, from: number, to: number): string {
  let text = '';
  let kept = from;
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at);
    const folded = PLAIN[unit] ?? unit;
    if (folded === unit) continue;
    text += source.slice(kept, at) + String.fromCharCode(folded);
    kept = at + 1;
  }
  return text + source.slice(kept, to);
}

const FOLDED_UNITS: ReadonlySet<number> = new Set(
  [...Object.keys(FOLDS), ...OLD_FORMS.keys()].map((char) => char.charCodeAt(0)),
);

/** The combining and half-width voicing marks, which make one kana of two characters. */
function isVoicing(char: string): boolean {
  return char === '\u3099' || char === '\u309a' || char === 'ﾞ' || char === 'ﾟ';
}

/**
 * What has no width and no sound: control characters but for those that are white space, the soft hyphen, joiners,
 * marks of direction, the byte order mark.
 */
function isSilent(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code < 0x20) return code < 0x09 || code > 0x0d;
  if (code < 0x7f) return false;
  if (code < 0xa0) return code !== 0x85;
  return code === 0xad || code === 0xfeff || /^[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]/u.test(char);
}

/** Variation selectors choose a glyph and mean nothing to a reader's ear. */
function selectorLength(source: string, at: number): number {
  const unit = source.charCodeAt(at);
  if (unit >= 0xfe00 && unit <= 0xfe0f) return 1;
  const supplement = unit === 0xdb40 ? source.charCodeAt(at + 1) : 0;
  return supplement >= 0xdd00 && supplement <= 0xddef ? 2 : 0;
}

/** One code unit for one character. */
function fold(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x3041 && code <= 0x30ff && char.length === 1) return char;
  if (code >= 0x4e00 && code <= 0x9fff && char.length === 1) return FOLDS[char] ?? char;
  if (isSpace(code)) return SPACE;
  // The dictionary knows digits and signs by their full-width forms; Latin letters are unknown to it in either.
  if (code < 0x7f) return /[A-Za-z]/.test(char) ? char : String.fromCharCode(code + 0xfee0);
  const named = FOLDS[char];
  if (named !== undefined) return named;
  if (code >= 0xff01 && code <= 0xff5e) return char;
  const composed = char.normalize('NFKC');
  if (composed.length === 1 && isFoldable(char)) return widened(composed);
  return char.length === 1 && !(code >= 0xd800 && code <= 0xdfff) ? char : STRANGER;
}

function isSpace(code: number): boolean {
  if (code <= 0x20 || code === 0x85 || code === 0xa0 || code === 0x3000) return true;
  return (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f;
}

/** A vertical bracket folds to an ASCII one, which the dictionary writes in full width. */
function widened(char: string): string {
  const code = char.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : char;
}

/** Only forms of kana, kanji and their signs: ①, Ⅲ and ㎞ are words of their own for whoever reads them. */
function isFoldable(char: string): boolean {
  return /^[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe4f\uff61-\uff9f\u3041-\u30ff\u{2f800}-\u{2fa1f}]/u.test(
    char,
  );
}

/** Nearly all characters of a text: 、 to 〟, kana, kanji, ASCII but for its controls and the space, wide forms. */
const PLAIN_RANGES = [
  [0x21, 0x7e],
  [0x3001, 0x301f],
  [0x3041, 0x3096],
  [0x309d, 0x30fe],
  [0x4e00, 0x9fff],
  [0xff01, 0xff5e],
] as const;

/** What those are folded to, as one code unit; 0 for all that must be looked at more closely. */
const PLAIN = new Uint16Array(0x10000);
for (const [first, last] of PLAIN_RANGES) {
  for (let unit = first; unit <= last; unit++) {
    if (!FOLDED_UNITS.has(unit))
      PLAIN[unit] = unit < 0x4e00 || unit > 0x9fff ? fold(String.fromCharCode(unit)).charCodeAt(0) : unit;
  }
}
