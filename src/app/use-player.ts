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
import type { Book, Sentence, SentenceId } from '../book/book.ts';
import type { PlayerControls } from '../features/player/player-bar.tsx';
import type { SpeechText } from '../japanese/speech-text.ts';
import { catalogEntry } from '../library/catalog.ts';
import type { Settings } from '../library/settings.ts';
import { remainingSeconds } from '../narration/estimate.ts';
import type { Narrator, NarratorState } from '../narration/narrator.ts';
import { isPlaying, type Player, type PlayerSnapshot } from '../narration/player.ts';
import type { Spot } from '../narration/spoken-from.ts';
import { planUtterances } from '../narration/utterances.ts';
import type { Utterance } from '../narration/voice.ts';
import { stopOnPageHide } from '../platform/speech/lifecycle.ts';
import { beginPlayer, habitsOf } from './begin-player.ts';
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
  readonly say: Say;
  /** What they were made from. */
  readonly book: Book;
}

/** How a sentence is put into words for a device's voice. */
type Say = (sentence: Sentence) => SpeechText;

// A recording says its sentences without, and it is what most press 聞く for.
const fetchWords = async (): Promise<Say> => (await import('../japanese/speech-text.ts')).speechText;

/** Until the words are there, for a book that is recorded. */
const AS_WRITTEN: Say = ({ text }) => ({ text, map: (offset) => offset });

/** Milliseconds after which the words are fetched, should a recording fail. */
const WORDS_DELAY = 1500;

const NOTHING = (): (() => void) => () => {};

export function usePlayer({
  services,
  settings,
  book,
  startAt,
  playAtOnce,
  playerRef,
}: Options): BoundPlayer {
  const { voice, sound, keepScreenOn, sounding: soundingStore } = services;
  const [waiting, setWaiting] = useState(playAtOnce);
  const [made, setMade] = useState<Made | null>(null);
  const [recording, setRecording] = useState<OpenedRecording | null>(null);
  const wanted = useRef(playAtOnce);
  const first = useRef({ settings, startAt, book });
  first.current = { settings, startAt, book };

  // A book that is read otherwise is still the same book: speech goes on.
  const id = book?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    let end: (() => void) | null = null;
    let current = true;
    const begin = (say: Say): void => {
      const { book, settings, startAt } = first.current;
      if (!current || book === null) return;
      const utterances = planUtterances(book, say);
      const { player, narrator, dispose } = beginPlayer({
        services,
        settings,
        utterances,
        at: startAt(),
        isRecorded,
        book: () => first.current.book ?? book,
        onRecording: setRecording,
      });
      playerRef.current = player;
      setMade({ player, narrator, utterances, say, book });
      if (wanted.current) player.play();
      wanted.current = false;
      setWaiting(false);
      // Not the voice alone: a page that comes back from the browser's cache must not begin to speak by itself.
      const unhook = stopOnPageHide(window, () => {
        if (isPlaying(player.getSnapshot())) player.stop();
      });
      end = () => {
        unhook();
        dispose();
      };
    };
    const isRecorded = catalogEntry(services.catalog, id)?.recorded === true && sound !== null;
    if (isRecorded && first.current.settings.narrator === 'recorded') begin(AS_WRITTEN);
    else void fetchWords().then(begin, () => begin(AS_WRITTEN));
    return () => {
      current = false;
      end?.();
      playerRef.current = null;
      setMade(null);
      setRecording(null);
    };
  }, [id, sound, playerRef, services]);

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

  // The device's voice needs the sentences in words: numbers, years, what the reader has corrected.
  const isWorded = made !== null && made.say !== AS_WRITTEN;
  const byDeviceNow = settings.narrator === 'device' || narratorState?.speaking === 'device';
  useEffect(() => {
    if (made === null || book === null) return;
    const isSame = made.book === book;
    if (isSame && made.say !== AS_WRITTEN) return;
    let current = true;
    const sayOtherwise = async (): Promise<void> => {
      const [{ sayAnew }, say] = await Promise.all([import('./say-anew.ts'), fetchWords()]);
      if (!current) return;
      const utterances = planUtterances(book, say);
      sayAnew(made.player, made.utterances, utterances);
      setMade({ ...made, utterances, say, book });
    };
    const timer = setTimeout(
      () => void sayOtherwise().catch(() => {}),
      isSame && !byDeviceNow ? WORDS_DELAY : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [made, book, byDeviceNow]);

  // Another voice goes on where the one before was: at its word where that is known, else at its sentence.
  useEffect(() => {
    if (settings.narrator === 'device' && !isWorded) return;
    // Choosing anew would forgive the voice that has failed.
    if (player === null || narrator === null || narrator.state.getSnapshot().wanted === settings.narrator)
      return;
    narrator.choose(settings.narrator);
    const { sentence, offset } = player.spot();
    if (isPlaying(player.getSnapshot())) player.seek(sentence, offset === null ? {} : { offset });
  }, [player, narrator, settings.narrator, isWorded]);

  const sounding = snapshot !== null && isPlaying(snapshot);
  const byDevice = sounding && narratorState?.speaking === 'device';
  useEffect(() => {
    soundingStore.set(sounding);
    // A recording goes on with the screen locked, but a phone may put a page to sleep in the silence between two sentences.
    keepScreenOn(sounding && (byDevice || sentencePause > 0 || repeatPause !== 'none'));
    return () => {
      soundingStore.set(false);
      keepScreenOn(false);
    };
  }, [sounding, byDevice, sentencePause, repeatPause, soundingStore, keepScreenOn]);

  const controls = useMemo<PlayerControls>(
    () => ({
      toggle: () => {
        if (player !== null) {
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
    [player, voice, sound, services.settings],
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
