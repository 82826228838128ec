import type { Synthesis } from '../../../../src/platform/speech/device-voice.ts';

/** An utterance as the fake engine sees it; its handlers are fired by the test. */
export class FakeUtterance {
  text: string;
  lang = '';
  voice: SpeechSynthesisVoice | null = null;
  rate = 1;
  pitch = 1;
  volume = 1;
  onstart: (() => void) | null = null;
  onend: (() => void) | null = null;
  onerror: ((event: { readonly error: string | undefined }) => void) | null = null;
  onboundary:
    | ((event: { readonly name: string; readonly charIndex: number; readonly charLength?: number }) => void)
    | null = null;
  constructor(text = '') {
    this.text = text;
  }
}

/** `SpeechSynthesisUtterance` for the fake engine; the adapter uses no other part of it. */
export const Utterance = FakeUtterance as unknown as typeof SpeechSynthesisUtterance;

export interface FakeSynthesis {
  /** The engine to hand to the adapter. */
  readonly engine: Synthesis;
  /** `speak <text>`, `cancel` and `resume` in the order in which they were called. */
  readonly calls: readonly string[];
  /** Every utterance that was handed over. */
  readonly given: readonly FakeUtterance[];
  readonly state: { speaking: boolean; pending: boolean; paused: boolean };
  list(...voices: SpeechSynthesisVoice[]): void;
  /** Changes the list without telling, as some browsers do. */
  listSilently(...voices: SpeechSynthesisVoice[]): void;
  /** How many listen to `voiceschanged`. */
  readonly listeners: number;
}

export function createFakeSynthesis({ events = true } = {}): FakeSynthesis {
  const calls: string[] = [];
  const given: FakeUtterance[] = [];
  const listeners = new Set<() => void>();
  const state = { speaking: false, pending: false, paused: false };
  let voices: SpeechSynthesisVoice[] = [];
  const engine = {
    get speaking() {
      return state.speaking;
    },
    get pending() {
      return state.pending;
    },
    get paused() {
      return state.paused;
    },
    getVoices: () => voices,
    speak: (utterance: SpeechSynthesisUtterance) => {
      calls.push(`speak ${utterance.text}`);
      given.push(utterance as unknown as FakeUtterance);
    },
    cancel: () => {
      calls.push('cancel');
    },
    resume: () => {
      calls.push('resume');
    },
    ...(events
      ? {
          addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
          removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
        }
      : {}),
  };
  return {
    engine: engine as unknown as Synthesis,
    calls,
    given,
    state,
    list: (...next) => {
      voices = next;
      for (const listener of listeners) listener();
    },
    listSilently: (...next) => {
      voices = next;
    },
    get listeners() {
      return listeners.size;
    },
  };
}

export function nativeVoice(name: string, lang: string, localService = true): SpeechSynthesisVoice {
  return { name, lang, localService, voiceURI: `uri:${name}`, default: false };
}
