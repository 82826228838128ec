/** The narrator's state machine: what is said now, what comes next, and what each press does about it. */
import type { SentenceId, TextRange } from '../book/book.ts';
import { createStore, type Store } from '../book/store.ts';
import type { Clock, TimerHandle } from './clock.ts';
import { clampRate, pauseSeconds } from './estimate.ts';
import {
  carriedIndex,
  indexOfSentence,
  isSame,
  nextStart,
  previousStart,
  sentenceEnd,
  sentenceStart,
} from './itinerary.ts';
import { createResilientVoice } from './resilience.ts';
import { spokenRange } from './spoken-range.ts';
import type { Utterance, Voice, VoiceError, VoiceSettings } from './voice.ts';

/**
 * - `idle`: nothing has been said yet. `stopped`: silence on purpose, to be gone on from.
 * - `starting`: the voice has the text and hasn't begun. `speaking`: it has begun.
 * - `pausing-between`: the silence between two utterances.
 * - `finished`: the last utterance has been said. `failed`: see the snapshot's `error`.
 */
export type PlayerStatus =
  | 'idle'
  | 'starting'
  | 'speaking'
  | 'pausing-between'
  | 'stopped'
  | 'finished'
  | 'failed';

/** Where the player is and what it does. */
export interface PlayerSnapshot {
  readonly status: PlayerStatus;
  /** The sentence that is being said, or where speech would begin; empty where there is nothing to say. */
  readonly sentence: SentenceId;
  /** Which of the utterances, from 0; a long sentence has several. 0 where there is nothing to say. */
  readonly index: number;
  /** How many utterances there are. */
  readonly count: number;
  /** Which of the book's sections, from 0 in reading order; absent in the book's title. */
  readonly sectionIndex?: number;
  /** Why speech failed; not `null` exactly while the status is `failed`. */
  readonly error: VoiceError | null;
  /** As a multiple of the voice's own speed. */
  readonly rate: number;
}

/** `range` is the word that is being said, where the voice tells; `null` marks the sentence as a whole. */
export type MarkListener = (sentence: SentenceId, range: TextRange | null) => void;

/** Every press shows in the snapshot before it returns. */
export interface Player extends Store<PlayerSnapshot> {
  /** Speaks from `from`, or from where speech stopped; from the beginning when the book was finished. */
  play(from?: SentenceId): void;
  /** Silence, at once; the place is kept. */
  stop(): void;
  toggle(): void;
  next(): void;
  previous(): void;
  /** Says the current sentence again and goes on from there, also when nothing was being said. */
  repeat(): void;
  /** Moves to a sentence; goes on speaking there if it was speaking. */
  seek(sentence: SentenceId): void;
  setSettings(settings: Partial<VoiceSettings>): void;
  replaceUtterances(utterances: readonly Utterance[]): void;
  /** For the highlight: called far too often for React. The returned function ends it. */
  onMark(listener: MarkListener): () => void;
  dispose(): void;
}

/** What a player is made of. */
export interface PlayerOptions {
  readonly voice: Voice;
  readonly clock: Clock;
  readonly utterances: readonly Utterance[];
  readonly start?: SentenceId;
  readonly settings: VoiceSettings;
  /** Speaks in place of `voice` where that can't, such as recorded audio. */
  readonly fallback?: Voice;
}

/** Slider moves within this time, in milliseconds, restart the sentence once. */
const SETTINGS_DELAY = 300;

const SPEAKING: ReadonlySet<PlayerStatus> = new Set(['starting', 'speaking', 'pausing-between']);

/** True while speech goes on, the silence between two sentences included. */
export function isPlaying(snapshot: PlayerSnapshot): boolean {
  return SPEAKING.has(snapshot.status);
}

/** A player at `start`, or at the beginning where that is not spoken. It stops its voice but never disposes of it. */
export function createPlayer(options: PlayerOptions): Player {
  const { clock } = options;
  const voice = createResilientVoice(options);
  const marks = new Set<MarkListener>();
  let utterances = options.utterances;
  let settings: VoiceSettings = { ...options.settings, rate: clampRate(options.settings.rate) };
  // Every move takes a new token, so that a move overtaken by a listener's press ends there.
  let generation = 0;
  let pause: TimerHandle | null = null;
  let restart: TimerHandle | null = null;
  let marked: { readonly sentence: SentenceId; readonly word: boolean } | null = null;
  let disposed = false;

  const place = (status: PlayerStatus, index: number, error: VoiceError | null = null): PlayerSnapshot => {
    const utterance = utterances[index];
    return {
      status,
      sentence: utterance?.sentence ?? '',
      index: utterance === undefined ? 0 : index,
      count: utterances.length,
      ...(utterance?.sectionIndex === undefined ? {} : { sectionIndex: utterance.sectionIndex }),
      error,
      rate: settings.rate,
    };
  };
  const startIndex = (): number =>
    options.start === undefined ? 0 : Math.max(0, indexOfSentence(utterances, options.start));
  const store = createStore(place('idle', startIndex()));
  const now = store.getSnapshot;
  const playing = (): boolean => isPlaying(now());
  const here = (): number => sentenceStart(utterances, now().index);

  const mark = (sentence: SentenceId, range: TextRange | null): void => {
    if (range === null && marked?.sentence === sentence && !marked.word) return;
    marked = { sentence, word: range !== null };
    for (const listener of [...marks]) listener(sentence, range);
  };
  const show = (next: PlayerSnapshot): void => {
    if (!isEqual(now(), next)) store.set(next);
    if (next.sentence !== '') mark(next.sentence, null);
  };
  const supersede = (): number => {
    if (pause !== null) clock.clearTimeout(pause);
    if (restart !== null) clock.clearTimeout(restart);
    pause = null;
    restart = null;
    return ++generation;
  };
  const halt = (status: PlayerStatus, index: number, error: VoiceError | null = null): void => {
    supersede();
    voice.stop();
    show(place(status, index, error));
  };

  const speakAt = (index: number): void => {
    const utterance = utterances[index];
    if (utterance === undefined) {
      halt('finished', here());
      return;
    }
    const token = supersede();
    show(place('starting', index));
    // A listener may have pressed something meanwhile.
    if (token !== generation) return;
    // The voice lets no event of an older utterance through, so these are about this one.
    voice.speak(utterance, settings, {
      onStart: () => show(place('speaking', now().index)),
      onBoundary: (offset, length) => mark(utterance.sentence, spokenRange(utterance, offset, length)),
      onEnd: () => goOn(utterance),
      onError: (error) => halt('failed', here(), error),
    });
  };
  const goOn = (said: Utterance): void => {
    const { index } = now();
    const delay = pauseSeconds(said, settings.rate) * 1000;
    if (index + 1 >= utterances.length || delay === 0) {
      speakAt(index + 1);
    } else {
      supersede();
      pause = clock.setTimeout(() => speakAt(now().index + 1), delay);
      show(place('pausing-between', index));
    }
  };
  const move = (index: number): void => {
    if (playing()) speakAt(index);
    else halt(now().status === 'idle' ? 'idle' : 'stopped', index);
  };

  const player: Player = {
    getSnapshot: now,
    subscribe: store.subscribe,
    play: (from) => {
      if (disposed) return;
      const asked = from === undefined ? -1 : indexOfSentence(utterances, from);
      if (asked !== -1) speakAt(asked);
      else if (!playing()) speakAt(now().status === 'finished' ? 0 : here());
    },
    stop: () => {
      const { status } = now();
      halt(playing() || status === 'failed' ? 'stopped' : status, here());
    },
    toggle: () => {
      if (playing()) player.stop();
      else player.play();
    },
    next: () => {
      const index = nextStart(utterances, now().index);
      if (index === -1) halt('finished', here());
      else move(index);
    },
    previous: () => move(previousStart(utterances, now().index)),
    repeat: () => {
      if (!disposed) speakAt(here());
    },
    seek: (sentence) => {
      const index = indexOfSentence(utterances, sentence);
      if (index !== -1) move(index);
    },
    setSettings: (partial) => {
      const next = { ...settings, ...partial, rate: clampRate(partial.rate ?? settings.rate) };
      const changed = !isSameSettings(settings, next);
      settings = next;
      const { status, index, error } = now();
      if (changed && (status === 'starting' || status === 'speaking')) {
        if (restart !== null) clock.clearTimeout(restart);
        restart = clock.setTimeout(() => speakAt(here()), SETTINGS_DELAY);
      }
      if (next.rate !== now().rate) store.set(place(status, index, error));
    },
    replaceUtterances: (next) => {
      const { status, index, error, sentence } = now();
      const before = utterances;
      const at = before.length === 0 ? null : carriedIndex(before, index, next);
      utterances = next;
      const to = at ?? startIndex();
      const stays = utterances[to]?.sentence === sentence;
      // Where nothing has been marked yet, other words for the same sentence are no reason to.
      if (marked === null && stays) store.set(place(status, to, error));
      else if (isSame(utterances[to], before[index])) show(place(status, to, error));
      else if (next.length === 0) halt('idle', 0);
      // Between two sentences the one that was said is not said again for a change in it.
      else if (status === 'pausing-between' && stays) show(place(status, sentenceEnd(utterances, to)));
      else if (playing()) speakAt(to);
      else halt(stays || status === 'idle' ? status : 'stopped', to, stays ? error : null);
    },
    onMark: (listener) => {
      const own: MarkListener = (sentence, range) => listener(sentence, range);
      marks.add(own);
      return () => {
        marks.delete(own);
      };
    },
    dispose: () => {
      player.stop();
      disposed = true;
      marks.clear();
    },
  };
  return player;
}

function isEqual(one: PlayerSnapshot, other: PlayerSnapshot): boolean {
  return (
    one.status === other.status &&
    one.sentence === other.sentence &&
    one.index === other.index &&
    one.count === other.count &&
    one.sectionIndex === other.sectionIndex &&
    one.error === other.error &&
    one.rate === other.rate
  );
}

function isSameSettings(one: VoiceSettings, other: VoiceSettings): boolean {
  return (
    one.rate === other.rate &&
    (one.pitch ?? 1) === (other.pitch ?? 1) &&
    one.voice?.name === other.voice?.name &&
    one.voice?.voiceURI === other.voice?.voiceURI
  );
}
