/** Places in a recorded book on one line of time, as a lock screen shows it: its files one after another. */
import type { Seconds, SentenceId } from '../book/book.ts';
import type { RecordedBook, RecordedClip } from '../narration/recorded-book.ts';
import type { SpokenPlace } from '../narration/voice.ts';

export interface RecordedTimes {
  readonly duration: Seconds;
  /** From the book's begin; `null` for a sentence that isn't recorded. */
  positionOf(sentence: SentenceId, seconds: Seconds): Seconds | null;
  /** What is said at a time from the book's begin; the nearest where it lies beyond the ends, `null` in an empty book. */
  placeAt(position: Seconds): SpokenPlace | null;
}

export function recordedTimesOf({ files, clips }: RecordedBook): RecordedTimes {
  const starts: Seconds[] = [];
  let duration = 0;
  for (const file of files) {
    starts.push(duration);
    duration += file.duration;
  }
  const beginOf = ([, file, begin]: RecordedClip): Seconds => (starts[file] ?? 0) + begin;
  const begins = new Map(clips.map((clip) => [clip[0], beginOf(clip)]));
  return {
    duration,
    positionOf: (sentence, seconds) => {
      const begin = begins.get(sentence);
      return begin === undefined ? null : begin + seconds;
    },
    placeAt: (position) => {
      const clip = clips.findLast((one) => beginOf(one) <= position) ?? clips[0];
      if (clip === undefined) return null;
      const [sentence, , begin, end] = clip;
      const seconds = Math.min(Math.max(0, position - beginOf(clip)), end - begin);
      return { sentence, seconds };
    },
  };
}
