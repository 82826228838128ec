import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Book } from '../../book/book.ts';
import { useText } from '../../i18n/use-text.ts';
import { type ArticleView, createArticleView } from './article-view.ts';
import { hideReadingsFromAssistiveTechnology } from './hide-readings.ts';
import styles from './reader-screen.module.css';
import { Toolbar, type ToolbarProps } from './toolbar.tsx';
import { createWordFocus, type PressedWord, WORD_KEYS_ID, wordAt } from './words.ts';

interface ReaderScreenProps {
  /** In ruby notation. */
  readonly title: string;
  /** BCP 47 of the book. */
  readonly language: string;
  /** The book as HTML, title included; `null` while it is on its way. */
  readonly html: string | null;
  readonly book: Book | null;
  readonly toolbar: Omit<ToolbarProps, 'title'>;
  /** Above the text: the switch between the standard text and やさしい日本語. */
  readonly before: ReactNode;
  readonly player: ReactNode;
  readonly onWord: (word: PressedWord) => void;
  /** The page's text is in place (again): marks have to be set anew. */
  readonly onView: (view: ArticleView | null) => void;
  /** The reader moved the text by hand. */
  readonly onScrolled: () => void;
  /** 聞く or とめる, by the space key while the focus is in the text. */
  readonly onToggle: () => void;
}

/** A book on screen: the toolbar, the text, the player. */
export function ReaderScreen(props: ReaderScreenProps) {
  const { title, language, html, book, toolbar, before, player, onWord, onView, onScrolled, onToggle } =
    props;
  const { name } = useText();
  const article = useRef<HTMLElement>(null);
  const frame = useRef<HTMLElement>(null);
  const focus = useRef<ReturnType<typeof createWordFocus>>(null);
  const view = useRef<ArticleView>(null);
  // What React was given first stays what it knows; other words of the same book are written past it.
  const [first, setFirst] = useState(html);
  if (first === null && html !== null) setFirst(html);
  const shown = useRef<string | null>(null);

  useEffect(() => {
    if (first === null || article.current === null || frame.current === null) return;
    shown.current ??= first;
    article.current.classList.toggle('whole', first.length < LONGEST_WHOLE);
    hideReadingsFromAssistiveTechnology(article.current);
    const words = createWordFocus(article.current);
    focus.current = words;
    const word = article.current.querySelector<HTMLElement>('.w');
    if (word !== null) words.take(word, false);
    const made = createArticleView(article.current, frame.current, words);
    view.current = made;
    onView(made);
    return () => {
      made.dispose();
      onView(null);
    };
  }, [first, onView]);

  useEffect(() => {
    if (html === null || shown.current === null || html === shown.current) return;
    let current = true;
    void import('./change-words.ts').then(({ changeWords }) => {
      if (!current || article.current === null || shown.current === null) return;
      changeWords(article.current, shown.current, html, view.current, focus.current);
      shown.current = html;
    });
    return () => {
      current = false;
    };
  }, [html]);

  useEffect(() => watchScrolling(frame.current, onScrolled), [onScrolled]);

  const open = (target: EventTarget | null): boolean => {
    const word = wordAt(target, book);
    if (word === null) return false;
    focus.current?.take(word.element, false);
    onWord(word);
    return true;
  };

  return (
    <div className={styles.screen}>
      <Toolbar title={title} {...toolbar} />
      <main id="main" className={`book-frame ${styles.frame}`} tabIndex={-1} ref={frame}>
        {before}
        {first === null ? (
          <p className={styles.loading} role="status">
            {name('reader.loading')}
          </p>
        ) : (
          // The words of the text are pressed, and walked by the arrow keys; each word takes the focus in turn.
          <article
            ref={article}
            className="book"
            lang={language}
            suppressHydrationWarning
            // The HTML is written by writeArticle from a Book: escaped throughout, never taken from outside.
            // biome-ignore lint/security/noDangerouslySetInnerHtml: see above.
            dangerouslySetInnerHTML={{ __html: first }}
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('a')) return;
              if (getSelection()?.isCollapsed !== false) open(event.target);
            }}
            onCopy={(event) => copyWithoutReadings(event.nativeEvent)}
            onKeyDown={(event) => {
              if (event.altKey || event.ctrlKey || event.metaKey) return;
              const onWord = event.target === focus.current?.current;
              const step = onWord ? wordStep(event.key) : 0;
              if (step !== 0) focus.current?.move(step);
              else if (event.key === 'Enter' && onWord) open(event.target);
              else if (event.key === ' ') onToggle();
              else return;
              event.preventDefault();
            }}
          />
        )}
        <p id={WORD_KEYS_ID} className="visually-hidden">
          {name('reader.word.keyboard')}
        </p>
      </main>
      {player}
    </div>
  );
}

function wordStep(key: string): 1 | -1 | 0 {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return -1;
  return 0;
}

/**
 * HTML up to this length (some ten thousand characters of text with their readings) is laid out as a whole once the first
 * screen stands, so that nothing on the page is an estimate. Longer books are laid out where one reads.
 */
const LONGEST_WHOLE = 400_000;

/** What is copied is the text as it is written. Browsers that copy ruby text in spite of `user-select` get help. */
function copyWithoutReadings(event: ClipboardEvent): void {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || event.clipboardData === null) return;
  const holder = document.createElement('div');
  holder.append(selection.getRangeAt(0).cloneContents());
  for (const reading of holder.querySelectorAll('rt, rp, .spoken')) reading.remove();
  for (const block of holder.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, tr')) block.append('\n');
  event.clipboardData.setData('text/plain', (holder.textContent ?? '').replace(/\n+$/u, ''));
  event.preventDefault();
}

/** Calls back when scrolling that the reader began with wheel, finger, key or bar has come to rest. */
function watchScrolling(frame: HTMLElement | null, onScrolled: () => void): () => void {
  const ends = new AbortController();
  let byHand = false;
  const begin = (): void => {
    byHand = true;
  };
  const end = (): void => {
    // After the next frame: what has come into view has its true size only then.
    if (byHand) requestAnimationFrame(() => requestAnimationFrame(onScrolled));
    byHand = false;
  };
  const options = { signal: ends.signal, passive: true };
  for (const type of ['wheel', 'touchmove', 'pointerdown'] as const) addEventListener(type, begin, options);
  addEventListener('keydown', (event) => SCROLL_KEYS.has(event.key) && begin(), options);
  document.addEventListener('scrollend', end, options);
  frame?.addEventListener('scrollend', end, options);
  return () => ends.abort();
}

const SCROLL_KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);
