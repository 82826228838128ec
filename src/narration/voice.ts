/**
 * The `Voice` port: whatever can say a sentence. The device's speech synthesis, recorded audio and the scripted voice
 * of the tests stand behind it alike; the player knows nothing else of them.
 */
import type { Seconds, SentenceId, TextRange, Utf16Offset } from '../book/book.ts';
import type { Store } from '../book/store.ts';

/** What is said in one go: a sentence, or one piece of a long one. */
export interface Utterance {
  readonly sentence: SentenceId;
  /** The text to be said, with years, units and the like already in words. Never blank. */
  readonly text: string;
  /** The place in the sentence's text that `offset` in `text` stands for; never decreasing. 0 to the length, both included. */
  readonly map: (offset: Utf16Offset) => Utf16Offset;
  /** The silence before the next utterance, at rate 1. */
  readonly pauseAfter: Seconds;
  /** BCP 47, such as `ja-JP`. */
  readonly language: string;
  /** Which of the book's sections, counted from 0 in reading order; absent for the book's title. */
  readonly sectionIndex?: number;
  /** Where in the sentence's text this begins, where it isn't said from its start; `text` begins there too. */
  readonly start?: Utf16Offset;
  /** How far into the sentence's recording this begins; only recorded voices know of it, and it goes before `start`. */
  readonly seconds?: Seconds;
}

/** A place within what is being said. */
export interface SpokenPlace {
  readonly sentence: SentenceId;
  /** From the sentence's begin, at the voice's own speed. */
  readonly seconds: Seconds;
}

/** A voice as it is remembered. Nothing of it is sure to match on another day: devices rename and renumber voices. */
export interface VoiceChoice {
  readonly name: string;
  readonly lang: string;
  readonly voiceURI: string;
}

/** A voice that is there now. */
export interface DeviceVoice extends VoiceChoice {
  /** True where the voice speaks without a network. */
  readonly local: boolean;
}

/** How an utterance is to be said. */
export interface VoiceSettings {
  /** How many times as fast as the voice's own speed, {@link MIN_RATE} to {@link MAX_RATE}. */
  readonly rate: number;
  /** 0 to 2, where 1 is the voice's own; absent means 1. */
  readonly pitch?: number;
  /** 0 to 1; absent means 1. */
  readonly volume?: number;
  /** `null` leaves the choice to the device's best Japanese voice. */
  readonly voice: VoiceChoice | null;
}

/** The slowest rate, as a multiple of the voice's own speed. */
export const MIN_RATE = 0.5;
/** The fastest rate, as a multiple of the voice's own speed. */
export const MAX_RATE = 4;

/**
 * Why an utterance was not said. That speech was interrupted on purpose is not an error and is never reported.
 * - `unavailable`: this browser, or this recording, can't speak at all.
 * - `no-voice`: there is speech, but no Japanese voice.
 * - `not-allowed`: the browser wants a press first.
 * - `network`: a remote voice could not be reached. `synthesis-failed`: the engine gave up; `detail` is its own word.
 * - `timeout`: the voice took the text and then kept silent, or never said that it had ended.
 */
export type VoiceError =
  | { readonly code: 'unavailable' }
  | { readonly code: 'no-voice' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'network' }
  | { readonly code: 'synthesis-failed'; readonly detail: string }
  | { readonly code: 'timeout'; readonly phase: 'start' | 'end' };

/** What becomes of one utterance: `onStart`, any number of `onBoundary`, then `onEnd`; or `onError` at any point. */
export interface VoiceEvents {
  readonly onStart: () => void;
  /**
   * A word begins at `offset` in the utterance's text. `length` is 0 where the voice does not know it. Many voices never
   * call this; then nobody knows where the voice is, and nobody may guess.
   */
  readonly onBoundary: (offset: Utf16Offset, length: number) => void;
  /** A word of the sentence begins, told by a voice that knows the sentence's own text. */
  readonly onWord: (range: TextRange) => void;
  /** `kept`: the silence after the utterance has been kept already, as recordings hold it. */
  readonly onEnd: (kept?: boolean) => void;
  readonly onError: (error: VoiceError) => void;
}

/** Japanese voices only, the best first; `none` is a normal state of many devices, not an error. */
export interface VoiceAvailability {
  /** `unknown` while the device has not listed its voices yet. */
  readonly state: 'unknown' | 'ready' | 'none';
  readonly voices: readonly DeviceVoice[];
}

/** Says one utterance at a time. */
export interface Voice {
  readonly id: 'device' | 'recorded' | 'scripted';
  readonly availability: Store<VoiceAvailability>;
  /** Makes no sound. Call it within a press after which speech will begin only later: some browsers speak for a press alone. */
  prime(): void;
  /** Says the utterance in place of whatever is being said. No event of the one before comes after this call. */
  speak(utterance: Utterance, settings: VoiceSettings, events: VoiceEvents): void;
  /** Silence at once; no event comes after this call. */
  stop(): void;
  /** Takes over other settings in the middle of an utterance. False, or absent, where it has to be said anew for them. */
  adjust?(settings: VoiceSettings): boolean;
  /** Where the voice is now; `null`, or absent, where nobody knows. */
  place?(): SpokenPlace | null;
  dispose(): void;
}
