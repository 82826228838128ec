import type { Book } from '../book/book.ts';
import { parseBook } from '../book/parse-book.ts';
import { type CatalogEntry, catalogEntry } from '../library/catalog.ts';
import type { OwnBooks } from '../library/own-books.ts';
import type { Corrections } from './corrections.ts';
import type { LoadedBook } from './services.ts';

/** Loads a book by its id, from the site or from the device, and keeps it. A failure is not kept: one may try again. */
export function createBookLoader(
  catalog: readonly CatalogEntry[],
  ownBooks: OwnBooks,
): (id: string) => Promise<LoadedBook> {
  const kept = new Map<string, Book>();
  return async (id) => {
    const known = kept.get(id);
    if (known !== undefined) return { ok: true, book: known };
    const entry = catalogEntry(catalog, id);
    const loaded = entry === null ? await openOwn(ownBooks, id) : await fetchBundled(entry);
    if (loaded.ok && entry !== null) kept.set(id, loaded.book);
    return loaded;
  };
}

/** The same books, fetched at once and handed out when `ready` is fulfilled: the place where one opens must be known by then. */
export function afterwards(
  load: (id: string) => Promise<LoadedBook>,
  ready: Promise<void>,
): (id: string) => Promise<LoadedBook> {
  return async (id) => {
    const [loaded] = await Promise.all([load(id), ready]);
    return loaded;
  };
}

/** The same books, read as their reader corrected them. */
export function withCorrections(
  load: (id: string) => Promise<LoadedBook>,
  corrections: Pick<Corrections, 'apply'>,
): (id: string) => Promise<LoadedBook> {
  return async (id) => {
    const loaded = await load(id);
    return loaded.ok ? { ok: true, book: await corrections.apply(loaded.book) } : loaded;
  };
}

async function openOwn(ownBooks: OwnBooks, id: string): Promise<LoadedBook> {
  const opened = await ownBooks.open(id);
  if (opened.ok) return opened;
  return { ok: false, error: opened.error.code === 'damaged' ? 'damaged' : 'not-found' };
}

async function fetchBundled(entry: CatalogEntry): Promise<LoadedBook> {
  let value: unknown;
  try {
    const response = await fetch(entry.address);
    if (!response.ok) return { ok: false, error: 'offline' };
    value = await response.json();
  } catch {
    return { ok: false, error: 'offline' };
  }
  const parsed = parseBook(value);
  return parsed.ok ? { ok: true, book: parsed.book } : { ok: false, error: 'damaged' };
}
