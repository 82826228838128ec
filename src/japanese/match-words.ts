/** Reads the words of a list in a text that has been cut into pieces. */

import { hasKanji, isKanji } from './kana.ts';
import { CONFIDENCE, changed, type Piece, replaceRange } from './pieces.ts';
import type { ListedAt, ListedWord, WordList } from './word-list.ts';

/**
 * Reads the listed words wherever they stand as words: the longest first, never inside a longer known word and never
 * across the middle of one. A listed word is one piece, and so has one ruby; one that the dictionary's own words add up
 * to keeps these, since a long ruby can't be broken at the end of a line, but a lone kanji has none to itself.
 *
 * Where the lexicon only confirms what was read already, the piece keeps its origin: a voice reads such a word well
 * from its kanji. `lexicon` marks a reading that the lexicon changed, or one that it wants to be spoken.
 */
export function applyWordList(
  text: string,
  pieces: readonly Piece[],
  list: WordList,
  origin: 'lexicon' | 'rule',
): readonly Piece[] {
  const places = list.in(text);
  if (places.length === 0) return pieces;
  const result: Piece[] = [];
  let index = 0;
  let at = 0;
  let place = 0;
  // The piece at `index`, or what an earlier match has left of it.
  let rest: Piece | undefined = pieces[0];
  while (rest !== undefined) {
    const from = Math.max(at, rest.start);
    while ((places[place]?.start ?? text.length) < from) place += 1;
    const near = (places[place]?.start ?? text.length) < rest.end;
    const found = near ? firstFitting(pieces, index, rest, places, place) : null;
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
    const parts = listedParts(covered, word, start, origin);
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

/** The first of the places from `from` on, within `first`, one of whose words fits. */
function firstFitting(
  pieces: readonly Piece[],
  index: number,
  first: Piece,
  places: readonly ListedAt[],
  from: number,
): Fit | null {
  for (let next = from; next < places.length; next++) {
    const { start, words } = places[next] ?? { start: first.end, words: [] };
    if (start >= first.end) return null;
    for (const word of words) {
      const end = start + word.surface.length;
      const last = pieceHolding(pieces, index, end);
      const final = last === index ? first : pieces[last];
      if (final === undefined || !fits(first, final, last === index, start, end)) continue;
      if (cutsInVain(word, first, pieces.slice(index + 1, last + 1), start)) continue;
      return { word, start, last };
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

/**
 * 総務|部長 reads 総務部 as the list does: nothing is gained by a cut through 部長. A word that is to be spoken as kana
 * is cut out all the same.
 */
function cutsInVain(word: ListedWord, first: Piece, others: readonly Piece[], start: number): boolean {
  const final = others.at(-1);
  if (word.spoken === true || final === undefined || first.start !== start) return false;
  if (final.end === start + word.surface.length) return false;
  return [first, ...others]
    .map((piece) => piece.reading ?? '\0')
    .join('')
    .startsWith(word.reading);
}

function listedParts(
  covered: readonly Piece[],
  word: ListedWord,
  start: number,
  list: 'lexicon' | 'rule',
): readonly Piece[] {
  const same = alreadyRead(covered, word, start);
  const origin = same && list === 'lexicon' && word.spoken !== true ? confirmed(covered) : list;
  if (same && covered.every(isWholeWord)) {
    const parts = covered.map((piece) => changed(piece, { origin, confidence: CONFIDENCE[list] }));
    return list === 'rule' ? parts : joinLone(parts);
  }
  const whole = changed(listedPiece(word, start, covered, list), { origin });
  return replaceRange(covered, 0, covered.length - 1, whole).map((part) =>
    part === whole ? part : { ...part, reading: leftReading(part, covered, word, start) },
  );
}

/**
 * The reading of what the word leaves of a known word: of 市長 (しちょう) behind はだのし it leaves 長 ちょう. `null` where
 * the two don't meet in the same sound.
 */
function leftReading(part: Piece, covered: readonly Piece[], word: ListedWord, start: number): string | null {
  const behind = part.start > start;
  const reading = (behind ? covered.at(-1) : covered[0])?.reading ?? '';
  for (let shared = reading.length - 1; shared > 0; shared--) {
    if (behind && word.reading.endsWith(reading.slice(0, shared))) return reading.slice(shared);
    if (!behind && word.reading.startsWith(reading.slice(-shared))) return reading.slice(0, -shared);
  }
  return null;
}

function alreadyRead(covered: readonly Piece[], word: ListedWord, start: number): boolean {
  if (covered[0]?.start !== start || covered.at(-1)?.end !== start + word.surface.length) return false;
  return covered.map((piece) => piece.reading ?? '\0').join('') === word.reading;
}

/** Who had read the word before the lexicon did. */
function confirmed(covered: readonly Piece[]): Piece['origin'] {
  return covered.some((piece) => piece.origin === 'rule') ? 'rule' : 'analyzer';
}

/** 社会|福祉|協議|会 as 社会|福祉|協議会: a lone kanji belongs to its neighbour, the first to the one behind it. */
function joinLone(parts: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before === undefined || !(isLone(part) || isLone(before))) joined.push(part);
    else joined.splice(-1, 1, join(before, part));
  }
  return joined;
}

function isLone({ surface }: Piece): boolean {
  return surface.length === 1 && isKanji(surface);
}

function join(one: Piece, other: Piece): Piece {
  const surface = one.surface + other.surface;
  const reading = (one.reading ?? '') + (other.reading ?? '');
  return changed(one, {
    surface,
    end: other.end,
    reading,
    pos: '名詞',
    posDetail: '一般',
    baseForm: surface,
  });
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
    number: undefined,
    word: undefined,
  };
}
