import type { Book, SentenceId } from '../book/book.ts';
import type { Locator } from '../book/locator.ts';
import { BookmarksSheet } from '../features/bookmarks/bookmarks-sheet.tsx';
import type { Bookmark } from '../library/bookmarks.ts';
import type { Travel } from '../library/history.ts';
import { createPlace } from '../library/places.ts';
import { useStore } from '../ui/use-store.ts';
import { historyOf } from './place-history.ts';
import type { Services } from './services.ts';

interface BookmarksDoorProps {
  readonly services: Services;
  readonly book: Book | null;
  /** The present place, where a new bookmark goes. */
  readonly here: Locator | null;
  readonly onGo: (book: string, sentence: SentenceId) => void;
  readonly onTravel: (how: Travel) => void;
  readonly onClose: () => void;
}

/** 「しおり」, bound to what the reader keeps. */
export function BookmarksDoor({ services, book, here, onGo, onTravel, onClose }: BookmarksDoorProps) {
  const { books } = useStore(services.ownBooks);
  const goTo = ({ locator, listened }: Bookmark): void => {
    if (listened === undefined) {
      onGo(locator.book, locator.sentence);
      return;
    }
    // To the word or the second, of which an address knows nothing. How far into its book that is, the book will know.
    const { seconds } = listened;
    onTravel(createPlace(locator, 0, Date.now(), seconds === null ? {} : { seconds }));
  };
  return (
    <BookmarksSheet
      bookmarks={services.bookmarks}
      book={book}
      here={here}
      catalog={services.catalog}
      documents={books}
      trail={historyOf(services.storage)}
      onGo={goTo}
      onTravel={onTravel}
      onClose={onClose}
    />
  );
}
