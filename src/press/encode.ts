/** Sound to MP3 as DAISY players take it: constant bit rate, mono, 22.05 kHz, 48 kbit/s, no tags, cut anywhere. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORDING_FORMAT } from '../formats/mp3/assemble.ts';
import { readFrames } from '../formats/mp3/frames.ts';
import { diskFullIn } from './files.ts';
import { type Sound, writeWav } from './open-jtalk/wav.ts';
import { PressError } from './press-error.ts';
import { runProgram } from './run-program.ts';

const ENCODER = 'lame';
/** Named in a clip's key: with other options it is another clip. */
export const ENCODING = 'mp3 cbr 48 kbit/s 22.05 kHz mono, no reservoir';

const OPTIONS = '--quiet -m m --cbr -b 48 --resample 22.05 --nores -t --noreplaygain'.split(' ');

export interface EncodedSound {
  readonly bytes: Uint8Array;
  readonly frames: number;
  /** Of what a player will hear, in decibels below full scale. */
  readonly peak: number;
}

/** `folder` is for files that are gone afterwards; `name` is unique there. */
export async function encodeMp3(
  sound: Sound,
  folder: string,
  name: string,
  signal?: AbortSignal,
): Promise<EncodedSound> {
  const wav = join(folder, `${name}.pcm.wav`);
  const mp3 = join(folder, `${name}.mp3`);
  try {
    await writeFile(wav, writeWav(sound));
    const { code, stderr } = await runProgram(
      ENCODER,
      [...OPTIONS, wav, mp3],
      signal === undefined ? {} : { signal },
    );
    const bytes = code === 0 ? await readFile(mp3) : new Uint8Array();
    const frames = wholeFrames(bytes);
    const { samplesPerFrame, sampleRate } = RECORDING_FORMAT;
    // A disk that is full cuts the file short, and the encoder doesn't mind.
    if (frames * samplesPerFrame < Math.floor((sound.samples.length / sound.sampleRate) * sampleRate)) {
      throw (await diskFullIn(folder)) ?? failure(stderr);
    }
    return { bytes, frames, peak: await peakOfMp3(mp3, signal) };
  } finally {
    await Promise.all([wav, mp3].map((path) => rm(path, { force: true })));
  }
}

/** The loudest sample of an MP3 file as it is decoded, in decibels below full scale; minus infinity for silence. */
export async function peakOfMp3(path: string, signal?: AbortSignal): Promise<number> {
  let peak = 0;
  let left: Buffer = Buffer.alloc(0);
  const { code, stderr } = await runProgram(ENCODER, ['--decode', '-t', '--quiet', path, '-'], {
    ...(signal !== undefined && { signal }),
    onOutput: (piece) => {
      // A sample may be cut between two pieces.
      const bytes = left.length === 0 ? piece : Buffer.concat([left, piece]);
      const even = bytes.length & ~1;
      for (let at = 0; at < even; at += 2) peak = Math.max(peak, Math.abs(bytes.readInt16LE(at)));
      left = bytes.subarray(even);
    },
  });
  if (code !== 0) throw failure(stderr);
  return 20 * Math.log10(peak / 32768);
}

function wholeFrames(bytes: Uint8Array): number {
  try {
    return readFrames(bytes).frames.length;
  } catch {
    return 0;
  }
}

function failure(stderr: string): PressError {
  return new PressError('encoding-failed', `MP3にできませんでした（${stderr.trim()}）。`);
}
