/**
 * The words that a text may have at a place. Of a dictionary of half a million words a text asks for a few thousand
 * surfaces, again and again: whatever was asked for once is laid side by side, so that the next time it is found in the
 * processor's near memory instead of all over the dictionary.
 */
import { costOf, type Dictionary, NO_RANK, templateOf } from './dictionary.ts';
import { childOf, rootTable } from './trie.ts';

/** Columns of a step that was made down the trie: from which node, by which code unit, to which node (0: to none). */
const FROM = 0;
const UNIT = 1;
export const TO = 2;
/** Where the words of that node's surface begin in `words`; 0 where it is none. */
export const WORDS = 3;
const STEP_SHIFT = 2;

/** Nothing is remembered there. */
const FREE = -1;

/** So many steps are remembered, a later one in place of an earlier; the bits of their number. */
const STEP_BITS = 14;
/** Columns of four steps: a step has four places, which a processor fetches together. */
const PLACES = 4 << STEP_SHIFT;

/** Columns of a word. Words come last in the dictionary first, as MeCab enters them, behind their number. */
export const WORD_ENTRY = 0;
/** Its left id in the upper 16 bits, its right id in the lower. */
export const WORD_IDS = 1;
export const WORD_COST = 2;
export const WORD_COLUMNS = 3;

export interface Surfaces {
  /** The steps; the text's loop reads them by the place that `step` gives. */
  readonly steps: Int32Array;
  /** The place in `steps` of the one from a node of the trie, the root being 0, by a code unit. */
  step(from: number, unit: number): number;
  /** What `WORDS` and `ofClass` lead to: how many words there are, then their columns. Another array once it has grown. */
  words(): Int32Array;
  /** The same as `WORDS` for the unknown words of a class. */
  readonly ofClass: Int32Array;
}

/** `ids` are the templates', as the columns keep them. */
export function createSurfaces({ trie, words, classes }: Dictionary, ids: Uint32Array): Surfaces {
  const { rankOf, labels, firsts } = trie;
  const childOfRoot = rootTable(trie);
  const steps = new Int32Array(1 << (STEP_BITS + STEP_SHIFT)).fill(FREE);
  /** By the node; 0 where nothing is laid down yet. */
  const laidAt = new Int32Array(firsts.length >> 1);
  let laid = new Int32Array(1 << 14);
  let end = 1;

  /**
   * Of words with the same ids only the cheapest can win, and the first of these where costs are equal: the others are
   * left out.
   */
  const lay = (from: number, to: number): number => {
    const cheapest = new Map<number, number>();
    for (let entry = from; entry < to; entry++) {
      const id = ids[templateOf(words, entry)] ?? 0;
      const other = cheapest.get(id);
      if (other === undefined || costOf(words, entry) < costOf(words, other)) cheapest.set(id, entry);
    }
    const size = 1 + cheapest.size * WORD_COLUMNS;
    if (end + size > laid.length) {
      const larger = new Int32Array(laid.length * 2 + size);
      larger.set(laid);
      laid = larger;
    }
    const start = end;
    laid[end] = cheapest.size;
    end += 1;
    for (let entry = to - 1; entry >= from; entry--) {
      const id = ids[templateOf(words, entry)] ?? 0;
      if (cheapest.get(id) !== entry) continue;
      laid[end + WORD_ENTRY] = entry;
      laid[end + WORD_IDS] = id;
      laid[end + WORD_COST] = costOf(words, entry);
      end += WORD_COLUMNS;
    }
    return start;
  };

  const wordsOf = (node: number): number => {
    const from = firsts[node * 2 + 1] ?? 0;
    const to = firsts[node * 2 + 3] ?? 0;
    if (from === to) return 0;
    if (laidAt[node] === 0) laidAt[node] = lay(from, to);
    return laidAt[node] ?? 0;
  };

  const learn = (at: number, from: number, unit: number): void => {
    const rank = rankOf[unit] ?? NO_RANK;
    const to =
      from === 0
        ? (childOfRoot[rank] ?? 0)
        : childOf(labels, firsts[from * 2] ?? 0, firsts[from * 2 + 2] ?? 0, rank);
    steps[at + FROM] = from;
    steps[at + UNIT] = unit;
    steps[at + TO] = to;
    steps[at + WORDS] = to === 0 ? 0 : wordsOf(to);
  };

  /** The same in the three other places near by; an unknown step takes the first that is free, or else its own. */
  const elsewhere = (own: number, from: number, unit: number): number => {
    let place = own;
    for (let turn = 0; turn < 3 && steps[own] !== FREE; turn++) {
      place = (place & -PLACES) | ((place + (1 << STEP_SHIFT)) & (PLACES - 1));
      if (steps[place] === from && steps[place + UNIT] === unit) return place;
      if (steps[place] !== FREE) continue;
      learn(place, from, unit);
      return place;
    }
    learn(own, from, unit);
    return own;
  };

  return {
    steps,
    step(from, unit) {
      const hash = (Math.imul(from, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> (32 - STEP_BITS);
      const at = hash << STEP_SHIFT;
      if (steps[at] === from && steps[at + UNIT] === unit) return at;
      return elsewhere(at, from, unit);
    },
    words: () => laid,
    ofClass: Int32Array.from({ length: classes.entries.length - 1 }, (_, kind) =>
      lay(classes.entries[kind] ?? 0, classes.entries[kind + 1] ?? 0),
    ),
  };
}
