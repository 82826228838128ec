/**
 * What the page and the reading worker say to each other. One piece of work at a time; every message names its `id`.
 * A book never goes through here where the device keeps it: taking over a long one would hold the page up.
 */
import type { Book, Fraction } from '../book/book.ts';
import type { DocumentErrorCode } from '../formats/read-document.ts';
import type { OwnBookEntry } from '../library/book-storage.ts';

export type ReadingRequest =
  /** A file to a Book with readings, kept on the device. `title` goes before what the document says. */
  | {
      readonly type: 'open';
      readonly id: number;
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly title?: string;
    }
  /** The same for plain text that was typed or pasted; `name` is the title where the text has none and `title` is absent. */
  | {
      readonly type: 'read-text';
      readonly id: number;
      readonly name: string;
      readonly text: string;
      readonly title?: string;
    }
  /** Keeps the dictionary on the device, for later. */
  | { readonly type: 'prepare'; readonly id: number }
  /** Ends the work of that id, which then fails as `aborted`. Work that is over is left alone. */
  | { readonly type: 'abort'; readonly id: number };

export interface ReadingProgress {
  /** `dictionary`: fetching the dictionary, only where the device hasn't got it. `reading`: working out readings. */
  readonly stage: 'dictionary' | 'reading';
  readonly fraction: Fraction;
  /** Of the dictionary as it comes over the wire; with the stage `dictionary` only. */
  readonly bytes?: { readonly loaded: number; readonly total: number };
}

export type ReadingErrorCode =
  | DocumentErrorCode
  /** The dictionary isn't on the device and could not be fetched, or what came was damaged. */
  | 'dictionary-unavailable'
  | 'aborted'
  /** A fault of the app's own. */
  | 'failed';

export interface ReadingError {
  readonly code: ReadingErrorCode;
  /** For a report, not for the reader's eyes. */
  readonly detail?: string;
}

/** Any number of `progress`, then one of the others. */
export type ReadingResponse =
  | ({ readonly type: 'progress'; readonly id: number } & ReadingProgress)
  /** The book is on the device, under the entry's id. */
  | { readonly type: 'kept'; readonly id: number; readonly entry: OwnBookEntry }
  /** The device didn't keep it, for want of room or of leave: here it is. */
  | { readonly type: 'unkept'; readonly id: number; readonly entry: OwnBookEntry; readonly book: Book }
  | { readonly type: 'prepared'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly error: ReadingError };
