/** A bundled book's recordings as the site serves them, beside the sound: which stretch of which file says which sentence. */
import type { Seconds, SentenceId } from '../book/book.ts';

export interface RecordedFile {
  /** On the site, with its content's hash in the name. MP3 at a constant bit rate. */
  readonly address: string;
  readonly bytes: number;
  /** Of the whole file, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly duration: Seconds;
  /** The chapter's heading as plain text. */
  readonly title: string;
  /** The id of the top section that it begins in; `null` for what comes before the first. */
  readonly section: string | null;
}

/**
 * `[sentence, file, begin, end]` and the words' times where they are known. `file` is a place in `files`, from 0; `begin`
 * and `end` count from the file's start, and the clips of a file follow each other without a gap.
 */
export type RecordedClip = readonly [
  sentence: SentenceId,
  file: number,
  begin: Seconds,
  end: Seconds,
  words?: readonly RecordedWord[],
];

/** The word's place in the sentence (UTF-16, end exclusive), and when it is said, counted from the clip's begin. */
export type RecordedWord = readonly [start: number, end: number, from: Seconds, to: Seconds];

export interface RecordedBook {
  readonly version: 1;
  readonly book: string;
  readonly duration: Seconds;
  readonly narrator: string;
  /** The lines that the voice's licence wants to be shown. */
  readonly credits: readonly string[];
  readonly files: readonly RecordedFile[];
  /** In reading order. */
  readonly clips: readonly RecordedClip[];
}
