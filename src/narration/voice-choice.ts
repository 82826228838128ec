/** Which of a device's voices to speak with: Japanese ones only, ranked, and found again on another day. */
import type { DeviceVoice, VoiceChoice } from './voice.ts';

/** Devices write `ja-JP`, `ja_JP`, `ja` and Android's `jpn-JPN`. */
const JAPANESE = /^(ja|jpn)([-_]|$)/i;

/** Signs in a voice's name that it sounds better or worse than most; the first that fits counts. */
const NAME_RANKS: readonly (readonly [RegExp, number])[] = [
  [/compact|espeak|コンパクト/iu, 3],
  // The novelty voices that Apple's devices offer in every language.
  [/^(eddy|flo|grandma|grandpa|reed|rocko|sandy|shelley)\b/iu, 4],
  [/natural|neural|premium|enhanced|siri|プレミアム|拡張/iu, 0],
  [/kyoko|otoya|hattori|o-ren|nanami|keita|haruka|ayumi|ichiro|sayaka|google/iu, 1],
];
const UNKNOWN_RANK = 2;

export function isJapanese(lang: string): boolean {
  return JAPANESE.test(lang);
}

/** A comparison for sorting, the better voice first: what speaks without a network, then what sounds better. */
export function compareVoices(a: DeviceVoice, b: DeviceVoice): number {
  return Number(b.local) - Number(a.local) || nameRank(a.name) - nameRank(b.name);
}

/**
 * The voice that was probably meant: the same in name and address, else in name, else in address, else one whose name
 * says as much without brackets, spaces and case ("Kyoko (拡張)" for "Kyoko"). `null` where none comes near.
 */
export function matchVoice<V extends VoiceChoice>(choice: VoiceChoice, voices: readonly V[]): V | null {
  const bare = bareName(choice.name);
  return (
    voices.find((voice) => voice.name === choice.name && voice.voiceURI === choice.voiceURI) ??
    voices.find((voice) => voice.name === choice.name) ??
    voices.find((voice) => voice.voiceURI === choice.voiceURI) ??
    voices.find((voice) => bare !== '' && bareName(voice.name) === bare) ??
    null
  );
}

function nameRank(name: string): number {
  return NAME_RANKS.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN_RANK;
}

function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\(.*?\)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
