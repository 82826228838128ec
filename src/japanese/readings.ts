/**
 * Works out the readings of a text. The stages, each stronger than the one before:
 * the analyzer's dictionary, general words and context rules, numbers, a guess where nobody knows, the lexicon, the
 * author.
 */
import type { Ruby, TextRange, Word } from '../book/book.ts';
import type { Analyzer } from './analyzer.ts';
import { firstPieces } from './first-pieces.ts';
import { guessUnknown, readCompounds } from './guess.ts';
import { toHiragana } from './kana.ts';
import type { LexiconEntry } from './lexicon.ts';
import { markDoubts } from './mark-doubt.ts';
import { applyWordList } from './match-words.ts';
import { normalise } from './normalise.ts';
import type { DigitRuby } from './number-rubies.ts';
import { phrasesInSource } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { createRubyMaker } from './rubies.ts';
import { applyContext } from './rules/context.ts';
import { readNames } from './rules/names.ts';
import { readNumbers } from './rules/numbers.ts';
import { GENERAL_WORDS } from './rules/words.ts';
import { mendRubies, mendWords } from './source-rubies.ts';
import { createWordList } from './word-list.ts';
import { wordsOf } from './words-of.ts';

export interface ReadOptions {
  /** Rubies that the document itself has. They are kept as they are, and nothing else may cover their text. */
  readonly author?: readonly Ruby[];
  /** `irregular` unless told. */
  readonly digits?: DigitRuby;
}

export interface TextReadings {
  /** Sorted and disjoint. */
  readonly ruby: Ruby[];
  /** Sorted and disjoint. */
  readonly words: Word[];
  /** As a sentence keeps them. None begins inside a ruby. */
  readonly phrases: number[];
}

export interface ReadingEngine {
  /** Never rejects for what the text holds; time grows in proportion to its length. */
  read(text: string, options?: ReadOptions): Promise<TextReadings>;
}

export interface ReadingSources {
  readonly analyzer: Analyzer;
  readonly lexicon: readonly LexiconEntry[];
}

export function createReadingEngine({ analyzer, lexicon }: ReadingSources): ReadingEngine {
  const { readingsOf } = analyzer;
  const general = createWordList(GENERAL_WORDS);
  const names = createWordList(
    lexicon.map((entry) => ({
      surface: normalise(entry.surface, readingsOf).text,
      reading: toHiragana(entry.reading.replace(/\s/gu, '')),
      spoken: entry.voice === 'kana',
    })),
  );
  const rubiesOf = createRubyMaker(analyzer);

  const settle = (text: string, first: readonly Piece[]): readonly Piece[] => {
    let pieces = applyWordList(text, first, general, 'rule');
    pieces = readNumbers(text, pieces);
    pieces = applyContext(pieces);
    pieces = readNames(text, pieces);
    pieces = readCompounds(pieces, analyzer);
    pieces = applyWordList(text, pieces, names, 'lexicon');
    return guessUnknown(pieces, analyzer);
  };

  return {
    async read(source, { author = [], digits = 'irregular' } = {}) {
      const { text, offsets, mended } = normalise(source, readingsOf);
      const found = firstPieces(text, analyzer);
      const first = 'then' in found ? await found : found;
      const pieces = settle(text, first);
      let ruby = rubiesOf({ offsets, pieces, first, digits });
      let words = wordsOf(pieces, offsets);
      if (mended) {
        ruby = mendRubies(ruby, source, analyzer);
        words = mendWords(words, source);
      }
      const said = ruby.filter((one) => saysMore(one, source));
      const read = withAuthor(markDoubts(said, source, analyzer), words, author, source);
      return { ...read, phrases: phrasesInSource(pieces, offsets, read.ruby) };
    },
  };
}

/** A ruby that says nothing its base doesn't say is none. */
function saysMore({ start, end, reading }: Ruby, source: string): boolean {
  if (reading.length !== end - start) return reading !== '';
  return reading !== toHiragana(source.slice(start, end));
}

function withAuthor(
  ruby: Ruby[],
  words: readonly Word[],
  author: readonly Ruby[],
  text: string,
): Omit<TextReadings, 'phrases'> {
  if (author.length === 0) return { ruby, words: holding(words, ruby) };
  const given = new Set<Ruby>(author);
  const byAuthor = [...author].sort(byStart);
  const free = ruby.filter(isFreeOf(byAuthor));
  const kept = [...free, ...byAuthor].sort(byStart);
  const keptIn = overlapping(kept);
  const touched = words.map((word) => {
    const inside = keptIn(word);
    if (!inside.some((one) => given.has(one))) return word;
    return inside.every((one) => one.start >= word.start && one.end <= word.end)
      ? spell(word, inside, text)
      : null;
  });
  const whole = touched.filter((word) => word !== null);
  const alone = byAuthor
    .filter(isFreeOf(whole))
    .map((one) => ({ start: one.start, end: one.end, reading: toHiragana(one.reading) }));
  return { ruby: kept, words: holding([...whole, ...alone].sort(byStart), kept) };
}

/** Those of sorted, disjoint ranges that overlap another, which must be asked for in order: together one pass. */
function overlapping<Range extends TextRange>(
  ranges: readonly Range[],
): (other: TextRange) => readonly Range[] {
  let from = 0;
  return ({ start, end }) => {
    while ((ranges[from]?.end ?? Number.POSITIVE_INFINITY) <= start) from += 1;
    let to = from;
    while ((ranges[to]?.start ?? Number.POSITIVE_INFINITY) < end) to += 1;
    return ranges.slice(from, to);
  };
}

function isFreeOf(ranges: readonly TextRange[]): (other: TextRange) => boolean {
  const found = overlapping(ranges);
  return (other) => found(other).length === 0;
}

/** Both lists are sorted and disjoint, so one pass is enough. */
function holding(words: readonly Word[], ruby: readonly Ruby[]): Word[] {
  let next = 0;
  return words.filter((word) => {
    while ((ruby[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next += 1;
    return (ruby[next]?.start ?? Number.POSITIVE_INFINITY) < word.end;
  });
}

/** A word's reading from its rubies and the kana between them. */
function spell(word: Word, ruby: readonly Ruby[], text: string): Word {
  let reading = '';
  let at = word.start;
  for (const one of ruby) {
    reading += text.slice(at, one.start) + one.reading;
    at = one.end;
  }
  return { ...word, reading: toHiragana(reading + text.slice(at, word.end)) };
}

function byStart(one: TextRange, other: TextRange): number {
  return one.start - other.start;
}
