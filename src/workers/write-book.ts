/** A Book of text alone as a file to take along. The same of everything gives the same bytes. */
import type { Book } from '../book/book.ts';
import { writeDaisy3 } from '../formats/daisy3/write-daisy3.ts';
import { writeDaisy202 } from '../formats/daisy202/write-daisy202.ts';
import { writeEpub } from '../formats/epub/write-epub.ts';
import type { TalkingBook, WrittenBook } from '../formats/talking-book.ts';
import { zipOf } from '../formats/zip/pack.ts';

export type WritingFormat = 'epub' | 'daisy202' | 'daisy3';

export interface WritingRequest {
  readonly book: Book;
  readonly format: WritingFormat;
  /** ISO 8601, a day: what the book is dated. */
  readonly date: string;
}

/** What the worker answers: the file, or that something went wrong. */
export type WritingResponse =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly message: string };

const WRITERS: Readonly<Record<WritingFormat, (talking: TalkingBook) => WrittenBook>> = {
  epub: (talking) => writeEpub(talking),
  daisy202: (talking) => writeDaisy202(talking),
  daisy3: (talking) => writeDaisy3(talking),
};

/** An EPUB, or a ZIP with the DAISY book's folder in it. */
export async function writeBook({ book, format, date }: WritingRequest): Promise<Uint8Array<ArrayBuffer>> {
  const talking: TalkingBook = { book, narration: null, making: { date, generator: 'ともよみ' } };
  const { files } = WRITERS[format](talking);
  const packed = await zipOf(files, format === 'epub' ? { date } : { date, folder: `book-${format}` });
  return new Uint8Array(packed);
}
