/** The numbers that the packer and the reader of a packed dictionary agree on. */

/** Ranks of characters below this are one byte, others two. */
export const SINGLE_BYTE_CHARACTERS = 226;
/** The same for the templates of entries. */
export const SINGLE_BYTE_TEMPLATES = 248;
/** A node's number of children, twice, and one more where words end there; larger values follow in two bytes. */
export const CHILDREN_ESCAPE = 0xff;

/** Names of the sections that furigana needs. */
export const SECTION = {
  /** All characters of all surfaces, the commonest first. */
  characters: 'characters',
  /** The trie's labels in level order; siblings are sorted by rank. */
  labels: 'labels',
  children: 'children',
  /** How many entries each surface has, in the order of the trie's nodes. */
  counts: 'counts',
  /** Lines of `left, right, part of speech × 6, cut, ending`, tab-separated. */
  templates: 'templates',
  templateOf: 'template-of',
  /** Two bytes each. */
  costs: 'costs',
  /** All characters of all readings, the commonest first; at most 256. */
  kana: 'kana',
  readingLengths: 'reading-lengths',
  readings: 'readings',
  /** `[rights, lefts]`, two bytes each, then the differences' lower bytes, then the upper. */
  matrix: 'matrix',
  /** JSON, see `PackedClasses`. */
  classes: 'classes',
} as const;

/** MeCab's classes of characters and the entries for unknown words. */
export interface PackedClasses {
  /** How many entries, the last of all, each class has for its unknown words. */
  readonly unknown: readonly number[];
  /** Pairs of a run's length and MeCab's `CharInfo`, from code 0 on. */
  readonly runs: readonly number[];
}
