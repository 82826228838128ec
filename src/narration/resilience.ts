/**
 * A `Voice` that gets over what voices are known to do: never start, never end, lose the network, give up in the middle.
 * The order is: once more, another voice of the device, the fallback, and only then an error. Only the voice that has the
 * utterance first is given a second try: where that one is silent twice, whoever waits has waited long enough.
 */
import type { Seconds } from '../book/book.ts';
import type { Clock, TimerHandle } from './clock.ts';
import { speechSeconds } from './estimate.ts';
import { createPace } from './pace.ts';
import type { Utterance, Voice, VoiceChoice, VoiceError, VoiceEvents, VoiceSettings } from './voice.ts';
import { matchVoice } from './voice-choice.ts';

/** How long a voice may take to start, in milliseconds. */
const START_LIMIT = 4000;

/** Engines that can't speak as fast as asked speak at about this rate instead; the watchdog must not cut them off. */
const SURE_RATE = 2;

export interface ResilientVoiceOptions {
  readonly voice: Voice;
  readonly clock: Clock;
  /** Speaks where `voice` can't. */
  readonly fallback?: Voice;
}

/** One way of saying an utterance. */
interface Attempt {
  readonly with: Voice;
  readonly settings: VoiceSettings;
  /** Whether a timeout is worth a second try. */
  readonly repeatable: boolean;
  readonly other: boolean;
}

/** `dispose` disposes of the voices behind it too. */
export function createResilientVoice({ voice, clock, fallback }: ResilientVoiceOptions): Voice {
  /** Addresses of voices that failed since the reader last chose one; they are passed over, so that each fails once only. */
  const failed = new Set<string>();
  const pace = createPace();
  let failedUnder: VoiceChoice | null = null;
  let watchdog: TimerHandle | null = null;
  let generation = 0;
  /** The one that has the utterance. */
  let speaking: Voice = voice;
  /** Tells the attempt under way that its voice has taken over other settings. */
  let adjusted: (settings: VoiceSettings) => void = () => {};

  const unwatch = (): void => {
    if (watchdog !== null) clock.clearTimeout(watchdog);
    watchdog = null;
  };
  const watch = (delay: number, bark: () => void): void => {
    unwatch();
    watchdog = clock.setTimeout(bark, delay);
  };
  const silence = (): void => {
    generation++;
    unwatch();
    voice.stop();
    fallback?.stop();
  };

  const chosen = (settings: VoiceSettings): VoiceChoice | null => {
    const { voices } = voice.availability.getSnapshot();
    const wanted = settings.voice === null ? null : matchVoice(settings.voice, voices);
    return wanted ?? voices[0] ?? settings.voice;
  };
  const untried = (): VoiceChoice | null =>
    voice.availability.getSnapshot().voices.find((known) => !failed.has(known.voiceURI)) ?? null;

  const first = (settings: VoiceSettings): Attempt => {
    if (settings.voice?.voiceURI !== failedUnder?.voiceURI) failed.clear();
    failedUnder = settings.voice;
    const plain = { with: voice, settings, repeatable: true, other: false };
    if (!failed.has(chosen(settings)?.voiceURI ?? '')) return plain;
    const other = untried();
    if (other !== null) return { ...plain, settings: { ...settings, voice: other }, other: true };
    if (fallback !== undefined) return { ...plain, with: fallback };
    failed.clear();
    return plain;
  };

  /** What to try after `attempt`, or `null` where nothing is left. */
  const following = (attempt: Attempt, error: VoiceError): Attempt | null => {
    if (error.code === 'not-allowed') return null;
    if (error.code === 'timeout' && attempt.repeatable) return { ...attempt, repeatable: false };
    if (attempt.with === fallback) return null;
    if (error.code !== 'no-voice' && error.code !== 'unavailable') {
      failed.add(chosen(attempt.settings)?.voiceURI ?? '');
      const other = attempt.other ? null : untried();
      if (other !== null) {
        return {
          with: voice,
          settings: { ...attempt.settings, voice: other },
          repeatable: false,
          other: true,
        };
      }
    }
    return fallback === undefined ? null : { ...attempt, with: fallback, repeatable: false };
  };

  const run = (plan: Attempt, utterance: Utterance, events: VoiceEvents, begun: boolean): void => {
    const token = ++generation;
    let attempt = plan;
    let started = begun;
    /** When the voice began; nothing is learnt of one whose settings changed on the way. */
    let runs: { readonly since: number; readonly even: boolean } | null = null;
    speaking = attempt.with;
    const estimate = (text: string): Seconds =>
      speechSeconds(text, Math.min(attempt.settings.rate, SURE_RATE));
    const manner = (): string =>
      `${attempt.with.id} ${chosen(attempt.settings)?.voiceURI ?? ''} ${attempt.settings.rate}`;
    /** `rest`: what hasn't been said yet, where the voice tells. */
    const endLimit = (rest = utterance.text): number => pace.limit(manner(), estimate(rest)) * 1000;
    const fail = (error: VoiceError): void => {
      const next = following(attempt, error);
      silence();
      if (next === null) events.onError(error);
      else run(next, utterance, events, started);
    };
    const late = (): void => fail({ code: 'timeout', phase: 'end' });
    adjusted = ({ rate, pitch, volume }) => {
      if (token !== generation) return;
      attempt = {
        ...attempt,
        settings: {
          ...attempt.settings,
          rate,
          ...(pitch !== undefined && { pitch }),
          ...(volume !== undefined && { volume }),
        },
      };
      // Slower speech ends later than it would have.
      if (runs === null) return;
      runs = { ...runs, even: false };
      watch(endLimit(), late);
    };
    watch(START_LIMIT, () => fail({ code: 'timeout', phase: 'start' }));
    attempt.with.speak(utterance, attempt.settings, {
      onStart: () => {
        if (token !== generation) return;
        runs = { since: clock.now(), even: true };
        watch(endLimit(), late);
        if (started) return;
        started = true;
        events.onStart();
      },
      onBoundary: (offset, length) => {
        if (token !== generation) return;
        // The voice lives, however slow it is.
        watch(endLimit(utterance.text.slice(offset)), late);
        events.onBoundary(offset, length);
      },
      onWord: (range) => {
        if (token !== generation) return;
        watch(endLimit(), late);
        events.onWord(range);
      },
      onEnd: (kept) => {
        if (token !== generation) return;
        generation++;
        unwatch();
        if (runs?.even === true) {
          pace.heard(manner(), estimate(utterance.text), (clock.now() - runs.since) / 1000);
        }
        events.onEnd(kept);
      },
      onError: (error) => {
        if (token === generation) fail(error);
      },
    });
  };

  return {
    id: voice.id,
    availability: voice.availability,
    prime: () => {
      voice.prime();
      fallback?.prime();
    },
    speak: (utterance, settings, events) => {
      const attempt = first(settings);
      // The fallback may have to begin long after the press that this call may be part of.
      fallback?.prime();
      if (attempt.with === fallback) voice.stop();
      else fallback?.stop();
      run(attempt, utterance, events, false);
    },
    stop: silence,
    adjust: (settings) => {
      const isTaken = speaking.adjust?.(settings) ?? false;
      if (isTaken) adjusted(settings);
      return isTaken;
    },
    place: () => speaking.place?.() ?? null,
    dispose: () => {
      silence();
      voice.dispose();
      fallback?.dispose();
    },
  };
}
