/** Brings rubies and words from the normalised text back to the text as it stands, where words may be torn apart. */
import type { Ruby, TextRange, Word } from '../book/book.ts';
import type { Analyzer } from './analyzer.ts';
import { toHiragana } from './kana.ts';
import { KANJI_READINGS } from './kanji-readings.ts';
import { inSource, type NormalisedText } from './normalise.ts';

/**
 * The rubies of a text in its own offsets, sorted and disjoint. A ruby over a word that white space tears apart (目　次)
 * becomes one for each part where it is known which kana belong to which (もく, じ), else it covers the space as well.
 * Rubies over the parts of one square (㍿) become one.
 */
export function rubiesInSource(
  rubies: readonly Ruby[],
  normalised: NormalisedText,
  source: string,
  analyzer: Analyzer,
): Ruby[] {
  const placed: Ruby[] = [];
  let end = 0;
  for (const ruby of rubies) {
    const here: Ruby = { ...ruby, ...inSource(ruby, normalised) };
    const last = placed.at(-1);
    if (last !== undefined && here.start < last.end) {
      placed[placed.length - 1] = merged(last, here, toHiragana(normalised.text.slice(end, ruby.start)));
    } else placed.push(...parted(here, source, analyzer));
    end = ruby.end;
  }
  return placed;
}

/** The words likewise: those that share a square become one. */
export function wordsInSource(words: readonly Word[], normalised: NormalisedText): Word[] {
  const placed: Word[] = [];
  for (const word of words) {
    const here = { ...word, ...inSource(word, normalised) };
    const last = placed.at(-1);
    if (last !== undefined && here.start < last.end) {
      placed[placed.length - 1] = { start: last.start, end: here.end, reading: last.reading + here.reading };
    } else placed.push(here);
  }
  return placed;
}

function merged(one: Ruby, other: Ruby, between: string): Ruby {
  const { alternatives: _, ...rest } = one;
  const reading = one.reading + between + other.reading;
  return { ...rest, end: other.end, reading, confidence: Math.min(one.confidence, other.confidence) };
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
