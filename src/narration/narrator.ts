/**
 * Two voices as one: a book's recording, and the device's own voice. The reader says which is wanted; each sentence is said
 * by that one, or by the other where that one can't.
 */
import { createStore, type Store } from '../book/store.ts';
import { createChunkedVoice } from './chunked-voice.ts';
import type { Clock, TimerHandle } from './clock.ts';
import { createResilientVoice } from './resilience.ts';
import type { Utterance, Voice, VoiceError, VoiceEvents, VoiceSettings } from './voice.ts';

export type VoiceKind = 'recorded' | 'device';

/** How well a recording knows a sentence: by heart; with other readings than the reader's; not at all. */
export type RecordedAs = 'same' | 'otherwise' | 'not';

/** A book's recording. */
export interface Recording {
  readonly voice: Voice;
  readonly knows: (utterance: Utterance) => RecordedAs;
}

export interface NarratorState {
  /** What the reader chose. */
  readonly wanted: VoiceKind;
  /** Which voice speaks, as far as it is known: the wanted one, or the one that had to step in. */
  readonly speaking: VoiceKind;
  /** `none`: the book isn't recorded. `missing`: it is, and the recording can't be had now. */
  readonly recording: 'none' | 'loading' | 'ready' | 'missing';
  /** Why the wanted voice isn't the one that speaks; `null` where it is, or where there is no recording to want. */
  readonly fault: VoiceError | null;
}

export interface Narrator extends Voice {
  readonly state: Store<NarratorState>;
  /** What the reader wants from now on; what is being said isn't said anew. True where that is another voice. */
  choose(kind: VoiceKind): boolean;
  /** Gives the narrator the book's recording, or says that it is on its way, or not to be had. */
  setRecording(recording: Recording | 'none' | 'loading' | 'missing'): void;
  /** A voice that failed is tried again, as the reader has pressed anew. */
  forgive(): void;
}

export interface NarratorOptions {
  readonly device: Voice;
  readonly clock: Clock;
  readonly wanted: VoiceKind;
  /** Makes recorded sound possible later, within the press that {@link Voice.speak} is part of now. */
  readonly primeSound?: () => void;
}

/** An utterance, and what has become of it. */
interface Turn {
  readonly utterance: Utterance;
  /** The latest: whoever steps in speaks as is wished now. */
  settings: VoiceSettings;
  readonly events: VoiceEvents;
  started: boolean;
}

/** How long a press waits for a recording that is on its way, in milliseconds. */
const RECORDING_LIMIT = 4000;

/** How long a message waits for its voice, in milliseconds: until then the book is silent for it. */
const MESSAGE_LIMIT = 3500;

const ABSENT: VoiceError = { code: 'unavailable' };

const isMessage = ({ sentence }: Utterance): boolean => sentence === '';

export function createNarrator({ device, clock, wanted, primeSound }: NarratorOptions): Narrator {
  const spoken = createChunkedVoice(createResilientVoice({ voice: device, clock }));
  let recording: Recording | null = null;
  let recorded: Voice | null = null;
  const failed = new Map<VoiceKind, VoiceError>();
  let generation = 0;
  let waiting: { readonly timer: TimerHandle; readonly go: () => void } | null = null;
  /** Ends a message that doesn't begin. */
  let hurry: TimerHandle | null = null;
  /** What is to be said, until it is over. */
  let turn: Turn | null = null;
  /** The voice that has the word now. */
  let speaker: Voice | null = null;
  const state = createStore<NarratorState>({ wanted, speaking: wanted, recording: 'none', fault: null });

  const tell = (changes: Partial<NarratorState>): void => {
    const before = state.getSnapshot();
    const next = { ...before, ...changes };
    if (Object.entries(next).some(([key, value]) => before[key as keyof NarratorState] !== value))
      state.set(next);
  };
  /** Which voice an ordinary sentence gets, as things stand. */
  const review = (): void => {
    const { wanted, recording: there } = state.getSnapshot();
    const has = (kind: VoiceKind): boolean =>
      kind === 'device' ? true : there === 'ready' || there === 'loading';
    const other = wanted === 'device' ? 'recorded' : 'device';
    const steps = (!has(wanted) || failed.has(wanted)) && has(other);
    const isOwn = wanted === 'recorded' && there === 'none';
    const fault = !steps || isOwn ? null : (failed.get(wanted) ?? ABSENT);
    tell({ speaking: steps ? other : wanted, fault });
  };
  const pardon = (): void => {
    failed.delete('device');
    if (state.getSnapshot().recording !== 'missing') failed.delete('recorded');
  };
  const forget = (): void => {
    if (waiting !== null) clock.clearTimeout(waiting.timer);
    waiting = null;
    if (hurry !== null) clock.clearTimeout(hurry);
    hurry = null;
  };
  const silence = (): void => {
    generation++;
    forget();
    turn = null;
    speaker?.stop();
    speaker = null;
  };

  /** The voices that can say it, the best first. */
  const order = (utterance: Utterance): readonly VoiceKind[] => {
    // A screen reader says it at once; a voice that fails would keep the book silent at every press.
    if (isMessage(utterance) && failed.has('device')) return [];
    const known = recording?.knows(utterance) ?? 'not';
    if (known === 'not') return ['device'];
    const first = state.getSnapshot().wanted === 'recorded' && known === 'same' ? 'recorded' : 'device';
    const both: readonly VoiceKind[] = first === 'recorded' ? ['recorded', 'device'] : ['device', 'recorded'];
    return [...both.filter((kind) => !failed.has(kind)), ...both.filter((kind) => failed.has(kind))];
  };

  const run = ([kind, ...others]: readonly VoiceKind[], own: Turn): void => {
    const { utterance, settings, events } = own;
    const voice = kind === 'recorded' ? recorded : spoken;
    if (kind === undefined || voice === null) {
      silence();
      events.onError(failed.get(state.getSnapshot().wanted) ?? ABSENT);
      return;
    }
    const token = ++generation;
    if (speaker !== voice) speaker?.stop();
    speaker = voice;
    const isPresent = (): boolean => token === generation;
    voice.speak(utterance, settings, {
      onStart: () => {
        if (!isPresent() || own.started) return;
        own.started = true;
        forget();
        events.onStart();
      },
      onBoundary: (offset, length) => {
        if (isPresent()) events.onBoundary(offset, length);
      },
      onWord: (range) => {
        if (isPresent()) events.onWord(range);
      },
      onEnd: (kept) => {
        if (!isPresent()) return;
        generation++;
        turn = null;
        forget();
        events.onEnd(kept);
      },
      onError: (error) => {
        if (!isPresent()) return;
        generation++;
        forget();
        speaker?.stop();
        speaker = null;
        // Only a press helps, and it helps this voice as well as the other.
        if (error.code === 'not-allowed' || others.length === 0) turn = null;
        if (error.code !== 'not-allowed') {
          failed.set(kind, error);
          review();
        }
        if (turn === own) run(others, own);
        // Who heard of the failure may have pressed something already.
        else if (token + 1 === generation) events.onError(error);
      },
    });
  };
  const giveUp = (own: Turn): void => {
    const error: VoiceError = { code: 'timeout', phase: 'start' };
    silence();
    failed.set('device', error);
    review();
    own.events.onError(error);
  };
  /** Says it, or waits for the recording that is on its way. A message to the reader waits for nothing. */
  const begin = (own: Turn): void => {
    const { wanted, recording: there } = state.getSnapshot();
    if (isMessage(own.utterance)) hurry = clock.setTimeout(() => giveUp(own), MESSAGE_LIMIT);
    const isLate = failed.has('recorded') || isMessage(own.utterance);
    if (wanted !== 'recorded' || there !== 'loading' || isLate) {
      run(order(own.utterance), own);
      return;
    }
    generation++;
    speaker?.stop();
    speaker = null;
    primeSound?.();
    const go = (): void => {
      forget();
      run(order(own.utterance), own);
    };
    const late = (): void => {
      failed.set('recorded', { code: 'timeout', phase: 'start' });
      review();
      if (turn === own) go();
    };
    waiting = { timer: clock.setTimeout(late, RECORDING_LIMIT), go };
  };

  return {
    id: 'device',
    availability: device.availability,
    state,
    choose: (kind) => {
      pardon();
      const isOther = kind !== state.getSnapshot().wanted;
      tell({ wanted: kind });
      review();
      return isOther;
    },
    setRecording: (next) => {
      const isThere = typeof next !== 'string';
      const cut = recorded !== null && recorded === speaker ? turn : null;
      if (recorded !== null && recorded === speaker) silence();
      turn ??= cut;
      recording = isThere ? next : null;
      recorded = isThere ? createResilientVoice({ voice: next.voice, clock }) : null;
      failed.delete('recorded');
      if (next === 'missing') failed.set('recorded', { code: 'network' });
      tell({ recording: isThere ? 'ready' : next });
      review();
      if (cut !== null) {
        // Nobody must be left to wait for the end of what nobody says any more.
        if (turn === cut) begin(cut);
      } else if (next !== 'loading') waiting?.go();
    },
    forgive: () => {
      pardon();
      review();
    },
    prime: () => {
      primeSound?.();
      // Two engines at once would cost the press; the device's own is needed only where nothing is recorded.
      if (state.getSnapshot().speaking === 'device') spoken.prime();
    },
    speak: (utterance, settings, events) => {
      const own = { utterance, settings, events, started: false };
      forget();
      turn = own;
      begin(own);
    },
    stop: silence,
    adjust: (settings) => {
      if (turn !== null) turn.settings = settings;
      return waiting !== null || (speaker?.adjust?.(settings) ?? false);
    },
    place: () => speaker?.place?.() ?? null,
    dispose: () => {
      silence();
      recording?.voice.stop();
    },
  };
}
