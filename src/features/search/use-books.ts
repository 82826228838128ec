import { useEffect, useState } from 'react';
import type { Book } from '../../book/book.ts';

/** The books that were asked for: `null` for one that can't be had; absent while it is on its way. */
export type LoadedBooks = ReadonlyMap<string, Book | null>;

/** Loads the books as soon as `ids` names them, each once, and hands out those that have come. */
export function useBooks(
  ids: readonly string[],
  loadBook: (id: string) => Promise<Book | null>,
): LoadedBooks {
  const [loaded, setLoaded] = useState<LoadedBooks>(new Map());
  const [asked] = useState(() => new Set<string>());

  useEffect(() => {
    for (const id of ids) {
      if (asked.has(id)) continue;
      asked.add(id);
      // A book that can't be had is told to the reader as missing, whatever the cause.
      void loadBook(id)
        .catch(() => null)
        .then((book) => setLoaded((before) => new Map(before).set(id, book)));
    }
  }, [ids, loadBook, asked]);

  return loaded;
}
