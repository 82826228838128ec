/** A `Voice` for tests: says nothing, on a clock that the test moves, and does what its script tells. */
import { createStore, type WritableStore } from '../../../src/book/store.ts';
import type { Clock, TimerHandle } from '../../../src/narration/clock.ts';
import type {
  Utterance,
  Voice,
  VoiceAvailability,
  VoiceError,
  VoiceEvents,
  VoiceSettings,
} from '../../../src/narration/voice.ts';

/**
 * What a scripted voice does with one utterance: says it; says it and tells of every word; takes it and never starts;
 * starts and never ends, having told of every word or of none; or fails, at once or after it has started.
 */
export type ScriptedTurn =
  | { readonly does: 'speak'; readonly boundaries?: boolean }
  | { readonly does: 'stay-silent' }
  | { readonly does: 'never-end'; readonly boundaries?: boolean }
  | { readonly does: 'fail'; readonly error: VoiceError; readonly started?: boolean };

export interface ScriptedVoiceOptions {
  readonly clock: Clock;
  readonly id?: Voice['id'];
  /** How long a character of text takes at rate 1. */
  readonly millisecondsPerCharacter?: number;
  /** From `speak` to `onStart`, in milliseconds. */
  readonly startDelay?: number;
  /** As recordings do: knows its second, begins at one, takes settings over at once, and keeps its own silence. */
  readonly recorded?: boolean;
  /** Asked for each utterance; `count` is how many were asked for before. */
  readonly script?: (utterance: Utterance, settings: VoiceSettings, count: number) => ScriptedTurn;
}

export interface ScriptedVoice extends Voice {
  readonly id: Voice['id'];
  readonly availability: WritableStore<VoiceAvailability>;
  /** Every utterance that was asked for, in order. */
  readonly asked: readonly { readonly utterance: Utterance; readonly settings: VoiceSettings }[];
  /** What is being said, or is about to be; `null` in silence. */
  readonly current: Utterance | null;
  /** How often `prime` was called. */
  readonly primed: number;
  readonly disposed: boolean;
}

export function createScriptedVoice(options: ScriptedVoiceOptions): ScriptedVoice {
  const { clock, millisecondsPerCharacter = 50, startDelay = 20 } = options;
  const script = options.script ?? ((): ScriptedTurn => ({ does: 'speak' }));
  const availability = createStore<VoiceAvailability>({ state: 'ready', voices: [] });
  const asked: { utterance: Utterance; settings: VoiceSettings }[] = [];
  let timers: TimerHandle[] = [];
  let current: Utterance | null = null;
  let began: number | null = null;
  let primed = 0;
  let disposed = false;

  const silence = (): void => {
    for (const timer of timers) clock.clearTimeout(timer);
    timers = [];
    current = null;
    began = null;
  };
  const after = (delay: number, act: () => void): void => {
    timers.push(clock.setTimeout(act, delay));
  };
  const say = (turn: ScriptedTurn, utterance: Utterance, rate: number, events: VoiceEvents): void => {
    if (turn.does === 'stay-silent') return;
    const fail = (error: VoiceError): void => {
      silence();
      events.onError(error);
    };
    if (turn.does === 'fail' && turn.started !== true) {
      after(startDelay, () => fail(turn.error));
      return;
    }
    const each = millisecondsPerCharacter / rate;
    const ended = startDelay + utterance.text.length * each;
    after(startDelay, () => {
      began = clock.now() - (options.recorded === true ? (utterance.seconds ?? 0) * 1000 : 0);
      events.onStart();
    });
    if (turn.does === 'fail') after(ended / 2, () => fail(turn.error));
    if (turn.does === 'fail') return;
    if (turn.boundaries === true) {
      for (const word of utterance.text.matchAll(/[^、。\s]+/gu)) {
        after(startDelay + word.index * each, () => events.onBoundary(word.index, word[0].length));
      }
    }
    if (turn.does === 'never-end') return;
    after(ended, () => {
      silence();
      if (options.recorded === true) events.onEnd(true);
      else events.onEnd();
    });
  };

  return {
    id: options.id ?? 'scripted',
    availability,
    asked,
    get current() {
      return current;
    },
    get primed() {
      return primed;
    },
    get disposed() {
      return disposed;
    },
    prime: () => {
      primed++;
    },
    speak: (utterance, settings, events) => {
      silence();
      asked.push({ utterance, settings });
      current = utterance;
      say(script(utterance, settings, asked.length - 1), utterance, settings.rate, events);
    },
    stop: silence,
    ...(options.recorded === true && {
      adjust: () => true,
      place: () => {
        if (current === null || began === null) return null;
        return { sentence: current.sentence, seconds: (clock.now() - began) / 1000 };
      },
    }),
    dispose: () => {
      silence();
      disposed = true;
    },
  };
}
