/**
 * How slowly a voice speaks, learnt from what it has said to its end: so that a voice that dies in the middle of a
 * sentence, telling nobody, is found out before its silence gets long, and a slow one isn't taken for dead.
 */
import type { Seconds } from '../book/book.ts';

/** Nothing is known of the voice yet: an utterance is past its end after so many times its estimate, and so many seconds. */
const UNKNOWN_FACTOR = 3;
const UNKNOWN_SLACK: Seconds = 5;

/** Of a known voice: so many times its slowest, and so many seconds. */
const KNOWN_FACTOR = 1.5;
const KNOWN_SLACK: Seconds = 2.5;

/** Utterances heard to their end until a voice is known. */
const ENOUGH = 3;

/** In shorter ones the engine's own delay outweighs its speaking. */
const LONG_ENOUGH: Seconds = 1.5;

export interface Pace {
  /**
   * `manner` said to its end what is estimated at `estimate`, and took `took`. A manner is a voice at a rate: many engines
   * speak no faster than they can, so a voice has another pace at every rate.
   */
  heard(manner: string, estimate: Seconds, took: Seconds): void;
  /** How long what is estimated at `estimate` may go on before `manner` is taken to be silent. */
  limit(manner: string, estimate: Seconds): Seconds;
}

export function createPace(): Pace {
  const slowest = new Map<string, { readonly count: number; readonly ratio: number }>();
  return {
    heard: (manner, estimate, took) => {
      if (estimate < LONG_ENOUGH) return;
      const known = slowest.get(manner) ?? { count: 0, ratio: 0 };
      slowest.set(manner, { count: known.count + 1, ratio: Math.max(known.ratio, took / estimate) });
    },
    limit: (manner, estimate) => {
      const unknown = estimate * UNKNOWN_FACTOR + UNKNOWN_SLACK;
      const known = slowest.get(manner);
      if (known === undefined || known.count < ENOUGH) return unknown;
      return Math.min(unknown, estimate * known.ratio * KNOWN_FACTOR + KNOWN_SLACK);
    },
  };
}
