import { useMemo, useRef, useState } from 'react';
import type { Book } from '../../book/book.ts';
import type { Locator } from '../../book/locator.ts';
import type { Store } from '../../book/store.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import type { Bookmark, BookmarksState, BookmarksStore } from '../../library/bookmarks.ts';
import { type CatalogEntry, catalogEntry } from '../../library/catalog.ts';
import type { Trail, Travel } from '../../library/history.ts';
import { Button } from '../../ui/button.tsx';
import { BookmarkIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import { BookmarkItem } from './bookmark-item.tsx';
import styles from './bookmarks-sheet.module.css';
import { groupBookmarks, type ListedBookmark } from './group-bookmarks.ts';
import { LeftPlaces } from './left-places.tsx';

interface BookmarksSheetProps {
  readonly bookmarks: BookmarksStore;
  /** The open book; `null` on the shelf, or while it is on its way. */
  readonly book: Book | null;
  /** The present place in it, where a new bookmark goes; `null` where there is none. */
  readonly here: Locator | null;
  readonly catalog: readonly CatalogEntry[];
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  /** Leads to a bookmark's place, which may be in another book. */
  readonly onGo: (bookmark: Bookmark) => void;
  /** The places that one jumped away from. */
  readonly trail: Store<Trail>;
  readonly onTravel: (how: Travel) => void;
  readonly onClose: () => void;
}

const PROBLEMS: Readonly<Record<Exclude<BookmarksState['problem'], 'none'>, TextKey>> = {
  repaired: 'bookmarks.repaired',
  refused: 'bookmarks.not-kept',
  full: 'bookmarks.not-kept',
};

type Said =
  | 'bookmarks.added'
  | 'bookmarks.removed'
  | 'bookmarks.restored'
  | 'bookmarks.note-saved'
  | 'bookmarks.full';

/** The bookmarks of this book and of the others, with their notes. What is taken out can be put back. */
export function BookmarksSheet(props: BookmarksSheetProps) {
  const { bookmarks, book, here, catalog, documents, trail, onGo, onTravel, onClose } = props;
  const { name } = useText();
  const state = useStore(bookmarks);
  const groups = useMemo(() => groupBookmarks(state.bookmarks, book), [state.bookmarks, book]);
  const [said, setSaid] = useState<Said | null>(null);
  const status = useRef<HTMLDivElement>(null);

  const titleOf = (id: string): string =>
    catalogEntry(catalog, id)?.title ?? documents.find((document) => document.id === id)?.title ?? '';

  const list = (items: readonly ListedBookmark[]) => (
    <ul className={styles.list}>
      {items.map((item) => (
        <BookmarkItem
          key={item.bookmark.id}
          item={item}
          onGo={() => onGo(item.bookmark)}
          onNote={(note) => bookmarks.setNote(item.bookmark.id, note)}
          onNoteSaved={() => setSaid('bookmarks.note-saved')}
          onRemove={() => {
            bookmarks.remove(item.bookmark.id);
            setSaid('bookmarks.removed');
            // The button that had the focus is gone; what can be done now is beside the message.
            status.current?.focus();
          }}
        />
      ))}
    </ul>
  );

  return (
    <Sheet
      title="bookmarks.title"
      onClose={onClose}
      foot={
        here === null ? undefined : (
          <Button
            kind="primary"
            label="bookmarks.add"
            icon={<BookmarkIcon />}
            onPress={() => setSaid(bookmarks.add(here).ok ? 'bookmarks.added' : 'bookmarks.full')}
          />
        )
      }
    >
      <div ref={status} className={styles.status} tabIndex={-1}>
        <p role="status">
          {state.problem !== 'none' && <Label k={PROBLEMS[state.problem]} />}
          {said !== null && <Label k={said} />}
        </p>
        {said === 'bookmarks.removed' && state.canUndoRemove && (
          <Button
            label="app.undo"
            onPress={() => {
              bookmarks.undoRemove();
              setSaid('bookmarks.restored');
              status.current?.focus();
            }}
          />
        )}
      </div>
      {state.bookmarks.length === 0 && (
        <p>
          <Label k="bookmarks.none" />
        </p>
      )}
      {groups.here.length > 0 && (
        <section>
          <h3 className={styles.heading} aria-label={name('bookmarks.here')}>
            <Label k="bookmarks.here" />
          </h3>
          {list(groups.here)}
        </section>
      )}
      {groups.others.length > 0 && (
        <section>
          {book !== null && (
            <h3 className={styles.heading} aria-label={name('bookmarks.others')}>
              <Label k="bookmarks.others" />
            </h3>
          )}
          {groups.others.map((group) => (
            <div key={group.book}>
              <p className={styles.book} lang="ja">
                {titleOf(group.book) === '' ? (
                  <Label k="bookmarks.unknown-book" />
                ) : (
                  <RubyText text={titleOf(group.book)} />
                )}
              </p>
              {list(group.bookmarks)}
            </div>
          ))}
        </section>
      )}
      <LeftPlaces trail={trail} book={book?.id ?? null} titleOf={titleOf} onTravel={onTravel} />
    </Sheet>
  );
}
