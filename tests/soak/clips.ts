/** Which sentence a recording says at a moment, and how far from that the mark was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedBook } from '../../src/narration/recorded-book.ts';
import type { Moment } from './probe.ts';

/** A book's recording, as the built site has it. */
export function readRecording(dist: string, book: string): RecordedBook {
  const index = JSON.parse(readFileSync(join(dist, 'downloads', 'index.json'), 'utf8'));
  const address: unknown = index.books?.[book]?.recorded?.address;
  if (typeof address !== 'string') throw new Error(`${dist} has no recording of ${book}`);
  return JSON.parse(readFileSync(join(dist, address), 'utf8'));
}

/** Seconds of sound between the moment and the marked sentence's clip: 0 within it, infinite where it isn't in that file. */
export function driftOf({ files, clips }: RecordedBook, { file, time, sentence }: Moment): number {
  let drift = Number.POSITIVE_INFINITY;
  for (const [id, number, begin, end] of clips) {
    if (id !== sentence || files[number]?.address !== file) continue;
    drift = Math.min(drift, time < begin ? begin - time : Math.max(0, time - end));
  }
  return drift;
}
