/** The `Voice` on the browser's own speech, `window.speechSynthesis` (Web Speech API), with what its engines need. */
import { createStore, type Store } from '../../book/store.ts';
import type { Clock, TimerHandle } from '../../narration/clock.ts';
import type { Utterance, Voice, VoiceAvailability, VoiceError, VoiceEvents } from '../../narration/voice.ts';
import { createVoiceList, type VoiceSource } from './voice-list.ts';

/** Engines that are spoken to right after `cancel()` drop the new utterance too; milliseconds. */
const SETTLE = 10;

/** An utterance that ends this soon without having started was never said; milliseconds. */
const NEVER_SAID = 100;

/** How many utterances are kept from the garbage collector; more than one, as the `end` of a cancelled one may come late. */
const KEPT = 8;

export type Synthesis = VoiceSource &
  Pick<SpeechSynthesis, 'speak' | 'cancel' | 'resume' | 'speaking' | 'pending' | 'paused'>;

export interface DeviceVoiceOptions {
  /** `undefined` where the browser has no speech. */
  readonly synthesis: Synthesis | undefined;
  /** The browser's `SpeechSynthesisUtterance`. */
  readonly Utterance: (new (text?: string) => SpeechSynthesisUtterance) | undefined;
  readonly clock: Clock;
  /** Whether there may be a network; `navigator.onLine`. */
  readonly online?: () => boolean;
}

export function createDeviceVoice(options: DeviceVoiceOptions): Voice {
  const { synthesis, Utterance, clock, online = () => true } = options;
  if (synthesis === undefined || Utterance === undefined) return createMissingVoice();
  const list = createVoiceList(synthesis, clock, online);
  const kept = new Set<SpeechSynthesisUtterance>();
  let generation = 0;
  let settling: TimerHandle | null = null;
  let cancelledAt = Number.NEGATIVE_INFINITY;
  /** True from the time the engine was given an utterance until that one has ended, whatever the engine says of itself. */
  let engaged = false;
  /** The soundless utterance that {@link Voice.prime} gave, until it has ended. */
  let primer: SpeechSynthesisUtterance | null = null;
  /** Fails the utterance that has been asked for and has not started. */
  let giveUp: ((error: VoiceError) => void) | null = null;

  const cancel = (): void => {
    if (engaged || synthesis.speaking || synthesis.pending) {
      cancelledAt = clock.now();
      engaged = false;
    }
    primer = null;
    // Always, as an engine's own word on whether it speaks is not to be relied on.
    synthesis.cancel();
  };
  // Behind a primer the next utterance can queue: cancelling would cost the press.
  const isBusy = (): boolean => engaged || (primer === null && (synthesis.speaking || synthesis.pending));
  const supersede = (): number => {
    if (settling !== null) clock.clearTimeout(settling);
    settling = null;
    giveUp = null;
    return ++generation;
  };
  const keep = (native: SpeechSynthesisUtterance): void => {
    kept.add(native);
    const [oldest] = kept;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  };

  const hand = (native: SpeechSynthesisUtterance, token: number, events: VoiceEvents): void => {
    const handedAt = clock.now();
    let started = false;
    native.onstart = () => {
      if (token !== generation) return;
      started = true;
      giveUp = null;
      events.onStart();
    };
    native.onboundary = (event) => {
      if (token !== generation || event.name !== 'word') return;
      events.onBoundary(event.charIndex, event.charLength ?? 0);
    };
    native.onend = () => {
      kept.delete(native);
      if (token !== generation) return;
      supersede();
      engaged = false;
      if (!started && clock.now() - handedAt < NEVER_SAID) {
        events.onError(failed({ code: 'synthesis-failed', detail: 'ended-unsaid' }));
      } else events.onEnd();
    };
    native.onerror = (event) => {
      kept.delete(native);
      const error = errorOf(event.error);
      if (token !== generation || error === null) return;
      supersede();
      engaged = false;
      events.onError(failed(error));
    };
    keep(native);
    engaged = true;
    // Left paused by another page or by an engine's own fault, it would take the text and say nothing.
    if (synthesis.paused) synthesis.resume();
    synthesis.speak(native);
  };

  /** An engine that fails where no Japanese voice is listed yet has none: some browsers never say so otherwise. */
  const failed = (error: VoiceError): VoiceError =>
    error.code === 'synthesis-failed' && list.availability.getSnapshot().voices.length === 0
      ? { code: 'no-voice' }
      : error;

  const unsubscribe = list.availability.subscribe(() => {
    if (list.availability.getSnapshot().state === 'none') giveUp?.({ code: 'no-voice' });
  });

  return {
    id: 'device',
    availability: list.availability,
    prime: () => {
      // While something is being said there is nothing to unlock.
      if (primer !== null || isBusy()) return;
      const native = new Utterance(' ');
      const forget = (): void => {
        kept.delete(native);
        if (primer === native) primer = null;
      };
      native.volume = 0;
      native.lang = 'ja-JP';
      native.onend = forget;
      native.onerror = forget;
      keep(native);
      primer = native;
      synthesis.speak(native);
    },
    speak: (utterance, settings, events) => {
      const token = supersede();
      if (list.availability.getSnapshot().state === 'none') {
        cancel();
        events.onError({ code: 'no-voice' });
        return;
      }
      giveUp = (error) => {
        supersede();
        cancel();
        events.onError(error);
      };
      if (isBusy()) cancel();
      const begin = (): void => {
        settling = null;
        const native = new Utterance(utterance.text);
        const chosen = list.find(settings.voice);
        native.lang = languageOf(utterance, chosen);
        if (chosen !== null) native.voice = chosen;
        native.rate = settings.rate;
        native.pitch = settings.pitch ?? 1;
        native.volume = settings.volume ?? 1;
        hand(native, token, events);
      };
      const wait = cancelledAt + SETTLE - clock.now();
      // With nothing to settle it must not wait: phones speak only if they are told to within the press.
      if (wait > 0) settling = clock.setTimeout(begin, wait);
      else begin();
    },
    stop: () => {
      supersede();
      cancel();
    },
    dispose: () => {
      supersede();
      cancel();
      unsubscribe();
      list.dispose();
    },
  };
}

/** The voice's own language where it has one, with the hyphen that engines want. */
function languageOf(utterance: Utterance, voice: SpeechSynthesisVoice | null): string {
  const own = voice?.lang.replaceAll('_', '-');
  return own === undefined || own === '' || /^ja$/iu.test(own) ? utterance.language : own;
}

/** `null` where speech was ended on purpose. Codes: Web Speech API, SpeechSynthesisErrorCode; old engines send none. */
function errorOf(code: string | undefined): VoiceError | null {
  switch (code) {
    case 'canceled':
    case 'interrupted':
      return null;
    case 'not-allowed':
      return { code: 'not-allowed' };
    case 'network':
      return { code: 'network' };
    case 'synthesis-unavailable':
      return { code: 'unavailable' };
    default:
      return { code: 'synthesis-failed', detail: code ?? '' };
  }
}

function createMissingVoice(): Voice {
  const availability: Store<VoiceAvailability> = createStore<VoiceAvailability>({
    state: 'none',
    voices: [],
  });
  return {
    id: 'device',
    availability,
    prime: () => {},
    speak: (_utterance, _settings, events) => events.onError({ code: 'unavailable' }),
    stop: () => {},
    dispose: () => {},
  };
}
