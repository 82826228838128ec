/** Which books a search looks into, and in all of them at once. */
import type { Book } from '../../book/book.ts';
import { toRubyNotation } from '../../book/ruby-notation.ts';
import { type CatalogEntry, catalogEntry } from '../../library/catalog.ts';
import { type Found, type Hit, searchBook } from './search-books.ts';

interface Titled {
  readonly id: string;
  /** In plain text. */
  readonly title: string;
}

/**
 * The books by id, in the order of the search, with their titles in ruby notation: the open one, the bundled ones in its
 * edition (`edition` where it has none), the reader's own. One text in two editions would be found twice.
 */
export function searchedBooks(
  catalog: readonly CatalogEntry[],
  book: Book | null,
  edition: 'standard' | 'easy',
  documents: readonly Titled[],
): ReadonlyMap<string, string> {
  const open = book === null ? null : catalogEntry(catalog, book.id);
  const wanted = open?.edition ?? edition;
  const titles = new Map<string, string>();
  if (book !== null) {
    const own = book.title.map(({ text, ruby }) => toRubyNotation(text, ruby)).join('');
    titles.set(book.id, open?.title ?? (own === '' ? book.metadata.title : own));
  }
  for (const entry of catalog) {
    if (entry.edition === wanted || entry.otherEdition === null) titles.set(entry.id, entry.title);
  }
  for (const { id, title } of documents) if (!titles.has(id)) titles.set(id, title);
  return titles;
}

/** The first `limit` hits over all the books, and how many there are. */
export function searchBooks(books: readonly Book[], query: string, limit: number): Found {
  const hits: Hit[] = [];
  let count = 0;
  for (const book of books) {
    const found = searchBook(book, query, limit - hits.length);
    hits.push(...found.hits);
    count += found.count;
  }
  return { hits, count };
}
