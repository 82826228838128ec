/** What the page for one's own documents asks for, and what it is told. */
import type { Fraction } from '../../book/book.ts';
import type { DocumentErrorCode } from '../../formats/read-document.ts';

/** A file as it was chosen, or a text as it was typed. */
export type Opening =
  | { readonly name: string; readonly bytes: Uint8Array }
  /** `title` is blank where the reader gave none. */
  | { readonly title: string; readonly text: string };

export interface OpeningProgress {
  /** `dictionary`: it is on its way, once for a device. `reading`: readings are being worked out. */
  readonly stage: 'dictionary' | 'reading';
  readonly fraction: Fraction;
  /** Of the dictionary as it comes over the wire; with the stage `dictionary` only. */
  readonly bytes?: { readonly loaded: number; readonly total: number };
}

export type OpeningError =
  | { readonly code: DocumentErrorCode | 'dictionary-unavailable' | 'aborted' | 'failed' }
  /** The device didn't keep the document; it can be read at `address` until the page is closed. */
  | { readonly code: 'storage-full' | 'storage-refused'; readonly address: string };

export type OpeningErrorCode = OpeningError['code'];

/** On success the app has gone on to the document by itself. */
export type OpeningResult = { readonly ok: true } | { readonly ok: false; readonly error: OpeningError };

export interface OpeningOptions {
  readonly onProgress: (progress: OpeningProgress) => void;
  /** Aborted by 「やめる」 and on leaving the page; what becomes of the promise is not looked at then. */
  readonly signal: AbortSignal;
}

export type Open = (opening: Opening, options: OpeningOptions) => Promise<OpeningResult>;

/** Fetches the dictionary alone, so that a document can be opened without a network later. */
export type Prepare = (options: OpeningOptions) => Promise<OpeningResult>;

export interface DictionaryState {
  /** `unknown` while nobody has looked. */
  readonly state: 'unknown' | 'absent' | 'partial' | 'ready';
  /** What is fetched in all, in bytes over the wire. */
  readonly size: number;
}

export interface OwnDocument {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
}

/** Where the text that is being typed survives a reload. */
export interface DraftKeeper {
  /** What was last saved; empty where there is nothing. */
  load(): string;
  save(draft: string): void;
}
