/** The shape of a rule that chooses between two readings by the neighbours. */
import type { Piece } from '../pieces.ts';

/** A word with its neighbours; the text's edges are `null`. */
export interface Context {
  readonly piece: Piece;
  readonly before: Piece | null;
  readonly after: Piece | null;
  /** The piece so many places away: -2 is the one before the one before. */
  readonly at: (distance: number) => Piece | null;
}

export interface ContextRule {
  /** The word as it is written, in the form that the text has. */
  readonly surface: string;
  readonly reading: string;
  /** Why the neighbours mean this reading, with an example. */
  readonly why: string;
  readonly when: (context: Context) => boolean;
}

interface Inflected {
  /** What all forms share, as it is written and as it is read: 開, あ. */
  readonly stem: string;
  readonly reading: string;
  /** What follows the stem in each form, apart by spaces: か き く け こ い. */
  readonly endings: string;
  readonly why: string;
  readonly when: (context: Context) => boolean;
}

/** One rule for each form of a word that is inflected. */
export function inflected({ stem, reading, endings, why, when }: Inflected): readonly ContextRule[] {
  return endings.split(' ').map((ending) => ({
    surface: stem + ending,
    reading: reading + ending,
    why,
    when,
  }));
}

/** The forms that the analyzer cuts a verb into, by the row of its ending. */
export const ENDINGS = {
  ku: 'か き く け こ い',
  gu: 'が ぎ ぐ げ ご い',
  su: 'さ し す せ そ',
  ru: 'ら り る れ ろ っ',
  meru: 'め める めれ めろ めよ',
  reru: 'れ れる れれ れろ れよ',
} as const;

/** The same reading by the same reason for several words: `[surface, reading]` each. */
export function alike(
  words: Readonly<Record<string, string>>,
  why: string,
  when: (context: Context) => boolean,
): readonly ContextRule[] {
  return Object.entries(words).map(([surface, reading]) => ({ surface, reading, why, when }));
}
