/** Words that the dictionary doesn't have, guessed from the kinds of their characters as MeCab does (`tokenizer.cpp`). */
import type { Classes } from './dictionary.ts';

/** MeCab joins no more characters than these into an unknown word, besides the first (`max-grouping-size`). */
const LONGEST_GROUP = 24;
const SPACE = 0x20;

export interface UnknownWords {
  /** What `guess` found: where the words end. */
  readonly ends: Int32Array;
  /** Looks at a text of `size` code units from now on; one more lies behind them. */
  begin(units: Uint16Array, size: number): void;
  /** The kind of a character, as an index into the columns of `Classes`. */
  kindAt(at: number): number;
  isSpace(at: number): boolean;
  /** How many unknown words there are at a character of a kind, in MeCab's order; `found`: the dictionary has some. */
  guess(from: number, kind: number, found: boolean): number;
}

export function createUnknownWords({ kindOf, masks, lengths, groups }: Classes): UnknownWords {
  const spaceMask = masks[kindOf[SPACE] ?? 0] ?? 0;
  const ends = new Int32Array(32);
  let units: Uint16Array = new Uint16Array(1);
  let size = 0;

  /** MeCab reads what UCS-2 can't say, and what lies behind the end, as code 0. */
  const kindAt = (at: number): number => {
    if (at >= size || isPair(units, at)) return kindOf[0] ?? 0;
    return kindOf[units[at] ?? 0] ?? 0;
  };
  const next = (at: number): number => at + (isPair(units, at) ? 2 : 1);

  /** Where the class of characters goes on to; `null` where that is too far. */
  const groupEnd = (from: number, kind: number): number | null => {
    let end = from;
    let mask = masks[kind] ?? 0;
    for (let joined = 0; end < size; joined++) {
      const other = masks[kindAt(end)] ?? 0;
      if ((mask & other) === 0) break;
      if (joined === LONGEST_GROUP) return null;
      mask = other;
      end = next(end);
    }
    return end;
  };

  return {
    ends,
    begin(text, length) {
      units = text;
      size = length;
    },
    kindAt,
    isSpace: (at) => ((masks[kindAt(at)] ?? 0) & spaceMask) !== 0,
    guess(from, kind, found) {
      let count = 0;
      let end = next(from);
      const group = groups[kind] === 1 ? groupEnd(end, kind) : null;
      if (group !== null) ends[count++] = group;
      const mask = masks[kind] ?? 0;
      for (let length = lengths[kind] ?? 0; length > 0 && end <= size && end !== group; length--) {
        ends[count++] = end;
        if ((mask & (masks[kindAt(end)] ?? 0)) === 0) break;
        end = next(end);
      }
      if (count === 0 && !found) ends[count++] = end;
      return count;
    },
  };
}

function isPair(units: Uint16Array, at: number): boolean {
  return ((units[at] ?? 0) & 0xfc00) === 0xd800 && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00;
}
