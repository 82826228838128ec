/** The words of one text on their way from the analyzer's tokens to rubies; rules turn pieces into pieces. */
import type { Fraction, ReadingOrigin } from '../book/book.ts';
import type { SpelledRuby } from './align.ts';

/** A number with its counter, whose two readings the screen shows apart and the voice as one. */
export interface NumberReading {
  /** The number's length within the surface; the rest is the counter. */
  readonly length: number;
  readonly number: string;
  /** Empty where there is no counter, or where it can't be told apart. */
  readonly counter: string;
  /** True where the number is read unlike itself: はつか and ひとり, whose counter is in the number, and みっ・つ. */
  readonly irregular: boolean;
  /** True where the number is written in digits. */
  readonly digits: boolean;
}

/** The dictionary's word that a piece was made of, one for all places where it stands. */
export interface KeptWord {
  /** The rubies of the word as the dictionary reads it, kept once they are worked out. */
  rubies: readonly SpelledRuby[] | null;
}

/**
 * A stretch of normalised text that is read as one word. Pieces join to the whole text. `changed` makes one from another:
 * engines are slow on objects that have the same fields in different orders, or only some of them.
 */
export interface Piece {
  readonly surface: string;
  /** Offset in the normalised text. */
  readonly start: number;
  readonly end: number;
  /** In hiragana; `null` where nobody knows yet. */
  readonly reading: string | null;
  readonly pos: string;
  readonly posDetail: string;
  readonly baseForm: string;
  readonly form: string;
  readonly origin: Extract<ReadingOrigin, 'lexicon' | 'rule' | 'analyzer'>;
  readonly confidence: Fraction;
  readonly number?: NumberReading | undefined;
  /** Means the very piece that the analyzer gave: what is made from it may be read otherwise. */
  readonly word?: KeptWord | undefined;
}

/** How sure a reading is by where it comes from. Only their order matters. */
export const CONFIDENCE = { lexicon: 0.99, rule: 0.95, analyzer: 0.9, guess: 0.3 } as const;

/** The same piece but for what is said otherwise. */
export function changed(piece: Piece, change: Partial<Piece>): Piece {
  return {
    surface: change.surface ?? piece.surface,
    start: change.start ?? piece.start,
    end: change.end ?? piece.end,
    reading: change.reading === undefined ? piece.reading : change.reading,
    pos: change.pos ?? piece.pos,
    posDetail: change.posDetail ?? piece.posDetail,
    baseForm: change.baseForm ?? piece.baseForm,
    form: change.form ?? piece.form,
    origin: change.origin ?? piece.origin,
    confidence: change.confidence ?? piece.confidence,
    number: change.number ?? piece.number,
    word: undefined,
  };
}

/** The same piece read otherwise, because a rule says so. */
export function readBy(piece: Piece, reading: string): Piece {
  return changed(piece, { reading, origin: 'rule', confidence: CONFIDENCE.rule });
}

/** A part of a piece that was cut: what the dictionary said of the whole isn't true of the part. */
export function cutPiece(piece: Piece, start: number, end: number): Piece {
  if (start === piece.start && end === piece.end) return piece;
  const surface = piece.surface.slice(start - piece.start, end - piece.start);
  return changed(piece, {
    surface,
    start,
    end,
    reading: null,
    baseForm: surface,
    confidence: CONFIDENCE.guess,
  });
}

/**
 * The pieces with `[start, end)` replaced by one piece; what a cut piece leaves on either side stays, unread.
 * `first` and `last` are the indices of the pieces that hold the two ends.
 */
export function replaceRange(
  pieces: readonly Piece[],
  first: number,
  last: number,
  replacement: Piece,
): readonly Piece[] {
  const before = pieces[first];
  const after = pieces[last];
  const result: Piece[] = [];
  if (before !== undefined && before.start < replacement.start) {
    result.push(cutPiece(before, before.start, replacement.start));
  }
  result.push(replacement);
  if (after !== undefined && after.end > replacement.end) {
    result.push(cutPiece(after, replacement.end, after.end));
  }
  return result;
}
