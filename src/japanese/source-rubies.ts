/** Sets right the rubies and words of a text in which words are torn apart, or several kanji stand in one square. */
import type { Ruby, TextRange, Word } from '../book/book.ts';
import type { Analyzer } from './analyzer.ts';
import { toHiragana } from './kana.ts';
import { KANJI_READINGS } from './kanji-readings.ts';

/**
 * Rubies whose ranges were brought back by the offsets of a `mended` text, sorted. None ends with white space any more.
 * One over a word that white space tears apart (目　次) becomes one for each part where it is known which kana belong to
 * which (もく, じ), else it covers the space as well. Those over the parts of one square (㍿) become one.
 */
export function mendRubies(rubies: readonly Ruby[], source: string, analyzer: Analyzer): Ruby[] {
  return joinSquares(rubies, (one, other) => {
    const { alternatives: _, ...rest } = other;
    return { ...rest, start: one.start, reading: one.reading + other.reading };
  }).flatMap((ruby) => parted({ ...ruby, end: trimmedEnd(ruby, source) }, source, analyzer));
}

/** The words likewise; one that is torn apart stays one. */
export function mendWords(words: readonly Word[], source: string): Word[] {
  return joinSquares(words, (one, other) => ({
    start: one.start,
    end: other.end,
    reading: one.reading + other.reading,
  })).map((word) => ({ ...word, end: trimmedEnd(word, source) }));
}

/** All but the last part of a square begin where it does, and have no length; a longer one may begin before it. */
function joinSquares<Range extends TextRange>(
  ranges: readonly Range[],
  join: (one: Range, other: Range) => Range,
): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === last.start && range.start === last.start) {
      joined[joined.length - 1] = join(last, range);
    } else joined.push(range);
  }
  return joined.filter(({ start, end }) => start < end);
}

/** White space, and what has no width. */
const LEFT_OUT = /[\s\p{Cc}\p{Cf}]/u;

function trimmedEnd({ start, end }: TextRange, source: string): number {
  let at = end;
  while (at > start + 1 && LEFT_OUT.test(source.charAt(at - 1))) at -= 1;
  return at;
}

/** No word is torn into more parts. */
const MOST_PARTS = 12;

function parted(ruby: Ruby, source: string, analyzer: Analyzer): readonly Ruby[] {
  const base = source.slice(ruby.start, ruby.end);
  // A day's reading (20 日) can't be dealt out.
  if (!/\s/u.test(base) || /[0-9０-９]/u.test(base)) return [ruby];
  const parts = [...base.matchAll(/\S+/gu)].map((match) => ({
    start: ruby.start + match.index,
    end: ruby.start + match.index + match[0].length,
  }));
  if (parts.length < 2 || parts.length > MOST_PARTS) return [ruby];
  const readings = dealOut(parts, ruby.reading, source, analyzer);
  if (readings === null) return [ruby];
  const { alternatives: _, ...rest } = ruby;
  return parts.map((part, index) => ({ ...rest, ...part, reading: readings[index] ?? '' }));
}

interface Deal {
  readonly unknown: number;
  readonly readings: readonly string[];
}

/** Cuts a reading into those of the parts; all but one must be known, the last one has what is left. */
function dealOut(
  parts: readonly TextRange[],
  reading: string,
  source: string,
  analyzer: Analyzer,
): readonly string[] | null {
  // Deals of the parts so far by how many kana they take.
  let deals = new Map<number, Deal>([[0, { unknown: 0, readings: [] }]]);
  for (const part of parts) {
    const surface = source.slice(part.start, part.end);
    const next = new Map<number, Deal>();
    for (const [from, deal] of deals) {
      for (let end = from + 1; end <= reading.length; end++) {
        const kana = reading.slice(from, end);
        const unknown = deal.unknown + (isReadingOf(surface, kana, analyzer) ? 0 : 1);
        const known = next.get(end);
        if (unknown > 1 || (known !== undefined && known.unknown <= unknown)) continue;
        next.set(end, { unknown, readings: [...deal.readings, kana] });
      }
    }
    deals = next;
  }
  return deals.get(reading.length)?.readings ?? null;
}

function isReadingOf(surface: string, kana: string, analyzer: Analyzer): boolean {
  if (KANJI_READINGS.get(surface) === kana) return true;
  return analyzer.readingsOf(surface).some((known) => toHiragana(known) === kana);
}
