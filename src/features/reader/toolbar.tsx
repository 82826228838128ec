import type { ReactNode } from 'react';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import {
  AppearanceIcon,
  BookmarkIcon,
  ContentsIcon,
  FuriganaIcon,
  SearchIcon,
  ShelfIcon,
} from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './toolbar.module.css';

/** What opens over the page: by a tool, from within another sheet, or from the row above the text. */
export type ToolbarSheet =
  | 'contents'
  | 'furigana'
  | 'appearance'
  | 'search'
  | 'bookmarks'
  | 'language'
  | 'corrections'
  | 'downloads'
  | 'listening';

export interface ToolbarProps {
  /** In ruby notation. */
  readonly title: string;
  readonly onShelf: () => void;
  readonly onOpen: (sheet: ToolbarSheet) => void;
}

const TOOLS: readonly { readonly sheet: ToolbarSheet; readonly label: TextKey; readonly icon: ReactNode }[] =
  [
    { sheet: 'contents', label: 'reader.toolbar.contents', icon: <ContentsIcon /> },
    { sheet: 'furigana', label: 'reader.toolbar.furigana', icon: <FuriganaIcon /> },
    { sheet: 'appearance', label: 'reader.toolbar.appearance', icon: <AppearanceIcon /> },
    { sheet: 'search', label: 'reader.toolbar.search', icon: <SearchIcon /> },
    { sheet: 'bookmarks', label: 'reader.toolbar.bookmarks', icon: <BookmarkIcon /> },
  ];

/** The way back to the shelf, the book's title, and the five tools, each with its word. */
export function Toolbar({ title, onShelf, onOpen }: ToolbarProps) {
  const { name } = useText();
  return (
    <header className={styles.bar} data-bar="top">
      <nav className={styles.inside} aria-label={name('reader.toolbar.label')}>
        <a
          className={styles.tool}
          href="/"
          aria-label={name('reader.toolbar.shelf')}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onShelf();
          }}
        >
          <ShelfIcon />
          <span>
            <Label k="reader.toolbar.shelf" />
          </span>
        </a>
        <p className={styles.title} lang="ja" aria-hidden="true">
          <RubyText text={title} />
        </p>
        <div className={styles.tools}>
          {TOOLS.map(({ sheet, label, icon }) => (
            <button
              key={sheet}
              type="button"
              className={styles.tool}
              aria-label={name(label)}
              aria-haspopup="dialog"
              onClick={() => onOpen(sheet)}
            >
              {icon}
              <span>
                <Label k={label} />
              </span>
            </button>
          ))}
        </div>
      </nav>
    </header>
  );
}
