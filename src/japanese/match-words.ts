/** Finds the words of a list in a text that has been cut into pieces: the lexicon's and the rules' own. */

import { hasKanji } from './kana.ts';
import { CONFIDENCE, type Piece, replaceRange } from './pieces.ts';

export interface ListedWord {
  readonly surface: string;
  /** In hiragana. */
  readonly reading: string;
}

export interface WordList {
  /** All listed words that may stand at `at`, the longest first. */
  allAt(text: string, at: number): readonly ListedWord[];
}

/** Later entries with the same surface win. */
export function createWordList(words: readonly ListedWord[]): WordList {
  const byFirst = new Map<string, Map<string, ListedWord>>();
  for (const word of words) {
    if (word.surface === '') continue;
    const first = word.surface.charAt(0);
    const group = byFirst.get(first) ?? new Map<string, ListedWord>();
    group.set(word.surface, word);
    byFirst.set(first, group);
  }
  const sorted = new Map<string, readonly ListedWord[]>();
  for (const [first, group] of byFirst) {
    sorted.set(
      first,
      [...group.values()].sort((one, other) => other.surface.length - one.surface.length),
    );
  }
  return {
    allAt(text, at) {
      const found = (sorted.get(text.charAt(at)) ?? []).filter((word) => text.startsWith(word.surface, at));
      return found.filter((word) => !continuesNumber(text, at, word));
    },
  };
}

/** In 三十分 there is no 十分, in 一日中 no 日中: behind a numeral, a numeral or a counter belongs to the number. */
function continuesNumber(text: string, at: number, word: ListedWord): boolean {
  const before = text.charAt(at - 1);
  if (!/[〇一二三四五六七八九十百千万億兆０-９数何時]/u.test(before)) return false;
  const counts = before === '時' ? /^[一二三四五六七八九十]/u : /^[一二三四五六七八九十百千万日月年人]/u;
  return counts.test(word.surface);
}

/**
 * Reads the listed words wherever they stand as words: the longest first, never inside a longer known word and never
 * across the middle of one. Where the analyzer's own words already add up to the listed reading, they stay, so that
 * each keeps its own ruby.
 */
export function applyWordList(
  text: string,
  pieces: readonly Piece[],
  list: WordList,
  origin: 'lexicon' | 'rule',
): readonly Piece[] {
  const result: Piece[] = [];
  let index = 0;
  let at = 0;
  // The piece at `index`, or what an earlier match has left of it.
  let rest: Piece | undefined = pieces[0];
  while (rest !== undefined) {
    const found = firstFitting(text, pieces, index, rest, Math.max(at, rest.start), list);
    if (found === null) {
      result.push(rest);
      index += 1;
      rest = pieces[index];
      at = rest?.start ?? at;
      continue;
    }
    const { word, start, last } = found;
    const end = start + word.surface.length;
    const covered = [rest, ...pieces.slice(index + 1, last + 1)];
    const parts = alreadyRead(covered, word, start, end)
      ? covered.map((piece) => ({ ...piece, origin, confidence: CONFIDENCE[origin] }))
      : replaceRange(covered, 0, covered.length - 1, listedPiece(word, start, covered, origin));
    const tail = parts.at(-1);
    index = last;
    if (tail !== undefined && tail.start >= end) {
      result.push(...parts.slice(0, -1));
      rest = tail;
    } else {
      result.push(...parts);
      index += 1;
      rest = pieces[index];
    }
    at = end;
  }
  return result;
}

interface Fit {
  readonly word: ListedWord;
  readonly start: number;
  readonly last: number;
}

function firstFitting(
  text: string,
  pieces: readonly Piece[],
  index: number,
  first: Piece,
  from: number,
  list: WordList,
): Fit | null {
  for (let start = from; start < first.end; start++) {
    for (const word of list.allAt(text, start)) {
      const end = start + word.surface.length;
      const last = pieceHolding(pieces, index, end);
      const final = last === index ? first : pieces[last];
      if (final !== undefined && fits(first, final, last === index, start, end)) return { word, start, last };
    }
  }
  return null;
}

function pieceHolding(pieces: readonly Piece[], from: number, end: number): number {
  let index = from;
  while ((pieces[index]?.end ?? Number.POSITIVE_INFINITY) < end) index += 1;
  return Math.min(index, pieces.length - 1);
}

/** From this length on, a listed word is taken to be meant even where the analyzer cut the text otherwise. */
const LONG_ENOUGH_TO_CUT = 3;

function fits(first: Piece, final: Piece, single: boolean, start: number, end: number): boolean {
  const whole = first.start === start && final.end === end;
  if (whole) return true;
  // Inside one word the dictionary knows better; only an unknown word, or what is left of one, may be cut.
  if (single) return first.reading === null;
  const cutsKnownHead = first.start < start && first.reading !== null;
  const cutsKnownTail = final.end > end && final.reading !== null;
  if (!cutsKnownHead && !cutsKnownTail) return true;
  if (cutsKnownHead && cutsKnownTail) return false;
  return end - start >= LONG_ENOUGH_TO_CUT && hasKanji(cutsKnownHead ? first.surface : final.surface);
}

function alreadyRead(covered: readonly Piece[], word: ListedWord, start: number, end: number): boolean {
  if (covered[0]?.start !== start || covered.at(-1)?.end !== end) return false;
  if (!covered.every(isWholeWord)) return false;
  return covered.map((piece) => piece.reading ?? '\0').join('') === word.reading;
}

/** 運|動体 adds up to うんどうたい as well, but a lone kanji that is no affix is a sign of a wrong cut. */
function isWholeWord(piece: Piece): boolean {
  return piece.surface.length > 1 || piece.pos !== '名詞' || piece.posDetail.startsWith('接尾');
}

function listedPiece(
  word: ListedWord,
  start: number,
  covered: readonly Piece[],
  origin: 'lexicon' | 'rule',
): Piece {
  const only = covered.length === 1 ? covered[0] : undefined;
  return {
    surface: word.surface,
    start,
    end: start + word.surface.length,
    reading: word.reading,
    // A single word keeps its part of speech, for the rules that look at its neighbours.
    pos: only?.pos ?? '名詞',
    posDetail: only?.posDetail ?? '一般',
    baseForm: only?.baseForm ?? word.surface,
    form: only?.form ?? '',
    origin,
    confidence: CONFIDENCE[origin],
  };
}
