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
import { catalogEntry } from '../library/catalog.ts';
import type { Settings } from '../library/settings.ts';
import { createPlayer } from '../narration/create-player.ts';
import { remainingSeconds } from '../narration/estimate.ts';
import type { Habits } from '../narration/habits.ts';
import { createNarrator, type Narrator, type NarratorState } from '../narration/narrator.ts';
import { isPlaying, type Player, type PlayerSnapshot } from '../narration/player.ts';
import type { Spot } from '../narration/spoken-from.ts';
import { planUtterances, spokenSentence } from '../narration/utterances.ts';
import type { Utterance } from '../narration/voice.ts';
import type { SoundElement } from '../platform/audio/sound-element.ts';
import { stopOnPageHide } from '../platform/speech/lifecycle.ts';
import type { OpenedRecording } from './open-recording.ts';
import type { Services } from './services.ts';

interface BoundPlayer {
  readonly player: Player | null;
  /** Who speaks for the player; made with it. */
  readonly narrator: Narrator | null;
  readonly narratorState: NarratorState | null;
  /** The book's recording, once it is there. */
  readonly recording: OpenedRecording | null;
  readonly utterances: readonly Utterance[];
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
  readonly startAt: () => { readonly sentence: SentenceId; readonly spot: Spot } | null;
  /** True when the page was opened by a press that asks for speech. */
  readonly playAtOnce: boolean;
  /** Holds the player from before it makes its first sound. */
  readonly playerRef: RefObject<Player | null>;
}

interface Made {
  readonly player: Player;
  readonly narrator: Narrator;
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
  const { voice, clock, sound, keepScreenOn, sounding: soundingStore } = services;
  const [waiting, setWaiting] = useState(playAtOnce);
  const [made, setMade] = useState<Made | null>(null);
  const [recording, setRecording] = useState<OpenedRecording | null>(null);
  const wanted = useRef(playAtOnce);
  const first = useRef({ settings, startAt, book });
  first.current = { settings, startAt, book };

  // A book that is read otherwise is still the same book: speech goes on.
  const id = book?.id ?? null;
  useEffect(() => {
    const { book, settings } = first.current;
    if (id === null || book === null) return;
    const utterances = planUtterances(book);
    const sought = first.current.startAt();
    const start = sought === null ? null : spokenSentence(book, utterances, sought.sentence);
    const narrator = createNarrator({
      device: voice,
      clock,
      wanted: settings.narrator,
      primeSound: () => sound?.load(),
    });
    const player = createPlayer({
      voice: narrator,
      clock,
      utterances,
      ...(start !== null && { start }),
      ...(start !== null && start === sought?.sentence && { startSpot: sought.spot }),
      settings: { rate: settings.rate, voice: settings.voice },
      habits: habitsOf(settings),
    });
    const isRecorded = catalogEntry(services.catalog, id)?.recorded === true && sound !== null;
    if (isRecorded) narrator.setRecording('loading');
    playerRef.current = player;
    setMade({ player, narrator, utterances, book });
    if (wanted.current) player.play();
    wanted.current = false;
    setWaiting(false);
    // Not the voice alone: a page that comes back from the browser's cache must not begin to speak by itself.
    const unhook = stopOnPageHide(window, () => {
      if (isPlaying(player.getSnapshot())) player.stop();
    });
    let current = true;
    let opened: OpenedRecording | null = null;
    const open = async (element: SoundElement): Promise<void> => {
      const { openRecording } = await import('./open-recording.ts');
      opened = await openRecording({
        id,
        element,
        clock,
        book: () => first.current.book,
        onPausedElsewhere: () => player.stop(),
      });
      if (current) setRecording(opened);
      else opened?.voice.dispose();
      narrator.setRecording(opened ?? 'missing');
      if (!isPlaying(player.getSnapshot())) opened?.voice.prepare(player.getSnapshot().sentence);
    };
    if (isRecorded) void open(sound).catch(() => narrator.setRecording('missing'));
    return () => {
      current = false;
      unhook();
      player.dispose();
      narrator.dispose();
      opened?.voice.dispose();
      playerRef.current = null;
      setMade(null);
      setRecording(null);
    };
  }, [id, voice, clock, sound, playerRef, services.catalog]);

  useEffect(() => {
    if (made === null || book === null || made.book === book) return;
    let current = true;
    void import('./say-anew.ts').then(({ sayAnew }) => {
      if (!current) return;
      const utterances = planUtterances(book);
      sayAnew(made.player, made.utterances, utterances);
      setMade({ ...made, utterances, book });
    });
    return () => {
      current = false;
    };
  }, [made, book]);

  const player = made?.player ?? null;
  const getSnapshot = useCallback(() => player?.getSnapshot() ?? null, [player]);
  const snapshot = useSyncExternalStore(player?.subscribe ?? NOTHING, getSnapshot, () => null);

  const narrator = made?.narrator ?? null;
  const getNarratorState = useCallback(() => narrator?.state.getSnapshot() ?? null, [narrator]);
  const narratorState = useSyncExternalStore(
    narrator?.state.subscribe ?? NOTHING,
    getNarratorState,
    () => null,
  );

  useEffect(() => {
    player?.setSettings({ rate: settings.rate, voice: settings.voice });
  }, [player, settings.rate, settings.voice]);

  const { sentencePause, repeatTimes, repeatPause } = settings;
  useEffect(() => {
    player?.setHabits(habitsOf({ sentencePause, repeatTimes, repeatPause }));
  }, [player, sentencePause, repeatTimes, repeatPause]);

  // Another voice goes on where the one before was: at its word where that is known, else at its sentence.
  useEffect(() => {
    if (player === null || narrator?.choose(settings.narrator) !== true) return;
    const { sentence, offset } = player.spot();
    if (isPlaying(player.getSnapshot())) player.seek(sentence, offset === null ? {} : { offset });
  }, [player, narrator, settings.narrator]);

  const sounding = snapshot !== null && isPlaying(snapshot);
  const byDevice = sounding && narratorState?.speaking === 'device';
  useEffect(() => {
    soundingStore.set(sounding);
    // A recording goes on with the screen locked.
    keepScreenOn(byDevice);
    return () => {
      soundingStore.set(false);
      keepScreenOn(false);
    };
  }, [sounding, byDevice, soundingStore, keepScreenOn]);

  const controls = useMemo<PlayerControls>(
    () => ({
      toggle: () => {
        if (player !== null) {
          narrator?.forgive();
          player.toggle();
          return;
        }
        // Some browsers speak only for a press: this one is spent now, and obeyed when the book is there.
        wanted.current = !wanted.current;
        if (wanted.current) voice.prime();
        if (wanted.current) sound?.load();
        setWaiting(wanted.current);
      },
      previous: () => player?.previous(),
      next: () => player?.next(),
      repeat: () => player?.repeat(),
      setRate: (rate) => services.settings.change({ rate }),
    }),
    [player, narrator, voice, sound, services.settings],
  );

  const secondsLeft = (): number | null => {
    if (made === null || snapshot === null) return null;
    const recorded =
      narratorState?.speaking === 'recorded' ? recording?.secondsFrom(snapshot.sentence) : null;
    return recorded != null
      ? recorded / settings.rate
      : remainingSeconds(made.utterances, snapshot.index, settings.rate);
  };
  return {
    player,
    narrator,
    narratorState,
    recording,
    utterances: made?.utterances ?? [],
    snapshot,
    waiting,
    secondsLeft: secondsLeft(),
    controls,
  };
}

/** Silence for repeating after the voice: as long as the sentence took, or half as long again. */
const ECHOES: Readonly<Record<Settings['repeatPause'], number>> = { none: 0, same: 1, longer: 1.5 };

function habitsOf(settings: Pick<Settings, 'sentencePause' | 'repeatTimes' | 'repeatPause'>): Habits {
  return {
    sentencePause: settings.sentencePause,
    times: settings.repeatTimes,
    echo: ECHOES[settings.repeatPause],
  };
}
