/** How an utterance is to be said, compared. */
import type { VoiceSettings } from './voice.ts';

/** True where a voice would sound the same, its volume left aside. */
export function isSameSettings(one: VoiceSettings, other: VoiceSettings): boolean {
  return (
    one.rate === other.rate &&
    (one.pitch ?? 1) === (other.pitch ?? 1) &&
    one.voice?.name === other.voice?.name &&
    one.voice?.voiceURI === other.voice?.voiceURI
  );
}
