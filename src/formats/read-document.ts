/** A reader's own file to a Book: finds out what it is, fetches the code for that format, and reads it. */
import type { Book } from '../book/book.ts';
import { textHash } from '../book/ids.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { DecodedHtml } from './html/read-html-charset.ts';
import type { Split } from './sentences.ts';
import { type DecodedText, decodeText } from './text/decode.ts';

export interface DocumentFile {
  /** The file's name with its ending; only the ending says what it is. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DocumentOptions {
  /** The book's id; made from the text where absent, so that the same file is the same book. */
  readonly id?: string;
  /** The book's title; else what the document says, else the file's name without its ending. */
  readonly title?: string;
  readonly split?: Split;
}

export type DocumentErrorCode =
  /** There is no word in it. */
  | 'empty'
  /** More than `MAX_BYTES`. */
  | 'too-large'
  /** By its ending, none of the formats that are read. */
  | 'unknown-format'
  /** Called a text, but full of bytes that no text has. */
  | 'binary'
  /** A text in an encoding that isn't known. */
  | 'unknown-encoding';

export type DocumentResult =
  | { readonly ok: true; readonly book: Book; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly error: { readonly code: DocumentErrorCode } };

/** 10 MiB: some twenty long novels. More than that is no text that someone meant to open on a tablet. */
export const MAX_BYTES = 10 * 1024 * 1024;

type Format = 'markdown' | 'text' | 'html';

const FORMATS: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
};

/** The endings of the files that are read, with their points: for a file chooser's `accept`. */
export const FILE_ENDINGS: readonly string[] = Object.keys(FORMATS).map((ending) => `.${ending}`);

/** Reads a file. Images can't come with a single file: their alternative texts are shown. */
export async function readDocument(
  file: DocumentFile,
  options: DocumentOptions = {},
): Promise<DocumentResult> {
  const fail = (code: DocumentErrorCode): DocumentResult => ({ ok: false, error: { code } });
  const format = formatOf(file.name);
  if (format === null) return fail('unknown-format');
  if (file.bytes.length > MAX_BYTES) return fail('too-large');
  const decoded = await decode(file.bytes, format);
  if (!decoded.ok) return fail(decoded.error.code);
  const shared = {
    id: options.id ?? `doc-${textHash(decoded.text)}`,
    fallbackTitle: nameWithoutEnding(file.name),
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.split === undefined ? {} : { split: options.split }),
  };
  switch (format) {
    case 'markdown': {
      const { readMarkdown } = await import('./markdown/read-markdown.ts');
      const read = readMarkdown(decoded.text, { ...shared, hasAsset: () => false });
      return read.ok ? { ok: true, book: read.book, diagnostics: read.diagnostics } : read;
    }
    case 'text': {
      const { readText } = await import('./text/read-text.ts');
      return readText(decoded.text, shared);
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      return readHtml(decoded.text, shared);
    }
  }
}

/** A page says itself which encoding it has. */
async function decode(bytes: Uint8Array, format: Format): Promise<DecodedText | DecodedHtml> {
  if (format !== 'html') return decodeText(bytes);
  const { decodeHtml } = await import('./html/read-html-charset.ts');
  return decodeHtml(bytes);
}

/** By the ending; a name without one is a plain text. */
function formatOf(name: string): Format | null {
  const ending = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return 'text';
  return Object.hasOwn(FORMATS, ending) ? (FORMATS[ending] ?? null) : null;
}

function nameWithoutEnding(name: string): string {
  return (name.split(/[/\\]/u).at(-1) ?? name).replace(/\.[^.]+$/u, '').trim();
}
