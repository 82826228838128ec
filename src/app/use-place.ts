/** The place in the book that is open: which sentence is marked, what is kept, and how the page is brought there. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Book, SentenceId } from '../book/book.ts';
import { resolveLocator } from '../book/locator.ts';
import { findSentence } from '../book/walk.ts';
import type { ArticleView } from '../features/reader/article-view.ts';
import type { Travel } from '../library/history.ts';
import type { Place } from '../library/places.ts';
import { isPlaying, type Player } from '../narration/player.ts';
import type { Spot } from '../narration/spoken-from.ts';
import { firstSentenceOf, fractionAt, leftBehind, openingPlace, placeAt, spotOf } from './book-places.ts';
import { keepWhilePlaying } from './keep-while-playing.ts';
import { bookIdOf } from './path.ts';
import type { Services } from './services.ts';

interface BookPlace {
  readonly view: RefObject<ArticleView | null>;
  /** The marked sentence: being read, where reading stopped, or what the address names. */
  readonly current: RefObject<SentenceId | null>;
  /** Where in that sentence listening stopped when the book was last open; `null` for its start. Of use until one moves. */
  readonly startSpot: Spot | null;
  /** True when the place that was asked for isn't in the book any more. */
  readonly lost: boolean;
  readonly onView: (view: ArticleView | null) => void;
  readonly onScrolled: () => void;
  /** Marks a sentence, shows it, keeps it as the place, and moves the player there: a jump, which can be undone. */
  readonly goTo: (sentence: SentenceId, spot?: Spot) => void;
  /** The same for a section's beginning. */
  readonly goToSection: (section: string) => void;
  /** Notes down the present place before the player jumps further than a sentence or a paragraph: a heading, a page. */
  readonly leave: () => void;
  /** Back or forward on the way one came, or to a place, in this book or in another. False where there is nothing. */
  readonly travel: (how: Travel) => Promise<boolean>;
}

const fetchHistory = () => import('./place-history.ts');

/** `player` is given as a reference, because the place is known before there is a player. */
export function usePlace(
  id: string,
  book: Book | null,
  { places, storage }: Pick<Services, 'places' | 'storage'>,
  player: RefObject<Player | null>,
): BookPlace {
  const view = useRef<ArticleView | null>(null);
  const current = useRef<SentenceId | null>(null);
  const startSpot = useRef<Spot | null>(null);
  const opened = useRef<string | null>(null);
  /** What opening the book here has left behind, to be noted down. */
  const leaves = useRef<readonly Place[]>([]);
  const [lost, setLost] = useState(false);

  // Before the player is made, which begins at this place; and only once for a book, however its readings change.
  if (book !== null && opened.current !== book.id) {
    opened.current = book.id;
    const kept = places.get(id);
    const place = openingPlace(book, fragment(), kept);
    current.current = place.sentence;
    startSpot.current = place.spot;
    leaves.current = fragment() === '' ? [] : leftBehind(id, place.sentence, kept, places.latest());
    if (place.lost !== lost) setLost(place.lost);
  }

  const record = useCallback(
    (left: readonly Place[]): void => {
      if (left.length === 0) return;
      // Without its code the jump can't be undone, and that is all.
      const note = async (): Promise<void> => {
        const history = (await fetchHistory()).historyOf(storage);
        for (const place of left) history.record(place);
      };
      void note().catch(() => {});
    },
    [storage],
  );

  /** Where one is now; `null` where the book isn't there yet. */
  const present = useCallback((): Place | null => {
    const sentence = current.current ?? view.current?.firstInView() ?? null;
    if (book === null || sentence === null) return null;
    const spot = player.current?.spot();
    return placeAt(book, sentence, spot?.sentence === sentence ? spot : {});
  }, [book, player]);

  const leave = useCallback((): void => {
    const left = present();
    if (left !== null) record([left]);
  }, [present, record]);

  const keep = useCallback(
    (sentence: SentenceId): void => {
      if (book === null) return;
      const spot = player.current?.spot();
      const listened = spot?.sentence === sentence ? spot : null;
      // One has moved on from the place that the address names; loading the page again must not go back to it.
      const named = bookIdOf(location.pathname) === book.id ? fragment() : '';
      if (named !== '' && (named !== sentence || listened?.seconds)) {
        history.replaceState(history.state, '', location.pathname + location.search);
      }
      const place = placeAt(book, sentence, listened ?? {});
      if (place !== null) places.keep(place.locator, place.fraction, place);
    },
    [book, places, player],
  );

  const show = useCallback((sentence: SentenceId): void => {
    current.current = sentence;
    view.current?.mark(sentence);
    view.current?.reveal(sentence);
  }, []);

  const move = useCallback(
    (sentence: SentenceId, spot: Spot = {}): void => {
      // Who asks for a place wants to see it, wherever the text was moved by hand.
      view.current?.follow();
      show(sentence);
      player.current?.seek(sentence, spot);
      keep(sentence);
    },
    [show, keep, player],
  );

  const goTo = useCallback(
    (sentence: SentenceId, spot?: Spot): void => {
      const left = present();
      if (left !== null && left.locator.sentence !== sentence) record([left]);
      move(sentence, spot);
    },
    [present, record, move],
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
    if (isOpen) record(leaves.current);
    leaves.current = [];
  }, [isOpen, show, record]);

  // A place that was kept without the book at hand didn't know how far into it that is.
  useEffect(() => {
    const kept = book === null ? null : places.get(book.id);
    if (book === null || kept === null || kept.locator.sentence !== current.current) return;
    const fraction = fractionAt(book, kept.locator.sentence);
    if (Math.abs(kept.fraction - fraction) > 0.01) places.keep(kept.locator, fraction, kept);
  }, [book, places]);

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
      const goesOn = sentence === current.current && marked.getSnapshot().status === 'starting';
      show(sentence);
      // Where the sentence is begun in its middle, its second is kept already, and known again when there is sound.
      if (!goesOn || places.get(id)?.locator.sentence !== sentence) keep(sentence);
    });
  }, [marked, show, keep, places, id]);

  useEffect(() => {
    if (marked === null) return;
    return keepWhilePlaying(marked, window, () => {
      const { sentence } = marked.spot();
      if (sentence !== '' && sentence === current.current) keep(sentence);
    });
  }, [marked, keep]);

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

  const travel = useCallback(
    async (how: Travel): Promise<boolean> => {
      const { openAt, travel: step } = await fetchHistory();
      const to = step(storage, how, present());
      if (to === null) return false;
      if (book === null || to.locator.book !== book.id) {
        openAt(places, to);
        return true;
      }
      const found = resolveLocator(book, to.locator);
      if (found !== null) move(found.sentence, (found.exact ? spotOf(to) : null) ?? {});
      return found !== null;
    },
    [storage, places, book, present, move],
  );

  return {
    view,
    current,
    startSpot: startSpot.current,
    lost,
    onView,
    onScrolled,
    goTo,
    goToSection,
    leave,
    travel,
  };
}

function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}
