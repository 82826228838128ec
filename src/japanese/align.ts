/** Lays a word's reading over its kanji, so that okurigana stay outside the ruby. */
import type { TextRange } from '../book/book.ts';
import { isKana, isKanji, toHiragana } from './kana.ts';

export interface AlignedRuby extends TextRange {
  /** In hiragana. */
  readonly reading: string;
}

/** With the other readings that the dictionary has for the same stretch. */
export interface SpelledRuby extends AlignedRuby {
  /** In hiragana, likeliest first; never the reading itself. */
  readonly alternatives?: readonly string[];
}

/** Says whether a stretch of kanji is known to be read so; asked only where there is more than one way. */
export type KnowsReading = (kanji: string, reading: string) => boolean;

/**
 * The rubies of one word: one for each stretch of kanji, its kana left outside. Where the kana of the surface don't
 * fit the reading, the whole word becomes one ruby; a word without kanji, or read as it is written, has none.
 * Offsets are relative to the word. `reading` may be in either syllabary.
 */
export function alignReading(surface: string, reading: string, knows?: KnowsReading): readonly AlignedRuby[] {
  const parts = split(surface);
  if (reading === '' || !parts.some((part) => part.kanji)) return [];
  const kana = toHiragana(reading);
  if (kana === toHiragana(surface)) return [];
  const found = match(parts, kana, knows);
  if (found === null) return [{ start: 0, end: surface.length, reading: kana }];
  return found.filter((ruby) => ruby.reading !== surface.slice(ruby.start, ruby.end));
}

interface Part extends TextRange {
  readonly kanji: boolean;
  readonly text: string;
}

/** Stretches of kanji and of kana by turns. What is neither (a digit, a letter) goes with the kanji beside it. */
function split(surface: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  let kana: boolean | null = null;
  for (let at = 0; at <= surface.length; at++) {
    const char = surface.charAt(at);
    const now: boolean | null = at === surface.length ? null : isKana(char) && !isKanji(char);
    if (now === kana) continue;
    if (kana !== null) parts.push(part(surface, start, at, kana));
    start = at;
    kana = now;
  }
  return parts;
}

function part(surface: string, start: number, end: number, kana: boolean): Part {
  const text = surface.slice(start, end);
  return { start, end, kanji: !kana, text: kana ? toHiragana(text) : text };
}

/**
 * Searches the split of the reading. Each state (part, place in the reading) is visited once, so the work is bounded
 * by the square of the word's length; among several splits known readings win, then short readings first.
 */
function match(parts: readonly Part[], kana: string, knows?: KnowsReading): readonly AlignedRuby[] | null {
  interface Found {
    readonly unknown: number;
    readonly rubies: readonly AlignedRuby[];
  }
  const memo = new Map<number, Found | null>();
  const from = (index: number, at: number): Found | null => {
    const part = parts[index];
    if (part === undefined) return at === kana.length ? { unknown: 0, rubies: [] } : null;
    const key = index * (kana.length + 1) + at;
    const seen = memo.get(key);
    if (seen !== undefined) return seen;
    let best: Found | null = null;
    if (!part.kanji) {
      best = kana.startsWith(part.text, at) ? from(index + 1, at + part.text.length) : null;
    } else {
      for (let end = at + 1; end <= kana.length; end++) {
        const rest = from(index + 1, end);
        if (rest === null) continue;
        const reading = kana.slice(at, end);
        const unknown = rest.unknown + (knows?.(part.text, reading) === true ? 0 : 1);
        if (best !== null && best.unknown <= unknown) continue;
        best = { unknown, rubies: [{ start: part.start, end: part.end, reading }, ...rest.rubies] };
      }
    }
    memo.set(key, best);
    return best;
  };
  return from(0, 0)?.rubies ?? null;
}
