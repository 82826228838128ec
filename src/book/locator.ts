/**
 * A place in a book that outlives an edition: for bookmarks, where one left off, and shared addresses. The words are
 * Readium's; here a place is a sentence, an offset in it, and a quote by which it is found again when ids change.
 */
import type { Book, Sentence, SentenceId, Utf16Offset } from './book.ts';
import { findSentence, sentencesOf } from './walk.ts';

/** A place: a sentence of a book, how far into it, and the words by which it is found again. */
export interface Locator {
  /** The id of the book. */
  readonly book: string;
  readonly sentence: SentenceId;
  readonly offset: Utf16Offset;
  /** The beginning of the sentence's text, at most `QUOTE_LENGTH` code units. */
  readonly quote: string;
}

/** A place that was found. */
interface ResolvedLocator {
  readonly sentence: SentenceId;
  /** Within the sentence's text, its end included. */
  readonly offset: Utf16Offset;
  /** True where the very sentence is there; false where only one like it is. */
  readonly exact: boolean;
}

/** In UTF-16 code units. */
export const QUOTE_LENGTH = 200;

/** From this likeness on (Dice coefficient of the character bigrams, 0 to 1) two sentences count as the same one. */
const LIKENESS = 0.5;

/** The place in a sentence, or `null` where the book has no such sentence. An offset outside of it is drawn in. */
export function createLocator(book: Book, sentence: SentenceId, offset: Utf16Offset = 0): Locator | null {
  const place = findSentence(book, sentence);
  if (place === null) return null;
  const { text } = place.sentence;
  return { book: book.id, sentence, offset: within(offset, text), quote: text.slice(0, QUOTE_LENGTH) };
}

/**
 * Finds a place again: the sentence with the same id, else the sentence most like the quote (the first of several),
 * else `null`. `locator.book` is not compared: which book or edition to look in is the caller's choice.
 */
export function resolveLocator(book: Book, locator: Locator): ResolvedLocator | null {
  const same = findSentence(book, locator.sentence);
  if (same) {
    return { sentence: locator.sentence, offset: within(locator.offset, same.sentence.text), exact: true };
  }
  const like = likestSentence(
    sentencesOf(book).map(({ sentence }) => sentence),
    locator.quote,
  );
  return like && { sentence: like.id, offset: within(locator.offset, like.text), exact: false };
}

/** The sentence most like a locator's quote, the first of several; `null` where none is like it. */
export function likestSentence(sentences: readonly Sentence[], quote: string): Sentence | null {
  const wanted = bigramsOf(quote);
  let best: Sentence | null = null;
  let likeness = 0;
  for (const sentence of sentences) {
    const found = dice(wanted, bigramsOf(sentence.text.slice(0, QUOTE_LENGTH)));
    if (found < LIKENESS || found <= likeness) continue;
    likeness = found;
    best = sentence;
  }
  return best;
}

function within(offset: Utf16Offset, text: string): Utf16Offset {
  return Number.isFinite(offset) ? Math.min(Math.max(0, Math.trunc(offset)), text.length) : 0;
}

/** How often each pair of neighbouring characters occurs, white space left out. */
function bigramsOf(text: string): ReadonlyMap<string, number> {
  const characters = Array.from(text.replace(/\s+/gu, ''));
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < characters.length; index++) {
    const pair = `${characters[index]}${characters[index + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  const all = sum(a) + sum(b);
  return all === 0 ? 0 : (2 * shared) / all;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
