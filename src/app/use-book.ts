import { useEffect, useState } from 'react';
import type { Book } from '../book/book.ts';
import type { BookError, Services } from './services.ts';

/** The book of an id: `null` while it is on its way, and why it can't be shown where it can't. */
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
  return loaded;
}
