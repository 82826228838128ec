/** One line spoken by Open JTalk: its sound without the silence around it, and the trace. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seconds } from '../../book/book.ts';
import { diskFullIn } from '../files.ts';
import { PressError } from '../press-error.ts';
import { runProgram } from '../run-program.ts';
import { isSilence, parseTrace, type Trace } from './trace.ts';
import { cutSound, readWav, type Sound } from './wav.ts';

export interface Engine {
  /** For `-x`. */
  readonly dictionary: string;
  /** The `.htsvoice` file. */
  readonly voice: string;
  /** 1 is the voice's own; more is faster. */
  readonly rate: number;
}

export interface SpokenLine {
  readonly sound: Sound;
  /** Times count from the beginning of `sound`. */
  readonly trace: Trace;
}

/** At 0 dB some samples are clipped; the level of the finished book is set when it is put together. */
const GAIN = '-6';
/** What is left of the silence before the first sound and after the last. */
const MARGIN: Seconds = 0.03;

/**
 * `null` where the engine finds nothing to say in the line. `folder` is for files that are gone afterwards; `name` is
 * unique there.
 */
export async function speakLine(
  engine: Engine,
  line: string,
  folder: string,
  name: string,
  signal?: AbortSignal,
): Promise<SpokenLine | null> {
  const wav = join(folder, `${name}.wav`);
  const log = join(folder, `${name}.trace`);
  const text = join(folder, `${name}.txt`);
  try {
    await writeFile(text, `${line}\n`);
    const { code, stderr } = await runProgram(
      'open_jtalk',
      [
        '-x',
        engine.dictionary,
        '-m',
        engine.voice,
        '-g',
        GAIN,
        '-r',
        String(engine.rate),
        '-ow',
        wav,
        '-ot',
        log,
        text,
      ],
      signal === undefined ? {} : { signal },
    );
    const [sound, trace] = await Promise.all([
      readFile(wav)
        .then(readWav)
        .catch(() => null),
      readFile(log, 'utf8')
        .then(parseTrace)
        .catch(() => null),
    ]);
    if (trace?.phonemes.every(isSilence) && trace.phonemes.length > 0) return null;
    if (code !== 0 || sound === null || trace === null || isCut(sound, trace)) {
      const full = await diskFullIn(folder);
      if (full !== null) throw full;
      if (NOTHING_TO_SAY.test(stderr)) return null;
      throw new PressError(
        'speech-failed',
        `「${line}」を音声にできませんでした（${code ?? ''} ${stderr.trim()}）。`,
      );
    }
    return trimmed(sound, trace);
  } finally {
    await Promise.all([wav, log, text].map((path) => rm(path, { force: true })));
  }
}

/** What the engine complains of where a line has nothing that it knows how to say. */
const NOTHING_TO_SAY = /waveform cannot be synthesized/u;

/** On a full disk the engine writes what there is room for, and doesn't mind. */
function isCut({ samples, sampleRate }: Sound, { phonemes }: Trace): boolean {
  return samples.length / sampleRate < (phonemes.at(-1)?.end ?? 0) - 0.05;
}

function trimmed(sound: Sound, { morphemes, phonemes }: Trace): SpokenLine {
  const spoken = phonemes.filter((phoneme) => !isSilence(phoneme));
  const begin = Math.max(0, (spoken[0]?.begin ?? 0) - MARGIN);
  const end = (spoken.at(-1)?.end ?? 0) + MARGIN;
  const moved = phonemes.map((one) => ({ ...one, begin: one.begin - begin, end: one.end - begin }));
  return { sound: cutSound(sound, begin, end), trace: { morphemes, phonemes: moved } };
}
