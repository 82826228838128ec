/** Which of a device's voices to speak with: Japanese ones only, ranked, and found again on another day. */
import type { DeviceVoice, VoiceChoice } from './voice.ts';

/** Devices write `ja-JP`, `ja_JP`, `ja` and Android's `jpn-JPN`. */
const JAPANESE = /^(ja|jpn)([-_]|$)/i;

/**
 * What a voice's name and address say of how it sounds; the first sign that fits counts. The names
 * are those that systems and browsers list for Japanese (Windows and Edge, macOS and iOS, Android, ChromeOS, Linux).
 */
const KINDS: readonly (readonly [VoiceKindName, RegExp])[] = [
  // eSpeak reads no kanji: each is "Chinese letter" to it. speech-dispatcher lists it in a hundred guises ("Japanese+Adam").
  ['unfit', /e-?speak|^japanese\+/iu],
  // The same funny voices in every language, on Apple's devices; they do read kanji, but are tiring for a whole book.
  ['novelty', /^(eddy|flo|grandma|grandpa|reed|rocko|sandy|shelley)\b|\.eloquence\./iu],
  // Spoken by a neural network: Nanami and Keita (Edge), "Google 日本語 1 (Natural)" (ChromeOS).
  ['natural', /natural|neural/iu],
  // The large recordings that one downloads on Apple's devices: "Kyoko (拡張)", `com.apple.voice.premium.ja-JP.Otoya`.
  ['enhanced', /premium|enhanced|プレミアム|拡張/iu],
  // Google's engine, in Chrome, on ChromeOS and on Android ("ja-jp-x-jab-local"); Chrome on Android lists languages in
  // place of voices ("日本語 日本") and speaks with the engine that is set there.
  ['engine', /google|ja-jp-x-|chrome ?os|^日本語 日本$|^japanese japan$/iu],
  // What comes with the system: Apple's small recordings, Windows' voices, Open JTalk on Linux.
  ['plain', /kyoko|otoya|o-?ren|hattori|haruka|ayumi|ichiro|sayaka|nanami|keita|open-?jtalk/iu],
  // Sounds thin, says the name itself; after the names above, as these have it in their addresses.
  ['compact', /compact|コンパクト/iu],
];

/** How voices sound, the best first; one whose name says nothing stands in the middle. */
const ORDER = ['natural', 'enhanced', 'engine', 'plain', 'unknown', 'compact', 'novelty', 'unfit'] as const;

/** A kind of voice by how it sounds. */
export type VoiceKindName = (typeof ORDER)[number];

export function isJapanese(lang: string): boolean {
  return JAPANESE.test(lang);
}

/** How a voice probably sounds, by its name and its address. */
export function voiceKind({ name, voiceURI }: Pick<VoiceChoice, 'name' | 'voiceURI'>): VoiceKindName {
  const found = KINDS.find(([, sign]) => sign.test(name) || sign.test(voiceURI));
  return found?.[0] ?? 'unknown';
}

/**
 * A comparison for sorting, the better voice first. A voice that can't read Japanese comes last. Of the others those that
 * speak without a network come before those that need one, however well these sound: they are there on the way, they
 * aren't cut off after fifteen seconds, and nobody else gets to know what is read. Then what sounds better.
 */
export function compareVoices(a: DeviceVoice, b: DeviceVoice): number {
  const [one, other] = [voiceKind(a), voiceKind(b)];
  return (
    Number(one === 'unfit') - Number(other === 'unfit') ||
    Number(b.local) - Number(a.local) ||
    ORDER.indexOf(one) - ORDER.indexOf(other)
  );
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

function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\(.*?\)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
