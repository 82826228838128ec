import { parseBook } from '../../../src/book/parse-book.ts';
import { createOwnBooks } from '../../../src/library/own-books.ts';
import { createIdbBooks } from '../../../src/platform/storage/idb-books.ts';

/** Keeps a book the way the app keeps a document that a reader opens. Resolves with whether it was kept. */
globalThis.benchKeep = async (value) => {
  const parsed = parseBook(value);
  if (!parsed.ok) throw new Error(`no book: ${JSON.stringify(parsed.error)}`);
  return (await createOwnBooks(createIdbBooks()).put(parsed.book, 'bench')).kept;
};
