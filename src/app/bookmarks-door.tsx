import type { Book, SentenceId } from '../book/book.ts';
import type { Locator } from '../book/locator.ts';
import { BookmarksSheet } from '../features/bookmarks/bookmarks-sheet.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

interface BookmarksDoorProps {
  readonly services: Services;
  readonly book: Book | null;
  /** The present place, where a new bookmark goes. */
  readonly here: Locator | null;
  readonly onGo: (book: string, sentence: SentenceId) => void;
  readonly onClose: () => void;
}

/** 「しおり」, bound to what the reader keeps. */
export function BookmarksDoor({ services, book, here, onGo, onClose }: BookmarksDoorProps) {
  const { books } = useStore(services.ownBooks);
  return (
    <BookmarksSheet
      bookmarks={services.bookmarks}
      book={book}
      here={here}
      catalog={services.catalog}
      documents={books}
      onGo={(locator) => onGo(locator.book, locator.sentence)}
      onClose={onClose}
    />
  );
}
