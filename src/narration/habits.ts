/** How a listener wants sentences to follow each other: said once or several times, with silence for repeating after them. */
import type { Seconds } from '../book/book.ts';

export interface Habits {
  /** Silence after each sentence, besides the voice's own. */
  readonly sentencePause: Seconds;
  /** How often each sentence is said; at least 1. */
  readonly times: number;
  /** Silence for repeating after each saying, as a multiple of the time that it took; 0 for none. */
  readonly echo: number;
}

export const NO_HABITS: Habits = { sentencePause: 0, times: 1, echo: 0 };

/** What follows a sentence that has been said `times` times in a row, the last time within `took` milliseconds. */
export function habitOf(
  habits: Habits,
  times: number,
  took: number,
): { readonly again: boolean /** Milliseconds. */; readonly silence: number } {
  return {
    again: times < habits.times,
    silence: Math.max(0, habits.sentencePause) * 1000 + Math.max(0, habits.echo) * Math.max(0, took),
  };
}
