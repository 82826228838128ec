/** One sentence from its text and its readings to an encoded clip. */
import type { Ruby, Seconds, Sentence } from '../book/book.ts';
import type { WordTime } from '../book/media-overlay.ts';
import { encodeMp3 } from './encode.ts';
import { inSentence, type Misreading, misreadings, type PlacedMorpheme } from './open-jtalk/compare.ts';
import { type KeyOf, type Substitution, scriptOf } from './open-jtalk/script.ts';
import { type Engine, speakLine } from './open-jtalk/speak.ts';
import { joinSounds, type Sound } from './open-jtalk/wav.ts';
import { wordTimes } from './open-jtalk/word-times.ts';

export interface SpokenSentence {
  readonly bytes: Uint8Array;
  readonly frames: number;
  readonly peak: number;
  readonly words: readonly WordTime[];
  readonly misreadings: readonly Misreading[];
}

export interface SpeakOptions {
  readonly engine: Engine;
  readonly keyOf: KeyOf;
  /** For files that are gone afterwards. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

/** LAME's and every decoder's delay at the beginning of a clip: 576 + 529 samples at 22.05 kHz. */
const CODEC_DELAY: Seconds = 1105 / 22050;
/** Between two lines of a sentence that was cut at a mark, besides the margins. */
const MARK_PAUSE: Seconds = 0.25;

/** `null` where there is nothing to say. `name` is unique in the folder. */
export async function speakSentence(
  sentence: Sentence,
  /** Of the whole sentence, digits included. */
  ruby: readonly Ruby[],
  substitutions: readonly Substitution[],
  { engine, keyOf, folder, signal }: SpeakOptions,
  name: string,
): Promise<SpokenSentence | null> {
  const sounds: Sound[] = [];
  const spoken: PlacedMorpheme[] = [];
  const words: WordTime[] = [];
  let clock: Seconds = CODEC_DELAY;
  for (const [index, line] of scriptOf(sentence, substitutions, keyOf).entries()) {
    const said = await speakLine(engine, line.text, folder, `${name}-${index}`, signal);
    if (said === null) continue;
    spoken.push(...inSentence(line, said.trace.morphemes));
    words.push(...wordTimes(line, said.trace, clock));
    sounds.push(said.sound);
    clock += said.sound.samples.length / said.sound.sampleRate;
    if (!line.cutAtMark) continue;
    const { sampleRate } = said.sound;
    sounds.push({ sampleRate, samples: new Int16Array(Math.round(MARK_PAUSE * sampleRate)) });
    clock += MARK_PAUSE;
  }
  if (sounds.length === 0) return null;
  const { bytes, frames, peak } = await encodeMp3(joinSounds(sounds), folder, name, signal);
  return {
    bytes,
    frames,
    peak: Math.round(peak * 100) / 100,
    words,
    misreadings: misreadings(sentence.text, ruby, spoken),
  };
}
