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
