/** What a word could be read as besides: from the readings that came with the book, without a dictionary. */
import type { Book, SentenceId, Utf16Offset } from '../book/book.ts';
import { findSentence } from '../book/walk.ts';
import { toHiragana } from './kana.ts';
import { readingChoices } from './spell-correction.ts';

/** The word in question: a stretch of a sentence, and how it is read now. */
interface ReadWord {
  readonly sentence: SentenceId;
  readonly offset: Utf16Offset;
  readonly text: string;
  readonly reading: string;
}

/**
 * The engine's readings of a word, likeliest first, without the one that it has now. `book` is the original, so that for a
 * corrected word the engine's own reading is among them.
 */
export function otherReadings(book: Book, { sentence, offset, text, reading }: ReadWord): readonly string[] {
  const found = findSentence(book, sentence)?.sentence;
  if (found === undefined) return [];
  const range = { start: offset, end: offset + text.length };
  const inside = found.words.filter(({ start, end }) => start >= range.start && end <= range.end);
  let before = '';
  let at = range.start;
  for (const word of inside) {
    before += toHiragana(found.text.slice(at, word.start)) + word.reading;
    at = word.end;
  }
  before += toHiragana(found.text.slice(at, range.end));
  return readingChoices(found, range, before).filter((one) => one !== reading);
}
