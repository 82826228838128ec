/** What a lattice is asked, and what it says. */

/** Columns by the word's place in the text. */
export interface BestPath {
  readonly length: number;
  /** The dictionary's entry. */
  readonly entries: Int32Array;
  /** In UTF-16 code units. Between a word's end and the next one's start there are only spaces. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The sum of the words' costs and of those of their connections. */
  readonly cost: number;
  /** How many connections were weighed, fewer in later texts: a measure of work that doesn't depend on the clock. */
  readonly steps: number;
  /** The most nodes that were alive in memory at once. */
  readonly peak: number;
}

/** Keeps its arrays for the next text. */
export interface Lattice {
  readonly analyze: (text: string) => BestPath;
  /** The same, but the columns hold only until the next text, and may be longer than `length`. */
  readonly look: (text: string) => BestPath;
}
