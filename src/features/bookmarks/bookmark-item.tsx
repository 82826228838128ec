import { useRef } from 'react';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { useText } from '../../i18n/use-text.ts';
import { LONGEST_NOTE } from '../../library/bookmarks.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './bookmarks-sheet.module.css';
import type { ListedBookmark } from './group-bookmarks.ts';

interface BookmarkItemProps {
  readonly item: ListedBookmark;
  readonly onGo: () => void;
  /** Each change of the note, so that none is lost when the sheet closes. */
  readonly onNote: (note: string) => void;
  readonly onNoteSaved: () => void;
  readonly onRemove: () => void;
}

/** Enough of a sentence to tell the buttons of one bookmark from those of another, in characters. */
const NAME_LENGTH = 24;

/** One bookmark: its words lead to the place; below, the reader's note. */
export function BookmarkItem({ item, onGo, onNote, onNoteSaved, onRemove }: BookmarkItemProps) {
  const { name } = useText();
  const details = useRef<HTMLDetailsElement>(null);
  const { bookmark, quote, section } = item;
  const words = baseOfNotation(quote);
  const listened = bookmark.listened !== undefined;
  const names = [
    ...(listened ? [name('bookmarks.listened')] : []),
    words,
    ...(section === null ? [] : [baseOfNotation(section)]),
  ];
  const characters = Array.from(words);
  const short = characters.length > NAME_LENGTH ? `${characters.slice(0, NAME_LENGTH).join('')}…` : words;
  return (
    <li className={styles.item}>
      <a
        className={styles.place}
        href={`/read/${bookmark.locator.book}#${bookmark.locator.sentence}`}
        aria-label={names.join('、')}
        lang="ja"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onGo();
        }}
      >
        {listened && (
          <span className={styles.listened}>
            <Label k="bookmarks.listened" />
          </span>
        )}
        <span className={styles.quote}>
          <RubyText text={quote} />
        </span>
        {section !== null && (
          <span className={styles.section}>
            <RubyText text={section} />
          </span>
        )}
      </a>
      {bookmark.note !== '' && <p className={styles.note}>{bookmark.note}</p>}
      <div className={styles.actions}>
        <details ref={details}>
          <summary aria-label={name('bookmarks.note-name', { quote: short })}>
            <Label k="bookmarks.note" />
          </summary>
          <textarea
            aria-label={name('bookmarks.note-name', { quote: short })}
            rows={3}
            maxLength={LONGEST_NOTE}
            defaultValue={bookmark.note}
            onChange={(event) => onNote(event.currentTarget.value)}
          />
          <Button
            label="bookmarks.save-note"
            onPress={() => {
              if (details.current !== null) details.current.open = false;
              details.current?.querySelector('summary')?.focus();
              onNoteSaved();
            }}
          />
        </details>
        <Button
          kind="quiet"
          label="bookmarks.remove"
          nameKey="bookmarks.remove-name"
          with={{ quote: short }}
          onPress={onRemove}
        />
      </div>
    </li>
  );
}
