/** The narrator's state machine: what is said now, what comes next, and what each press does about it. */
import type { SentenceId, TextRange } from '../book/book.ts';
import type { Store } from '../book/store.ts';
import type { Clock } from './clock.ts';
import type { Utterance, Voice, VoiceError, VoiceSettings } from './voice.ts';

export type PlayerStatus =
  | 'idle'
  | 'starting'
  | 'speaking'
  | 'pausing-between'
  | 'stopped'
  | 'finished'
  | 'failed';

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

export interface PlayerOptions {
  readonly voice: Voice;
  readonly clock: Clock;
  readonly utterances: readonly Utterance[];
  readonly start?: SentenceId;
  readonly settings: VoiceSettings;
  /** Speaks in place of `voice` where that can't, such as recorded audio. */
  readonly fallback?: Voice;
}
