/** The one place where the reader's corrections get into a Book: screen, voice, search and exports take it from here. */
import type { Book, Ruby, Sentence, SentenceId, TextRange, Utf16Offset, Word } from '../book/book.ts';
import type { Correction } from '../book/corrections.ts';
import { mapSentences } from '../book/walk.ts';
import { type Placement, type Placements, placeCorrections } from './place-corrections.ts';

interface Applied {
  readonly corrections: readonly Correction[];
  readonly placements: Placements;
  /** Equal for two lists that read this book alike. */
  readonly signature: string;
  readonly book: Book;
}

/** The last outcome for each book, as it is asked for again and again. */
const applied = new WeakMap<Book, Applied>();
const originals = new WeakMap<Book, Book>();

/**
 * The book read as its reader says. Rubies of the origin `reader` take the place of those that are there, and words
 * with them; the text stays as it is. Where no correction holds it is the very same book, and lists that read the book
 * alike give the very same result.
 */
export function applyCorrections(book: Book, corrections: readonly Correction[]): Book {
  return apply(book, corrections).book;
}

/** The book as it was before `applyCorrections`; the book itself where nothing was applied to it. */
export function originalBook(book: Book): Book {
  return originals.get(book) ?? book;
}

/** All that holds in a book; `book` is the original. */
export function placementsOf(book: Book, corrections: readonly Correction[]): Placements {
  return apply(book, corrections).placements;
}

/** What holds at a place of the original book, or `null`. */
export function placementAt(
  book: Book,
  corrections: readonly Correction[],
  sentence: SentenceId,
  offset: Utf16Offset,
): Placement | null {
  const there = placementsOf(book, corrections).get(sentence);
  return there?.find(({ start, end }) => start <= offset && offset < end) ?? null;
}

function apply(book: Book, corrections: readonly Correction[]): Applied {
  const before = applied.get(book);
  if (before?.corrections === corrections) return before;
  const placements = placeCorrections(book, corrections);
  const signature = signatureOf(placements);
  const result =
    placements.size === 0
      ? book
      : before?.signature === signature
        ? before.book
        : mapSentences(book, (sentence) => correct(sentence, placements.get(sentence.id)));
  if (result !== book) originals.set(result, book);
  const now = { corrections, placements, signature, book: result };
  applied.set(book, now);
  return now;
}

function signatureOf(placements: Placements): string {
  return JSON.stringify(
    [...placements].map(([sentence, all]) => [
      sentence,
      all.map(({ start, end, correction }) => [start, end, correction.reading]),
    ]),
  );
}

function correct(sentence: Sentence, placements: readonly Placement[] | undefined): Sentence {
  if (placements === undefined) return sentence;
  const free = (one: TextRange): boolean =>
    placements.every((other) => one.end <= other.start || other.end <= one.start);
  const ruby = placements.flatMap((placement) =>
    placement.ruby.map((one): Ruby => ({ ...one, origin: 'reader', confidence: 1 })),
  );
  const words = placements.map(
    ({ start, end, correction }): Word => ({ start, end, reading: correction.reading }),
  );
  return {
    ...sentence,
    ruby: [...sentence.ruby.filter(free), ...ruby].sort(byStart),
    words: [...sentence.words.filter(free), ...words].sort(byStart),
  };
}

function byStart(one: TextRange, other: TextRange): number {
  return one.start - other.start;
}
