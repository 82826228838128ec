/** The port behind which the reader's own documents are kept. */
import type { Book } from '../book/book.ts';

/** What the shelf knows of a document without opening it. */
export interface OwnBookEntry {
  /** The book's id. */
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** The file's name, or what the reader called the text. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly added: number;
  /** Of the whole text, in UTF-16 code units. */
  readonly characters: number;
}

/** `refused`: the browser keeps nothing (private mode, a setting), or the database can't be opened. `full`: no room. */
export class BookStorageError extends Error {
  override readonly name = 'BookStorageError';
  readonly code: 'refused' | 'full';

  constructor(code: 'refused' | 'full', cause: unknown) {
    super(`The storage of books is ${code}.`, { cause });
    this.code = code;
  }
}

/** All of its functions reject with a `BookStorageError`. What comes back is not trusted: another version may have put it there. */
export interface BookStorage {
  list(): Promise<readonly unknown[]>;
  /** The book as it was put, or `undefined` where there is none. */
  get(id: string): Promise<unknown>;
  /** Replaces a document of the same id. The entry and the book are kept both or not at all. */
  put(entry: OwnBookEntry, book: Book): Promise<void>;
  remove(id: string): Promise<void>;
}
