/** A list of words, the lexicon's or the rules' own, and where in a text they may stand. */

export interface ListedWord {
  readonly surface: string;
  /** In hiragana. */
  readonly reading: string;
  /** True where a voice is to be given the reading even if the dictionary reads the word the same. */
  readonly spoken?: boolean;
}

/** What a text may have of a list at one place. */
export interface ListedAt {
  readonly start: number;
  /** The longest first. */
  readonly words: readonly ListedWord[];
}

export interface WordList {
  /** The places where listed words may stand, in order. */
  in(text: string): readonly ListedAt[];
}

const NOWHERE: readonly ListedAt[] = [];

/** Later entries with the same surface win. */
export function createWordList(words: readonly ListedWord[]): WordList {
  const byFirst = new Map<number, ListedWord[]>();
  /** How a word may go on that begins with a code unit: `PAIR`, `ALONE`, or both. */
  const begins = new Uint8Array(0x10000);
  const pairs = new Uint8Array(PAIRS);
  const bySurface = new Map(words.map((word) => [word.surface, word]));
  for (const word of bySurface.values()) {
    if (word.surface === '') continue;
    const first = word.surface.charCodeAt(0);
    const group = byFirst.get(first);
    if (group === undefined) byFirst.set(first, [word]);
    else group.push(word);
    begins[first] = (begins[first] ?? 0) | (word.surface.length === 1 ? ALONE : PAIR);
    if (word.surface.length > 1) pairs[pairOf(first, word.surface.charCodeAt(1))] = 1;
  }
  for (const group of byFirst.values()) group.sort((one, other) => other.surface.length - one.surface.length);

  const wordsAt = (text: string, start: number): readonly ListedWord[] =>
    (byFirst.get(text.charCodeAt(start)) ?? []).filter(
      (word) => text.startsWith(word.surface, start) && !continuesNumber(text, start, word),
    );

  return {
    in(text) {
      let places: ListedAt[] | null = null;
      for (let start = 0; start < text.length; start++) {
        const first = text.charCodeAt(start);
        const ways = begins[first];
        // Nearly every place ends here or at the next look.
        if (ways === 0) continue;
        if (ways === PAIR && pairs[pairOf(first, text.charCodeAt(start + 1))] === 0) continue;
        const found = wordsAt(text, start);
        if (found.length === 0) continue;
        places ??= [];
        places.push({ start, words: found });
      }
      return places ?? NOWHERE;
    },
  };
}

const PAIR = 1;
const ALONE = 2;
/** A power of two; so few that they stay in the processor's nearest memory. */
const PAIRS = 1 << 13;

/** Where it is marked that a word begins with two characters; others may share the place. */
function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) ^ Math.imul(second, 0x85eb)) & (PAIRS - 1);
}

/** In 三十分 there is no 十分, in 一日中 no 日中: behind a numeral, a numeral or a counter belongs to the number. */
function continuesNumber(text: string, at: number, word: ListedWord): boolean {
  const before = text.charAt(at - 1);
  if (!/[〇一二三四五六七八九十百千万億兆０-９数何時]/u.test(before)) return false;
  const counts = before === '時' ? /^[一二三四五六七八九十]/u : /^[一二三四五六七八九十百千万日月年人]/u;
  return counts.test(word.surface);
}
