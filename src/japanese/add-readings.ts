/** Fills a book's sentences with rubies and words, and finds what is still without a reading. */
import type { Book, Fraction, Sentence, SentenceId, Utf16Offset } from '../book/book.ts';
import { mapSentences, sentencesOf } from '../book/walk.ts';
import { isKanji } from './kana.ts';
import type { ReadingEngine } from './readings.ts';

export interface AddReadingsOptions {
  /** Ends the work between two sentences; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with 0 to 1, about a hundred times at most; the last call is 1. */
  readonly onProgress?: (fraction: Fraction) => void;
}

/** Milliseconds of work after which messages (an abort, above all) may reach a worker that is busy otherwise. */
const LONGEST_WITHOUT_PAUSE = 50;

/**
 * The same book with readings. A ruby that is there already as an author's or a reader's is kept; any other is
 * worked out anew.
 */
export async function addReadings(
  book: Book,
  engine: ReadingEngine,
  { signal, onProgress }: AddReadingsOptions = {},
): Promise<Book> {
  const places = sentencesOf(book);
  const done = new Map<Sentence, Sentence>();
  let reported = 0;
  let paused = performance.now();
  for (const [index, { sentence }] of places.entries()) {
    signal?.throwIfAborted();
    const author = sentence.ruby.filter((ruby) => ruby.origin === 'author' || ruby.origin === 'reader');
    done.set(sentence, { ...sentence, ...(await engine.read(sentence.text, { author })) });
    if (performance.now() - paused > LONGEST_WITHOUT_PAUSE) {
      await pause();
      paused = performance.now();
    }
    const percent = Math.floor(((index + 1) / places.length) * 100);
    if (percent > reported) {
      reported = percent;
      onProgress?.(percent / 100);
    }
  }
  if (reported < 100) onProgress?.(1);
  return mapSentences(book, (sentence) => done.get(sentence) ?? sentence);
}

/** A message to oneself comes behind those that wait already; a timer would wait some milliseconds as well. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export interface MissingReading {
  readonly sentence: SentenceId;
  /** The kanji that no ruby covers. */
  readonly char: string;
  readonly offset: Utf16Offset;
}

/** Every kanji of the book that no ruby covers, in reading order. ヶ and ヵ count: they are never read as written. */
export function sentencesWithoutReading(book: Book): readonly MissingReading[] {
  const missing: MissingReading[] = [];
  for (const { sentence } of sentencesOf(book)) {
    let offset = 0;
    let next = 0;
    for (const char of sentence.text) {
      while ((sentence.ruby[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
      const ruby = sentence.ruby[next];
      if (isKanji(char) && (ruby === undefined || ruby.start > offset)) {
        missing.push({ sentence: sentence.id, char, offset });
      }
      offset += char.length;
    }
  }
  return missing;
}
