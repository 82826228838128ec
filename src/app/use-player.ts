/** The player of one book, bound to the page: it is made when the book is there, and a press before that is kept. */
import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Book, SentenceId } from '../book/book.ts';
import type { PlayerControls } from '../features/player/player-bar.tsx';
import type { Settings } from '../library/settings.ts';
import { createPlayer } from '../narration/create-player.ts';
import { remainingSeconds } from '../narration/estimate.ts';
import { isPlaying, type Player, type PlayerSnapshot } from '../narration/player.ts';
import { planUtterances, spokenSentence } from '../narration/utterances.ts';
import type { Utterance } from '../narration/voice.ts';
import { stopOnPageHide } from '../platform/speech/lifecycle.ts';
import type { Services } from './services.ts';

interface BoundPlayer {
  readonly player: Player | null;
  readonly snapshot: PlayerSnapshot | null;
  /** True between a press of 聞く and the book's arrival. */
  readonly waiting: boolean;
  readonly secondsLeft: number | null;
  readonly controls: PlayerControls;
}

interface Options {
  readonly services: Services;
  readonly settings: Settings;
  readonly book: Book | null;
  /** Where speech begins; read once, when the book arrives. */
  readonly startAt: () => SentenceId | null;
  /** True when the page was opened by a press that asks for speech. */
  readonly playAtOnce: boolean;
  /** Holds the player from before it makes its first sound. */
  readonly playerRef: RefObject<Player | null>;
}

interface Made {
  readonly player: Player;
  readonly utterances: readonly Utterance[];
  /** What they were made from. */
  readonly book: Book;
}

const NOTHING = (): (() => void) => () => {};

export function usePlayer({
  services,
  settings,
  book,
  startAt,
  playAtOnce,
  playerRef,
}: Options): BoundPlayer {
  const { voice, clock, keepScreenOn, sounding: soundingStore } = services;
  const [waiting, setWaiting] = useState(playAtOnce);
  const [made, setMade] = useState<Made | null>(null);
  const wanted = useRef(playAtOnce);
  const first = useRef({ settings, startAt, book });
  first.current = { settings, startAt, book };

  // A book that is read otherwise is still the same book: speech goes on.
  const id = book?.id ?? null;
  useEffect(() => {
    const { book } = first.current;
    if (id === null || book === null) return;
    const utterances = planUtterances(book);
    const sought = first.current.startAt();
    const start = sought === null ? null : spokenSentence(book, utterances, sought);
    const player = createPlayer({
      voice,
      clock,
      utterances,
      ...(start !== null && { start }),
      settings: { rate: first.current.settings.rate, voice: first.current.settings.voice },
    });
    playerRef.current = player;
    setMade({ player, utterances, book });
    if (wanted.current) player.play();
    wanted.current = false;
    setWaiting(false);
    // Not the voice alone: a page that comes back from the browser's cache must not begin to speak by itself.
    const unhook = stopOnPageHide(window, () => {
      if (isPlaying(player.getSnapshot())) player.stop();
    });
    return () => {
      unhook();
      player.dispose();
      playerRef.current = null;
      setMade(null);
    };
  }, [id, voice, clock, playerRef]);

  useEffect(() => {
    if (made === null || book === null || made.book === book) return;
    let current = true;
    void import('./say-anew.ts').then(({ sayAnew }) => {
      if (!current) return;
      const utterances = planUtterances(book);
      sayAnew(made.player, made.utterances, utterances);
      setMade({ player: made.player, utterances, book });
    });
    return () => {
      current = false;
    };
  }, [made, book]);

  const player = made?.player ?? null;
  const getSnapshot = useCallback(() => player?.getSnapshot() ?? null, [player]);
  const snapshot = useSyncExternalStore(player?.subscribe ?? NOTHING, getSnapshot, () => null);

  useEffect(() => {
    player?.setSettings({ rate: settings.rate, voice: settings.voice });
  }, [player, settings.rate, settings.voice]);

  const sounding = snapshot !== null && isPlaying(snapshot);
  useEffect(() => {
    soundingStore.set(sounding);
    keepScreenOn(sounding);
    return () => {
      soundingStore.set(false);
      keepScreenOn(false);
    };
  }, [sounding, soundingStore, keepScreenOn]);

  const controls = useMemo<PlayerControls>(
    () => ({
      toggle: () => {
        if (player !== null) return player.toggle();
        // Some browsers speak only for a press: this one is spent now, and obeyed when the book is there.
        wanted.current = !wanted.current;
        if (wanted.current) voice.prime();
        setWaiting(wanted.current);
      },
      previous: () => player?.previous(),
      next: () => player?.next(),
      repeat: () => player?.repeat(),
      setRate: (rate) => services.settings.change({ rate }),
    }),
    [player, voice, services.settings],
  );

  return {
    player,
    snapshot,
    waiting,
    secondsLeft:
      made === null || snapshot === null
        ? null
        : remainingSeconds(made.utterances, snapshot.index, settings.rate),
    controls,
  };
}
