/** The player as its users see it: where it is in the book, and what each press does. `create-player.ts` makes one. */
import type { Seconds, SentenceId, Utf16Offset } from '../book/book.ts';
import type { Store } from '../book/store.ts';
import type { Clock } from './clock.ts';
import type { Habits } from './habits.ts';
import type { MarkListener } from './marks.ts';
import type { Spot } from './spoken-from.ts';
import type { Utterance, Voice, VoiceError, VoiceSettings } from './voice.ts';

/**
 * - `idle`: nothing has been said yet. `stopped`: silence on purpose, to be gone on from.
 * - `starting`: the voice has the text and hasn't begun. `speaking`: it has begun.
 * - `pausing-between`: the silence between two utterances.
 * - `telling`: a message is said in between, see {@link Player.say}.
 * - `finished`: the last utterance has been said. `failed`: see the snapshot's `error`.
 */
export type PlayerStatus =
  | 'idle'
  | 'starting'
  | 'speaking'
  | 'pausing-between'
  | 'telling'
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

/** A place in the book, as exactly as it is known. */
export interface PlayerSpot {
  /** Empty where there is nothing to say. */
  readonly sentence: SentenceId;
  /** Where the word begins that was marked last in this sentence; `null` where no word was. */
  readonly offset: Utf16Offset | null;
  /** How far into the sentence's recording; `null` where a device's voice speaks. */
  readonly seconds: Seconds | null;
}

/** Every press shows in the snapshot before it returns. */
export interface Player extends Store<PlayerSnapshot> {
  /**
   * Speaks from `from`, or from where speech stopped: at the second, where that is known, else at the sentence's start; from
   * the beginning when the book was finished.
   */
  play(from?: SentenceId): void;
  /** Silence, at once; the place is kept. */
  stop(): void;
  toggle(): void;
  next(): void;
  previous(): void;
  /** Says the current sentence again and goes on from there, also when nothing was being said. */
  repeat(): void;
  /** Moves to a place; goes on speaking there if it was speaking. */
  seek(sentence: SentenceId, spot?: Spot): void;
  /** Where the player is now, to the word and the second where they are known. */
  spot(): PlayerSpot;
  /**
   * Says a message in the silence of the book, which goes on afterwards if it was being read. Any other press ends it.
   * Fulfilled when it is over: false where no voice could say it.
   */
  say(text: string, language: string): Promise<boolean>;
  /** How often each sentence is said, and the silence after it; from the next sentence's end on. */
  setHabits(habits: Habits): void;
  setSettings(settings: Partial<VoiceSettings>): void;
  replaceUtterances(utterances: readonly Utterance[]): void;
  /** For the highlight: called far too often for React. The returned function ends it. */
  onMark(listener: MarkListener): () => void;
  dispose(): void;
}

/** What a player is made of. */
export interface PlayerOptions {
  /** One that gets over what voices do: a narrator, or a resilient voice. */
  readonly voice: Voice;
  readonly clock: Clock;
  readonly utterances: readonly Utterance[];
  readonly start?: SentenceId;
  /** Where in `start` to begin. */
  readonly startSpot?: Spot;
  readonly settings: VoiceSettings;
  readonly habits?: Habits;
}

const SPEAKING: ReadonlySet<PlayerStatus> = new Set(['starting', 'speaking', 'pausing-between', 'telling']);

/** True while speech goes on, the silence between two sentences and a message included. */
export function isPlaying(snapshot: Pick<PlayerSnapshot, 'status'>): boolean {
  return SPEAKING.has(snapshot.status);
}

/** True where two snapshots show the same. */
export function isSameSnapshot(one: PlayerSnapshot, other: PlayerSnapshot): boolean {
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

/** The snapshot with the utterance at `index`, or with nothing to say where there is none. */
export function snapshotAt(
  utterances: readonly Utterance[],
  index: number,
  rest: Pick<PlayerSnapshot, 'status' | 'error' | 'rate'>,
): PlayerSnapshot {
  const utterance = utterances[index];
  return {
    ...rest,
    sentence: utterance?.sentence ?? '',
    index: utterance === undefined ? 0 : index,
    count: utterances.length,
    ...(utterance?.sectionIndex === undefined ? {} : { sectionIndex: utterance.sectionIndex }),
  };
}
