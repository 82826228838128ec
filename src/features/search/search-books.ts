/** Search in a book: by writing, by reading, or by both mixed, whatever the kana and the width. */
import type { Book, Section, Sentence, TextRange } from '../../book/book.ts';
import { walkSentences } from '../../book/walk.ts';
import { findInSentence, foldForSearch, searchKeys } from '../../japanese/search-key.ts';
import { findMixed, isMixed, mayHoldMixed } from './mixed-search.ts';

/** A sentence that holds what is looked for. */
export interface Hit {
  readonly bookId: string;
  readonly sentence: Sentence;
  /** `null` for the book's title. */
  readonly section: Section | null;
  /** Where in the sentence's text, in order and apart from each other. */
  readonly ranges: readonly TextRange[];
}

export interface Found {
  /** The first ones in reading order. */
  readonly hits: readonly Hit[];
  /** How many sentences there are in all. */
  readonly count: number;
}

interface IndexedSentence {
  readonly sentence: Sentence;
  readonly section: Section | null;
  /** The whole text, folded as it is written and as it is read. */
  readonly base: string;
  readonly reading: string;
}

const NOTHING: Found = { hits: [], count: 0 };

/** A book's index lasts as long as the book. */
const indexes = new WeakMap<Book, readonly IndexedSentence[]>();

/**
 * The sentences with `query` in them, `limit` of them with the places. An empty or blank query finds nothing; every
 * character of it stands for itself.
 */
export function searchBook(book: Book, query: string, limit: number): Found {
  const needle = foldForSearch(query);
  if (needle === '') return NOTHING;
  const mixed = isMixed(needle);
  const hits: Hit[] = [];
  let count = 0;
  for (const { sentence, section, base, reading } of indexOf(book)) {
    const plain = base.includes(needle) || reading.includes(needle);
    if (!plain && !(mixed && mayHoldMixed(base, needle))) continue;
    // Where the places are is worked out for what is shown alone.
    if (plain && hits.length >= limit) {
      count++;
      continue;
    }
    const ranges = plain ? findInSentence(searchKeys(sentence), needle) : findMixed(sentence, needle);
    if (!plain && ranges.length === 0) continue;
    count++;
    if (hits.length < limit) hits.push({ bookId: book.id, sentence, section, ranges });
  }
  return { hits, count };
}

function indexOf(book: Book): readonly IndexedSentence[] {
  const there = indexes.get(book);
  if (there !== undefined) return there;
  const index: IndexedSentence[] = [];
  walkSentences(book, ({ sentence, section }) => {
    const base = foldForSearch(sentence.text);
    const reading = sentence.ruby.length === 0 ? base : foldForSearch(readingOf(sentence));
    index.push({ sentence, section, base, reading });
  });
  indexes.set(book, index);
  return index;
}

function readingOf({ text, ruby }: Sentence): string {
  let reading = '';
  let end = 0;
  for (const one of ruby) {
    reading += text.slice(end, one.start) + one.reading;
    end = one.end;
  }
  return reading + text.slice(end);
}
