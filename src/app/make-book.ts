/** Makes books to take along out of what is open, in a worker of their own. */
import type { Book } from '../book/book.ts';
import type { MadeFile, MadeFormat } from '../features/downloads/make-book.ts';
import type { WritingRequest, WritingResponse } from '../workers/write-book.ts';

/** What is used of a `Worker`. */
export interface WritingPort {
  postMessage(request: WritingRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<WritingResponse>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface MakeOptions {
  readonly start: () => WritingPort;
  /** The file's name without its ending. */
  readonly name: string;
  /** The day that the book is dated. */
  readonly today: Date;
}

/** Rejects where the worker can't be started, or can't write the book. */
export async function makeBook(
  book: Book,
  format: MadeFormat,
  { start, name, today }: MakeOptions,
): Promise<MadeFile> {
  const worker = start();
  try {
    const bytes = await new Promise<Uint8Array<ArrayBuffer>>((fulfil, reject) => {
      worker.onmessage = ({ data }) => (data.ok ? fulfil(data.bytes) : reject(new Error(data.message)));
      worker.onerror = (event) => reject(new Error('The writing worker failed.', { cause: event }));
      worker.postMessage({ book, format, date: dayOf(today) });
    });
    const isEpub = format === 'epub';
    const type = isEpub ? 'application/epub+zip' : 'application/zip';
    return {
      name: isEpub ? `${name}.epub` : `${name}-${format}.zip`,
      content: new Blob([bytes], { type }),
    };
  } finally {
    worker.terminate();
  }
}

/** A title as a file's name: without what file systems refuse, and not too long. */
export function fileNameOf(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  return [...plain].slice(0, 60).join('').trim() || 'book';
}

/** ISO 8601, on the clock here. */
function dayOf(date: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
