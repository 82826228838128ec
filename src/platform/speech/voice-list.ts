/** The device's Japanese voices, as they turn up: browsers list them late, twice, or only when asked again. */
import { createStore, type Store } from '../../book/store.ts';
import type { Clock, TimerHandle } from '../../narration/clock.ts';
import type { DeviceVoice, VoiceAvailability, VoiceChoice } from '../../narration/voice.ts';
import { compareVoices, isJapanese, matchVoice, voiceKind } from '../../narration/voice-choice.ts';

/** How often and how long voices are asked for where no event tells of them, in milliseconds. */
const POLL_EVERY = 250;
const POLL_FOR = 10_000;

/** The part of `SpeechSynthesis` that lists voices. Some browsers have no events on it. */
export type VoiceSource = Pick<SpeechSynthesis, 'getVoices'> &
  Partial<Pick<SpeechSynthesis, 'addEventListener' | 'removeEventListener'>>;

export interface VoiceList {
  readonly availability: Store<VoiceAvailability>;
  /** The browser's object for the remembered voice, or for the best one; `null` where no voice is known. */
  find(choice: VoiceChoice | null): SpeechSynthesisVoice | null;
  dispose(): void;
}

/**
 * Asks at once, on `voiceschanged`, and again and again for {@link POLL_FOR}; stays subscribed after that. `none` means
 * that the device lists voices and no Japanese one, or nothing for all that time. While `online` is false, a remembered
 * voice that needs the network gives way to one that doesn't.
 */
export function createVoiceList(source: VoiceSource, clock: Clock, online: () => boolean): VoiceList {
  const availability = createStore<VoiceAvailability>({ state: 'unknown', voices: [] });
  const found = new Map<DeviceVoice, SpeechSynthesisVoice>();
  const deadline = clock.now() + POLL_FOR;
  let timer: TimerHandle | null = null;

  const update = (): void => {
    const listed = source.getVoices();
    const voices = listed.filter((voice) => isJapanese(voice.lang)).map(describe);
    const isLate = clock.now() >= deadline;
    const state = voices.length > 0 ? 'ready' : listed.length > 0 || isLate ? 'none' : 'unknown';
    const before = availability.getSnapshot();
    found.clear();
    for (const [own, native] of voices) found.set(own, native);
    const ranked = voices.map(([own]) => own).sort(compareVoices);
    if (before.state !== state || !isSameList(before.voices, ranked)) {
      availability.set({ state, voices: ranked });
    } else {
      // The snapshot stays; its voices now stand for the objects of this listing.
      ranked.forEach((own, index) => {
        const kept = before.voices[index];
        const native = found.get(own);
        if (kept !== undefined && native !== undefined) found.set(kept, native);
      });
    }
  };
  const poll = (): void => {
    timer = null;
    update();
    if (source.getVoices().length === 0 && clock.now() < deadline) {
      timer = clock.setTimeout(poll, POLL_EVERY);
    }
  };

  source.addEventListener?.('voiceschanged', update);
  poll();
  return {
    availability,
    find: (choice) => {
      const { voices } = availability.getSnapshot();
      const wanted = (choice === null ? null : matchVoice(choice, voices)) ?? voices[0];
      const usable =
        wanted?.local === false && !online()
          ? (voices.find((voice) => voice.local && voiceKind(voice) !== 'unfit') ?? wanted)
          : wanted;
      return usable === undefined ? null : (found.get(usable) ?? null);
    },
    dispose: () => {
      if (timer !== null) clock.clearTimeout(timer);
      source.removeEventListener?.('voiceschanged', update);
    },
  };
}

function describe(voice: SpeechSynthesisVoice): readonly [DeviceVoice, SpeechSynthesisVoice] {
  const { name, lang, voiceURI, localService } = voice;
  return [{ name, lang, voiceURI, local: localService }, voice];
}

function isSameList(one: readonly DeviceVoice[], other: readonly DeviceVoice[]): boolean {
  return (
    one.length === other.length &&
    one.every((voice, index) => {
      const peer = other[index];
      return (
        voice.name === peer?.name &&
        voice.voiceURI === peer.voiceURI &&
        voice.lang === peer.lang &&
        voice.local === peer.local
      );
    })
  );
}
