import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Book } from '../book/book.ts';
import { createLocator } from '../book/locator.ts';
import { baseOfNotation, toRubyNotation } from '../book/ruby-notation.ts';
import { PlayerBar, type PlayerControls } from '../features/player/player-bar.tsx';
import { PlayerNotice } from '../features/player/player-notice.tsx';
import { AboveText } from '../features/reader/above-text.tsx';
import { EditionSwitch } from '../features/reader/edition-switch.tsx';
import { ReaderScreen } from '../features/reader/reader-screen.tsx';
import type { ToolbarSheet } from '../features/reader/toolbar.tsx';
import type { PressedWord } from '../features/reader/words.ts';
import { catalogEntry } from '../library/catalog.ts';
import { isPlaying, type Player } from '../narration/player.ts';
import type { SleepTimer } from '../narration/sleep-timer.ts';
import { useStore } from '../ui/use-store.ts';
import { sectionAt } from './book-places.ts';
import { keepEarlyKeys } from './early-keys.ts';
import { BookErrorPage } from './error-pages.tsx';
import { go, link } from './link.ts';
import { fetchSheets, ReadSheets } from './read-sheets.tsx';
import type { Prerendered, Services } from './services.ts';
import { UpdateNotice } from './update-notice.tsx';
import { useBook } from './use-book.ts';
import { useBookHtml } from './use-book-html.ts';
import { useFontSlices } from './use-font-slices.ts';
import { useLooks } from './use-looks.ts';
import { usePageReady, usePageTitle } from './use-page.ts';
import { usePlace } from './use-place.ts';
import { usePlayer } from './use-player.ts';

// Nothing of it is needed for 聞く; it is fetched while one reads.
const fetchWordDoor = () => import('./word-door.tsx');
const WordDoor = lazy(async () => ({ default: (await fetchWordDoor()).WordDoor }));

// Nor of this: keys and the like wait for it.
const fetchListeningTools = () => import('./listening-tools.tsx');
const ListeningTools = lazy(async () => ({ default: (await fetchListeningTools()).ListeningTools }));

/** Milliseconds: long enough for speech to begin first where it is asked for at once. */
const REST_DELAY = 2000;

/** Milliseconds after which keys and the like are fetched, unless one is pressed before. */
const TOOLS_DELAY = 1000;

interface ReadPageProps {
  readonly id: string;
  readonly services: Services;
  readonly prerendered: Prerendered | null;
  readonly playAtOnce: boolean;
}

/** `/read/<id>`: one book, with everything that can be done with it. */
export function ReadPage({ id, services, prerendered, playAtOnce }: ReadPageProps) {
  const { settings } = useStore(services.settings);
  const { book, error } = useBook(services, id);
  const corrected = book !== null && services.corrections.isCorrected(book);
  const html = useBookHtml(id, book, settings, prerendered, corrected);
  const entry = catalogEntry(services.catalog, id);
  // The catalogue's title has the readings that the book came with.
  const title = corrected || entry === null ? (book === null ? '' : titleNotation(book)) : entry.title;

  const [sheet, setSheet] = useState<ToolbarSheet | null>(null);
  const [sleepTimer, setSleepTimer] = useState<SleepTimer | null>(null);
  const [hasTools, setHasTools] = useState(false);
  const [movesOpen, setMovesOpen] = useState(false);
  const [word, setWord] = useState<PressedWord | null>(null);
  const playerRef = useRef<Player | null>(null);
  const place = usePlace(id, book, services, playerRef);
  const { player, narrator, recording, utterances, snapshot, waiting, secondsLeft, controls } = usePlayer({
    services,
    settings,
    book,
    startAt: () => {
      const sentence = place.current.current;
      return sentence === null ? null : { sentence, spot: place.startSpot ?? {} };
    },
    playAtOnce,
    playerRef,
  });
  useLooks(services.settings, place.view);
  useFontSlices(entry === null && book !== null);
  usePageTitle(title === '' ? null : baseOfNotation(title));
  const ready = error !== null || player !== null;
  usePageReady(ready);
  useEffect(() => {
    if (!ready) return;
    // Ahead of the first press on a word or for a sheet, should the network be gone by then.
    const fetchRest = async (): Promise<void> => {
      await Promise.all([fetchWordDoor(), fetchSheets()]);
    };
    const giveTools = (): void => setHasTools(true);
    const rest = setTimeout(() => void fetchRest().catch(() => {}), REST_DELAY);
    const tools = setTimeout(giveTools, TOOLS_DELAY);
    const unlisten = keepEarlyKeys(giveTools);
    return () => {
      clearTimeout(rest);
      clearTimeout(tools);
      unlisten();
    };
  }, [ready]);
  useEffect(() => {
    if (place.lost) services.notices.set({ key: 'reader.place-moved' });
  }, [place.lost, services.notices]);

  const moves: Pick<PlayerControls, 'previous' | 'next' | 'repeat'> = {
    previous: () => follow(controls.previous),
    next: () => follow(controls.next),
    repeat: () => follow(controls.repeat),
  };
  /** Who presses a move wants to see where it leads. */
  function follow(move: () => void): void {
    place.view.current?.follow();
    move();
  }
  const toggle = (): void => {
    place.view.current?.follow();
    const wasSounding = snapshot !== null && isPlaying(snapshot);
    // Nothing is marked yet: reading aloud begins with what is on the screen.
    const fresh = place.current.current === null ? place.view.current?.firstInView() : null;
    if (!wasSounding && player !== null && fresh) player.play(fresh);
    else controls.toggle();
    // Where speech stopped is where the keyboard and a screen reader go on.
    if (wasSounding && snapshot !== null) place.view.current?.focus(snapshot.sentence);
  };

  if (error !== null) return <BookErrorPage error={error} services={services} />;
  const here = book === null || snapshot === null ? null : sectionAt(book, snapshot.sentence);
  return (
    <>
      <ReaderScreen
        title={title}
        language={book?.metadata.language ?? 'ja'}
        html={html}
        book={book}
        toolbar={{ onShelf: () => go('/'), onOpen: setSheet }}
        before={
          <>
            <UpdateNotice services={services} />
            <AboveText onGetBook={() => setSheet('downloads')}>
              {entry?.otherEdition != null && (
                <EditionSwitch
                  edition={entry.edition}
                  other={link(
                    here === null ? `/read/${entry.otherEdition}` : `/read/${entry.otherEdition}#${here}`,
                  )}
                  onSwitch={(edition) => services.settings.change({ edition })}
                />
              )}
            </AboveText>
          </>
        }
        player={
          <PlayerBar
            snapshot={snapshot}
            waiting={waiting}
            rate={settings.rate}
            secondsLeft={secondsLeft}
            controls={{ ...controls, ...moves, toggle }}
            notice={
              <>
                {hasTools && book !== null && player !== null && narrator !== null && (
                  <Suspense>
                    <ListeningTools
                      services={services}
                      book={book}
                      player={player}
                      narrator={narrator}
                      recording={recording}
                      utterances={utterances}
                      following={place.view.current?.following ?? null}
                      begin={() =>
                        place.current.current === null ? (place.view.current?.firstInView() ?? null) : null
                      }
                      movesOpen={movesOpen}
                      onFollow={() => {
                        place.view.current?.comeBack();
                        place.view.current?.focus(player.getSnapshot().sentence);
                      }}
                      onMove={() => place.view.current?.follow()}
                      onToggle={toggle}
                      onLeave={place.leave}
                      onBack={() => place.travel('back')}
                      onSleep={() => setSheet('listening')}
                      onSleepTimer={setSleepTimer}
                    />
                  </Suspense>
                )}
                <PlayerNotice snapshot={snapshot} />
              </>
            }
            onListening={() => setSheet('listening')}
            movesOpen={movesOpen}
            onMoves={() => {
              setHasTools(true);
              setMovesOpen(!movesOpen);
            }}
          />
        }
        onWord={setWord}
        onView={place.onView}
        onScrolled={place.onScrolled}
        onToggle={toggle}
      />
      {word !== null && (
        <Suspense>
          <WordDoor
            key={`${word.sentence}.${word.offset}`}
            services={services}
            id={id}
            book={book}
            word={word}
            onListen={() => {
              setWord(null);
              place.view.current?.follow();
              player?.play(word.sentence);
            }}
            onFocus={() => place.view.current?.focus(word.sentence)}
            onList={() => {
              setWord(null);
              setSheet('corrections');
            }}
            onClose={() => setWord(null)}
          />
        </Suspense>
      )}
      <ReadSheets
        sheet={sheet}
        services={services}
        book={book}
        here={here}
        listening={{ player, narrator, sleepTimer }}
        onClose={() => setSheet(null)}
        onOpen={setSheet}
        onSection={place.goToSection}
        placeNow={() => {
          const sentence = place.current.current ?? place.view.current?.firstInView();
          return book === null || !sentence ? null : createLocator(book, sentence);
        }}
        onGo={(bookId, sentence) => {
          if (bookId === id) place.goTo(sentence);
          else go(`/read/${bookId}#${sentence}`);
        }}
        onTravel={(how) => void place.travel(how)}
      />
    </>
  );
}

/** The title with its readings; a document without one is called by its metadata. */
function titleNotation(book: Book): string {
  const [title] = book.title;
  return title === undefined ? book.metadata.title : toRubyNotation(title.text, title.ruby);
}
