/** The place in the book that is open: which sentence is marked, what is kept, and how the page is brought there. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Book, SentenceId } from '../book/book.ts';
import { createLocator } from '../book/locator.ts';
import { findSentence } from '../book/walk.ts';
import type { ArticleView } from '../features/reader/article-view.ts';
import type { PlacesStore } from '../library/places.ts';
import { isPlaying, type Player } from '../narration/player.ts';
import { firstSentenceOf, fractionAt, openingPlace } from './book-places.ts';

interface BookPlace {
  readonly view: RefObject<ArticleView | null>;
  /** The marked sentence: being read, where reading stopped, or what the address names. */
  readonly current: RefObject<SentenceId | null>;
  /** True when the place that was asked for isn't in the book any more. */
  readonly lost: boolean;
  readonly onView: (view: ArticleView | null) => void;
  readonly onScrolled: () => void;
  /** Marks a sentence, shows it, keeps it as the place, and moves the player there. */
  readonly goTo: (sentence: SentenceId) => void;
  /** The same for a section's beginning. */
  readonly goToSection: (section: string) => void;
}

/** `player` is given as a reference, because the place is known before there is a player. */
export function usePlace(
  id: string,
  book: Book | null,
  places: PlacesStore,
  player: RefObject<Player | null>,
): BookPlace {
  const view = useRef<ArticleView | null>(null);
  const current = useRef<SentenceId | null>(null);
  const opened = useRef<string | null>(null);
  const [lost, setLost] = useState(false);

  // Before the player is made, which begins at this place; and only once for a book, however its readings change.
  if (book !== null && opened.current !== book.id) {
    opened.current = book.id;
    const place = openingPlace(book, fragment(), places.get(id)?.locator ?? null);
    current.current = place.sentence;
    if (place.lost !== lost) setLost(place.lost);
  }

  const keep = useCallback(
    (sentence: SentenceId): void => {
      if (book === null) return;
      // One has moved on from the place that the address names; loading the page again must not go back to it.
      if (fragment() !== '' && fragment() !== sentence) {
        history.replaceState(history.state, '', location.pathname + location.search);
      }
      const locator = createLocator(book, sentence);
      if (locator !== null) places.keep(locator, fractionAt(book, sentence), { title: book.metadata.title });
    },
    [book, places],
  );

  const show = useCallback((sentence: SentenceId): void => {
    current.current = sentence;
    view.current?.mark(sentence);
    view.current?.reveal(sentence);
  }, []);

  const goTo = useCallback(
    (sentence: SentenceId): void => {
      show(sentence);
      keep(sentence);
      player.current?.seek(sentence);
    },
    [show, keep, player],
  );

  const onView = useCallback(
    (next: ArticleView | null): void => {
      view.current = next;
      if (current.current !== null && next !== null) show(current.current);
    },
    [show],
  );

  const isOpen = book !== null;
  useEffect(() => {
    if (isOpen && current.current !== null) show(current.current);
  }, [isOpen, show]);

  // A new place in the address while the page stays open: a shared address, a link within the book.
  useEffect(() => {
    if (book === null) return;
    const follow = (): void => {
      const sought = fragment();
      const sentence = findSentence(book, sought) === null ? firstSentenceOf(book, sought) : sought;
      if (sentence !== null) goTo(sentence);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [book, goTo]);

  const marked = player.current;
  useEffect(() => {
    return marked?.onMark((sentence, range) => {
      view.current?.markWord(sentence, range);
      if (sentence === current.current && range !== null) return;
      show(sentence);
      keep(sentence);
    });
  }, [marked, show, keep]);

  const onScrolled = useCallback((): void => {
    const playing = player.current !== null && isPlaying(player.current.getSnapshot());
    if (playing || view.current === null) return;
    if (current.current !== null && view.current.isInView(current.current)) return;
    const sentence = view.current.firstInView();
    if (sentence !== null) keep(sentence);
  }, [player, keep]);

  const goToSection = useCallback(
    (section: string): void => {
      const sentence = book === null ? null : firstSentenceOf(book, section);
      if (sentence !== null) goTo(sentence);
    },
    [book, goTo],
  );

  return { view, current, lost, onView, onScrolled, goTo, goToSection };
}

function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}
