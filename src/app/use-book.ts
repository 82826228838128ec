import { useEffect, useState } from 'react';
import type { Book } from '../book/book.ts';
import { useStore } from '../ui/use-store.ts';
import type { BookError, Services } from './services.ts';

/** The book of an id, read as its reader corrected it, also while it is open: `null` while it is on its way, and why it can't be shown where it can't. */
export function useBook(
  services: Services,
  id: string,
): { readonly book: Book | null; readonly error: BookError | null } {
  const [loaded, setLoaded] = useState<{ book: Book | null; error: BookError | null }>({
    book: null,
    error: null,
  });
  useEffect(() => {
    let current = true;
    setLoaded({ book: null, error: null });
    void services.loadBook(id).then((result) => {
      if (!current) return;
      setLoaded(result.ok ? { book: result.book, error: null } : { book: null, error: result.error });
    });
    return () => {
      current = false;
    };
  }, [services, id]);

  const { corrections } = services;
  const { book } = loaded;
  const revision = useStore(corrections.revision);
  useEffect(() => {
    if (book === null || revision === 0) return;
    let current = true;
    void corrections.apply(book).then((next) => {
      if (current && next !== book) setLoaded({ book: next, error: null });
    });
    return () => {
      current = false;
    };
  }, [corrections, book, revision]);
  return loaded;
}
