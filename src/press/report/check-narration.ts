/** Holds the finished sound against the text: the press's own check, besides the formats' validators. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book, Seconds, SentenceId } from '../../book/book.ts';
import { checkOverlay, type OverlayDiagnosticCode } from '../../book/media-overlay.ts';
import { sentencesOf } from '../../book/walk.ts';
import { RECORDING_FORMAT } from '../../formats/mp3/assemble.ts';
import { durationOf, readFrames } from '../../formats/mp3/frames.ts';
import type { Narration } from '../../formats/talking-book.ts';
import { isSpeakable } from '../../narration/chunks.ts';

export type NarrationFaultCode =
  | Exclude<OverlayDiagnosticCode, 'sentence-without-clip'>
  /** A recording isn't as long as its clips, or a clip passes its end; by more than a tenth of a second. */
  | 'wrong-length'
  /** The loudest sample isn't between -8 and -6 dB. */
  | 'wrong-level';

export interface NarrationFault {
  readonly code: NarrationFaultCode;
  /** The sentence's id or the recording's path. */
  readonly detail: string;
}

export interface NarrationCheck {
  readonly duration: Seconds;
  /** Of all recordings as they are decoded, in decibels below full scale. */
  readonly peak: number;
  readonly faults: readonly NarrationFault[];
  /** Sentences with letters in them that the voice knows nothing to say for. */
  readonly unspoken: readonly SentenceId[];
}

export interface CheckOptions {
  /** For files that are gone afterwards. */
  readonly folder: string;
  /** The loudest sample of an MP3 file in decibels. */
  readonly peakOf: (path: string) => Promise<number>;
}

/** How far lengths may differ. */
export const TOLERANCE: Seconds = 0.1;
const LEVELS = { from: -8, to: -6 } as const;

export async function checkNarration(
  book: Book,
  { recordings, overlay }: Narration,
  { folder, peakOf }: CheckOptions,
): Promise<NarrationCheck> {
  const faults: NarrationFault[] = [];
  const texts = new Map(sentencesOf(book).map(({ sentence }) => [sentence.id, sentence.text]));
  const unspoken: SentenceId[] = [];
  for (const { code, sentence } of checkOverlay(book, overlay)) {
    if (code !== 'sentence-without-clip') faults.push({ code, detail: sentence });
    else if (isSpeakable(texts.get(sentence) ?? '')) unspoken.push(sentence);
  }
  let duration: Seconds = 0;
  let peak = Number.NEGATIVE_INFINITY;
  for (const recording of recordings) {
    const bytes = await recording.load();
    const length = durationOf(RECORDING_FORMAT, readFrames(bytes).frames.length);
    duration += length;
    const clips = overlay.clips.filter((clip) => clip.audio === recording.path);
    const sum = clips.reduce((seconds, clip) => seconds + clip.end - clip.begin, 0);
    const end = clips.at(-1)?.end ?? 0;
    if ([recording.duration, sum, end].some((seconds) => Math.abs(seconds - length) > TOLERANCE)) {
      faults.push({ code: 'wrong-length', detail: recording.path });
    }
    const file = join(folder, recording.path);
    try {
      await writeFile(file, bytes);
      peak = Math.max(peak, await peakOf(file));
    } finally {
      await rm(file, { force: true });
    }
  }
  if (!(peak >= LEVELS.from && peak <= LEVELS.to)) {
    faults.push({ code: 'wrong-level', detail: `${peak.toFixed(1)} dB` });
  }
  return { duration, peak, faults, unspoken };
}
