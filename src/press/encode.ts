/** Sound to MP3 as DAISY players take it: constant bit rate, mono, 22.05 kHz, 48 kbit/s, no tags, cut anywhere. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { peakOf, readWav, type Sound, writeWav } from './open-jtalk/wav.ts';
import { PressError } from './press-error.ts';
import { runProgram } from './run-program.ts';

export const ENCODER = 'lame';
/** Named in a clip's key: with other options it is another clip. */
export const ENCODING = 'mp3 cbr 48 kbit/s 22.05 kHz mono, no reservoir';

export interface EncodedSound {
  readonly bytes: Uint8Array;
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
  const decoded = join(folder, `${name}.decoded.wav`);
  const options = signal === undefined ? {} : { signal };
  try {
    await writeFile(wav, writeWav(sound));
    const encoding = [
      '--quiet',
      '-m',
      'm',
      '--cbr',
      '-b',
      '48',
      '--resample',
      '22.05',
      '--nores',
      '-t',
      '--noreplaygain',
    ];
    await run([...encoding, wav, mp3], options);
    await run(['--decode', '--quiet', mp3, decoded], options);
    const [bytes, heard] = await Promise.all([readFile(mp3), readFile(decoded)]);
    return { bytes, peak: peakOf(readWav(heard)) };
  } finally {
    await Promise.all([wav, mp3, decoded].map((path) => rm(path, { force: true })));
  }
}

async function run(args: readonly string[], options: { readonly signal?: AbortSignal }): Promise<void> {
  const { code, stderr } = await runProgram(ENCODER, args, options);
  if (code !== 0) throw new PressError('encoding-failed', `MP3にできませんでした（${stderr.trim()}）。`);
}
