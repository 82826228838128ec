/** The words of a recorded sentence, in time. */
import type { Seconds, Utf16Offset } from '../book/book.ts';
import type { RecordedClip } from './recorded-book.ts';

/** When the word at an offset is said, from the clip's begin; the begin itself where words aren't timed. */
export function secondsOf([, , , , words = []]: RecordedClip, offset: Utf16Offset): Seconds {
  if (offset <= 0) return 0;
  return words.find((word) => word[1] > offset)?.[2] ?? 0;
}

/** The word that is being said at a time of the file, or the next one; as many as there are where all have been said. */
export function wordAt([, , begin, , words = []]: RecordedClip, time: Seconds): number {
  const at = words.findIndex((word) => begin + word[3] > time);
  return at === -1 ? words.length : at;
}
