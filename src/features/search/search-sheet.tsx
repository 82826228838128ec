import { useDeferredValue, useMemo, useState } from 'react';
import type { Book, SentenceId } from '../../book/book.ts';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { useText } from '../../i18n/use-text.ts';
import type { CatalogEntry } from '../../library/catalog.ts';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SearchResult } from './search-result.tsx';
import styles from './search-sheet.module.css';
import { searchBooks, searchedBooks } from './searched-books.ts';
import { useBooks } from './use-books.ts';

interface SearchSheetProps {
  /** The book that is open; `null` on the shelf, where all books are searched. */
  readonly book: Book | null;
  readonly catalog: readonly CatalogEntry[];
  /** Which edition is searched where no bundled book is open. */
  readonly edition?: 'standard' | 'easy';
  /** The reader's own; titles in plain text. */
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  /** `null` for a book that can't be had now. Must be the same function from render to render. */
  readonly loadBook: (id: string) => Promise<Book | null>;
  readonly onGo: (bookId: string, sentence: SentenceId) => void;
  readonly onClose: () => void;
}

/** More than that nobody looks through; the number of the rest is said. */
const MOST_SHOWN = 50;
const LONGEST_QUERY = 100;

/** 「さがす」: words in this book or in all of them, by kanji or by kana, as one types. */
export function SearchSheet(props: SearchSheetProps) {
  const { book, catalog, edition = 'standard', documents, loadBook, onGo, onClose } = props;
  const { name } = useText();
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<'here' | 'everywhere'>(book === null ? 'everywhere' : 'here');
  const query = useDeferredValue(typed).trim();

  const everywhere = scope === 'everywhere';
  const shelf = useMemo(
    () => searchedBooks(catalog, book, edition, documents),
    [catalog, book, edition, documents],
  );
  const others = useMemo(
    () => (everywhere ? [...shelf.keys()].filter((id) => id !== book?.id) : []),
    [everywhere, shelf, book],
  );
  const loaded = useBooks(others, loadBook);

  const { hits, count } = useMemo(() => {
    const ids = everywhere ? [...shelf.keys()] : [];
    const books = ids.flatMap((id) => (id === book?.id ? [] : (loaded.get(id) ?? [])));
    return searchBooks(book === null ? books : [book, ...books], query, MOST_SHOWN);
  }, [everywhere, shelf, loaded, book, query]);

  const waiting = query !== '' && others.some((id) => !loaded.has(id));
  const missing = query === '' ? [] : others.filter((id) => loaded.get(id) === null);
  return (
    <Sheet title="search.title" onClose={onClose}>
      <search className={styles.search}>
        <input
          // Opening a dialog gives the focus to what has this attribute, which React would not write.
          ref={(element) => element?.setAttribute('autofocus', '')}
          className={styles.input}
          type="search"
          aria-label={name('search.label')}
          aria-describedby="search-hint"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST_QUERY}
          // What an input method is still putting together is not searched for.
          onChange={(event) => {
            if (!('isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true)) {
              setTyped(event.currentTarget.value);
            }
          }}
          onCompositionEnd={(event) => setTyped(event.currentTarget.value)}
        />
        <p id="search-hint" className={styles.hint}>
          <Label k="search.hint" />
        </p>
        {book !== null && (
          <Choices
            label="search.scope"
            value={scope}
            onChoose={setScope}
            choices={(['here', 'everywhere'] as const).map((value) => ({
              value,
              label: `search.${value}` as const,
            }))}
          />
        )}
      </search>
      <div className={styles.found}>
        <div role="status">
          {query !== '' && (count > 0 || !waiting) && (
            <p>
              {count > 0 ? (
                <Label k="search.results" with={{ count }} />
              ) : (
                <Label k="search.none" with={{ query }} />
              )}
            </p>
          )}
          {waiting && (
            <p>
              <Label k="search.searching" />
            </p>
          )}
        </div>
        {hits.length > 0 && (
          <ul className={styles.list} aria-label={name('search.list')}>
            {hits.map((hit) => (
              <SearchResult
                key={`${hit.bookId} ${hit.sentence.id}`}
                hit={hit}
                title={everywhere ? (shelf.get(hit.bookId) ?? '') : null}
                onGo={() => onGo(hit.bookId, hit.sentence.id)}
              />
            ))}
          </ul>
        )}
        {count > hits.length && (
          <p>
            <Label k="search.more" with={{ count: count - hits.length }} />
          </p>
        )}
        {missing.map((id) => (
          <p key={id} className={styles.hint}>
            <Label k="search.missing" with={{ title: baseOfNotation(shelf.get(id) ?? '') }} />
          </p>
        ))}
      </div>
    </Sheet>
  );
}
