/**
 * What every talking book is made of, whatever its format: the text as a Book, and its narration. The writers of
 * `formats/epub`, `daisy202`, `daisy3` and `audio` turn the two into files, and know nothing of where they are put.
 */
import type { Book, Seconds } from '../book/book.ts';
import type { MediaOverlay } from '../book/media-overlay.ts';

/** One file of a book: a path within the book's folder, `/` between its parts, ASCII. */
export interface BookFile {
  readonly path: string;
  /** The whole file. Sound is put together only when it is asked for: a long book's fills hundreds of megabytes. */
  readonly load: () => Promise<Uint8Array>;
}

/** One sound file: a chapter, or the part of the book before the first. */
export interface Recording {
  /** As the overlay's clips name it: ASCII, flat, with its ending, as in `audio-001.mp3`. */
  readonly path: string;
  /** MPEG layer III, constant bit rate, mono, without tags. */
  readonly load: () => Promise<Uint8Array>;
  /** Exactly the sound's length. */
  readonly duration: Seconds;
  /** The chapter's heading as plain text, or the book's title for what comes before the first chapter. */
  readonly title: string;
  /** The id of the top section that it begins in; `null` for what comes before the first. A long chapter has several. */
  readonly section: string | null;
}

/**
 * The spoken book. The overlay's clips are contiguous: each begins where the one before it in the same recording ends, the
 * first at 0, the last ends with the recording; the silence after a sentence belongs to its clip.
 */
export interface Narration {
  readonly recordings: readonly Recording[];
  readonly overlay: MediaOverlay;
  /** Who speaks, as a narrator is credited. */
  readonly narrator: string;
  /** The voice saying 「ページ」, for players that ask whether pages are to be announced (DAISY 3); its `section` is `null`. */
  readonly pageWord?: Recording;
  /** The licence lines that go into every book made with this voice. */
  readonly credits: readonly string[];
}

/** What is said of this making of the book. The same of everything gives the same bytes. */
export interface Making {
  /** ISO 8601, a day: when the book was made. */
  readonly date: string;
  /** The program, with its version. */
  readonly generator: string;
}

/** What a writer is given. Without a narration the book is one of text alone. */
export interface TalkingBook {
  readonly book: Book;
  readonly narration: Narration | null;
  readonly making: Making;
}

/** What a writer could not put into its format, or had to change; for the report and the message. */
export interface WriteProblem {
  readonly code: string;
  /** The text that it is about, as in the character that a charset lacks. */
  readonly detail: string;
}

export interface WrittenBook {
  readonly files: readonly BookFile[];
  readonly problems: readonly WriteProblem[];
}

/** A file that is there already, of text (UTF-8) or bytes. */
export function bookFile(path: string, content: string | Uint8Array): BookFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, load: () => Promise.resolve(bytes) };
}
