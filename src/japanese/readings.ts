/**
 * Works out the readings of a text. The stages, each stronger than the one before:
 * the analyzer's dictionary, general words and context rules, numbers, a guess where nobody knows, the lexicon, the
 * author.
 */
import type { Ruby, TextRange, Word } from '../book/book.ts';
import type { Analyzer } from './analyzer.ts';
import { guessUnknown, readCompounds } from './guess.ts';
import { toHiragana } from './kana.ts';
import type { LexiconEntry } from './lexicon.ts';
import { applyWordList, createWordList } from './match-words.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { type Piece, pieceOf } from './pieces.ts';
import { type DigitRuby, rubiesOf, wordsOf } from './rubies.ts';
import { applyContext } from './rules/context.ts';
import { readNumbers } from './rules/numbers.ts';
import { GENERAL_WORDS } from './rules/words.ts';

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
  const general = createWordList(GENERAL_WORDS);
  const names = createWordList(
    lexicon.map((entry) => ({
      surface: normalise(entry.surface).text,
      reading: toHiragana(entry.reading.replace(/\s/gu, '')),
      spoken: entry.voice === 'kana',
    })),
  );
  return {
    async read(text, options = {}) {
      const normalised = normalise(text);
      let pieces: readonly Piece[] = (await analyzer.parse(normalised.text)).map(pieceOf);
      pieces = applyWordList(normalised.text, pieces, general, 'rule');
      pieces = readNumbers(normalised.text, pieces);
      pieces = applyContext(pieces);
      pieces = readCompounds(pieces, analyzer);
      pieces = applyWordList(normalised.text, pieces, names, 'lexicon');
      pieces = guessUnknown(pieces, analyzer);
      const ruby = pieces.flatMap((piece) => rubiesOf(piece, analyzer, options.digits ?? 'irregular'));
      return withAuthor(
        ruby.map((one) => inSource(one, normalised)).filter((one) => isRuby(one, text)),
        wordsOf(pieces).map((word) => inSource(word, normalised)),
        options.author ?? [],
        text,
      );
    },
  };
}

function inSource<Range extends TextRange>(range: Range, { offsets }: NormalisedText): Range {
  return { ...range, start: offsets[range.start] ?? 0, end: offsets[range.end] ?? 0 };
}

/** A ruby that says nothing its base doesn't say is none. */
function isRuby(ruby: Ruby, text: string): boolean {
  const base = text.slice(ruby.start, ruby.end);
  if (ruby.reading === '') return false;
  return ruby.reading.length !== base.length || ruby.reading !== toHiragana(base);
}

function withAuthor(
  ruby: readonly Ruby[],
  words: readonly Word[],
  author: readonly Ruby[],
  text: string,
): TextReadings {
  if (author.length === 0) return { ruby: [...ruby], words: holding(words, ruby) };
  const free = ruby.filter((one) => !author.some((other) => overlap(one, other)));
  const kept = [...free, ...author].sort(byStart);
  const touched = words.map((word) => {
    const inside = kept.filter((one) => overlap(one, word));
    if (!inside.some((one) => author.includes(one))) return word;
    return inside.every((one) => one.start >= word.start && one.end <= word.end)
      ? spell(word, inside, text)
      : null;
  });
  const whole = touched.filter((word) => word !== null);
  const alone = author
    .filter((one) => !whole.some((word) => overlap(word, one)))
    .map((one) => ({ start: one.start, end: one.end, reading: toHiragana(one.reading) }));
  return { ruby: kept, words: holding([...whole, ...alone].sort(byStart), kept) };
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

function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}

function byStart(one: TextRange, other: TextRange): number {
  return one.start - other.start;
}
