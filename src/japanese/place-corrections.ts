/** Where in a book the reader's corrections hold. */
import type { Book, Sentence, SentenceId, TextRange } from '../book/book.ts';
import { CORRECTION_SCOPES, type Correction } from '../book/corrections.ts';
import { likestSentence } from '../book/locator.ts';
import { sentencesOf } from '../book/walk.ts';
import type { AlignedRuby } from './align.ts';
import { spellCorrection } from './spell-correction.ts';

/** A stretch of a sentence that a correction reads. */
export interface Placement extends TextRange {
  readonly correction: Correction;
  /** What is shown above it, with offsets in the sentence; never empty. */
  readonly ruby: readonly AlignedRuby[];
}

export type Placements = ReadonlyMap<SentenceId, readonly Placement[]>;

interface Candidate extends TextRange {
  readonly correction: Correction;
  /** The lower, the stronger. */
  readonly rank: number;
}

/**
 * The sentences in which a correction holds, each with its placements, sorted and disjoint. A correction holds where
 * its surface stands as whole words: never through the middle of a word or of a ruby. Where two meet, the narrower
 * scope wins, then the later one. Time grows with the book's length, hardly with the number of corrections.
 */
export function placeCorrections(book: Book, corrections: readonly Correction[]): Placements {
  const ranked = ranking(
    corrections.filter(({ scope, at }) => scope === 'everywhere' || at?.book === book.id),
  );
  const wide = new Map<string, Omit<Candidate, keyof TextRange>[]>();
  for (const [rank, correction] of ranked.entries()) {
    if (correction.scope === 'place') continue;
    const first = correction.surface.charAt(0);
    wide.set(first, [...(wide.get(first) ?? []), { correction, rank }]);
  }
  const sentences = sentencesOf(book).map(({ sentence }) => sentence);
  const narrow = atPlaces(sentences, ranked);
  const placements = new Map<SentenceId, readonly Placement[]>();
  for (const sentence of sentences) {
    const candidates = [...(narrow.get(sentence.id) ?? [])];
    if (wide.size > 0) candidates.push(...occurrences(sentence.text, wide));
    if (candidates.length === 0) continue;
    const found = choose(sentence, candidates);
    if (found.length > 0) placements.set(sentence.id, found);
  }
  return placements;
}

/** The strongest first. Of two that were made at the same moment, the one further on in the list is the later one. */
function ranking(corrections: readonly Correction[]): readonly Correction[] {
  const width = (correction: Correction): number => CORRECTION_SCOPES.indexOf(correction.scope);
  return [...corrections]
    .reverse()
    .sort((one, other) => width(one) - width(other) || other.created - one.created);
}

function* occurrences(
  text: string,
  wide: ReadonlyMap<string, readonly Omit<Candidate, keyof TextRange>[]>,
): Generator<Candidate> {
  for (let start = 0; start < text.length; start++) {
    for (const candidate of wide.get(text.charAt(start)) ?? []) {
      const { surface } = candidate.correction;
      if (text.startsWith(surface, start)) yield { ...candidate, start, end: start + surface.length };
    }
  }
}

/** The corrections of single places, by the sentence in which the place is found again. */
function atPlaces(
  sentences: readonly Sentence[],
  ranked: readonly Correction[],
): ReadonlyMap<SentenceId, readonly Candidate[]> {
  const found = new Map<SentenceId, Candidate[]>();
  if (!ranked.some(({ scope }) => scope === 'place')) return found;
  const byId = new Map(sentences.map((sentence) => [sentence.id, sentence]));
  for (const [rank, correction] of ranked.entries()) {
    if (correction.scope !== 'place') continue;
    const { at, surface } = correction;
    // In a new edition the sentence may read a little otherwise; only those with the word in them are compared.
    const sentence =
      byId.get(at.sentence) ??
      likestSentence(
        sentences.filter(({ text }) => text.includes(surface)),
        at.quote,
      );
    const start = sentence === null ? -1 : nearest(sentence.text, surface, at.offset);
    if (sentence === null || start < 0) continue;
    const candidate = { correction, rank, start, end: start + surface.length };
    found.set(sentence.id, [...(found.get(sentence.id) ?? []), candidate]);
  }
  return found;
}

/** Where the surface stands nearest to the offset; -1 where it doesn't stand at all. */
function nearest(text: string, surface: string, offset: number): number {
  let best = -1;
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
    if (best < 0 || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}

function choose(sentence: Sentence, candidates: readonly Candidate[]): readonly Placement[] {
  const chosen: Placement[] = [];
  const sorted = candidates.toSorted((one, other) => one.rank - other.rank || one.start - other.start);
  for (const { start, end, correction } of sorted) {
    if (chosen.some((other) => overlap(other, { start, end }))) continue;
    if (!isWhole(sentence, { start, end })) continue;
    const ruby = spellCorrection(sentence, { start, end }, correction.reading);
    if (ruby.length > 0) chosen.push({ start, end, correction, ruby });
  }
  return chosen.sort((one, other) => one.start - other.start);
}

/** True where the stretch is made of whole words: it holds a ruby, and none of the words and rubies is cut. */
function isWhole({ ruby, words }: Sentence, range: TextRange): boolean {
  const within = (one: TextRange): boolean => one.start >= range.start && one.end <= range.end;
  return ruby.some(within) && [...ruby, ...words].every((one) => !overlap(one, range) || within(one));
}

function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
