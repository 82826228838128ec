/** When each word of a sentence is said, from the engine's own times. */
import type { Seconds } from '../../book/book.ts';
import type { WordTime } from '../../book/media-overlay.ts';
import { placeMorphemes } from './align.ts';
import type { ScriptLine } from './script.ts';
import { type Trace, timeMorphemes } from './trace.ts';

/**
 * The times of a line's words, `clock` seconds later. Words that share a stretch of the sentence (a number's parts) are one.
 * Empty where the engine's words and its sounds can't be counted off against each other: no time is made up.
 */
export function wordTimes(line: ScriptLine, trace: Trace, clock: Seconds): readonly WordTime[] {
  const timed = timeMorphemes(trace);
  if (timed === null) return [];
  const ranges = placeMorphemes(line.text, timed);
  const words: WordTime[] = [];
  timed.forEach((morpheme, index) => {
    const range = ranges[index];
    if (range === undefined || range === null || morpheme.morae === 0) return;
    const start = line.offsets[range.start] ?? 0;
    const end = line.offsets[range.end] ?? start;
    const from = rounded(clock + morpheme.begin);
    const to = rounded(clock + morpheme.end);
    const last = words.at(-1);
    if (last !== undefined && start < last.end) {
      words[words.length - 1] = { ...last, end: Math.max(last.end, end), to };
    } else if (end > start) words.push({ start, end, from, to });
  });
  return words;
}

/** Milliseconds are finer than any screen. */
function rounded(seconds: Seconds): Seconds {
  return Math.round(seconds * 1000) / 1000;
}
