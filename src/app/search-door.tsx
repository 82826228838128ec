import { useCallback } from 'react';
import type { Book, SentenceId } from '../book/book.ts';
import { SearchSheet } from '../features/search/search-sheet.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

interface SearchDoorProps {
  readonly services: Services;
  readonly book: Book | null;
  readonly onGo: (book: string, sentence: SentenceId) => void;
  readonly onClose: () => void;
}

/** 「さがす」, bound to the books that there are. */
export function SearchDoor({ services, book, onGo, onClose }: SearchDoorProps) {
  const { books } = useStore(services.ownBooks);
  const { settings } = useStore(services.settings);
  const { loadBook } = services;
  const load = useCallback(
    async (id: string): Promise<Book | null> => {
      const loaded = await loadBook(id);
      return loaded.ok ? loaded.book : null;
    },
    [loadBook],
  );
  return (
    <SearchSheet
      book={book}
      catalog={services.catalog}
      edition={settings.edition}
      documents={books}
      loadBook={load}
      onGo={onGo}
      onClose={onClose}
    />
  );
}
