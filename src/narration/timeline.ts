/** When each sentence of a book is said, at the voice's own speed: from its recording, or by estimate. */
import type { Seconds, Sentence, SentenceId, TextRange, Utf16Offset } from '../book/book.ts';
import { pauseSeconds, speechSeconds } from './estimate.ts';
import type { RecordedBook } from './recorded-book.ts';
import type { Utterance } from './voice.ts';

/** When a word of a recording begins, counted from the sentence's begin. */
export interface TimedWord extends TextRange {
  readonly from: Seconds;
}

/** A recorded sentence. */
export interface SentenceTime {
  /** The silence after it included. A recording of no length counts as none. */
  readonly seconds: Seconds;
  /** True times only, in order; empty where none are known. */
  readonly words: readonly TimedWord[];
}

export interface Timeline {
  /** When each sentence begins, and at last when the whole ends: one more than there are sentences; ascending. */
  readonly begins: Float64Array;
  readonly total: Seconds;
  /** Whether the sentence's time is known, and not an estimate. */
  isRecorded(index: number): boolean;
  /** How far into the sentence its text is at `offset`. */
  secondsAt(index: number, offset: Utf16Offset): Seconds;
  /** The place in the sentence's text that is being said so far into it. */
  offsetAt(index: number, seconds: Seconds): Utf16Offset;
}

export function createTimeline(
  sentences: readonly Sentence[],
  utterances: readonly Utterance[],
  timeOf: (sentence: SentenceId) => SentenceTime | null,
): Timeline {
  const times = sentences.map(({ id }) => usable(timeOf(id)));
  const estimates = times.includes(null) ? estimate(utterances) : new Map<SentenceId, Seconds>();
  const begins = new Float64Array(sentences.length + 1);
  let at = 0;
  sentences.forEach(({ id }, index) => {
    begins[index] = at;
    at += times[index]?.seconds ?? estimates.get(id) ?? 0;
  });
  begins[sentences.length] = at;

  const durationOf = (index: number): Seconds => (begins[index + 1] ?? at) - (begins[index] ?? at);
  const lengthOf = (index: number): number => sentences[index]?.text.length ?? 0;
  return {
    begins,
    total: at,
    isRecorded: (index) => times[index] != null,
    secondsAt: (index, offset) => {
      if (offset <= 0) return 0;
      const word = times[index]?.words.find(({ end }) => end > offset);
      if (word !== undefined) return word.from;
      return (durationOf(index) * Math.min(offset, lengthOf(index))) / Math.max(1, lengthOf(index));
    },
    offsetAt: (index, seconds) => {
      const words = times[index]?.words ?? [];
      if (words.length > 0) return words.findLast(({ from }) => from <= seconds)?.start ?? 0;
      const duration = durationOf(index);
      return duration > 0 ? Math.floor(lengthOf(index) * Math.min(1, Math.max(0, seconds / duration))) : 0;
    },
  };
}

/** The times of a book's recorded sentences, to be asked for by their ids. */
export function recordedTimes(recorded: RecordedBook): (sentence: SentenceId) => SentenceTime | null {
  const clips = new Map(recorded.clips.map((clip) => [clip[0], clip]));
  return (sentence) => {
    const clip = clips.get(sentence);
    if (clip === undefined) return null;
    const [, , begin, end, words = []] = clip;
    return { seconds: end - begin, words: words.map(([start, stop, from]) => ({ start, end: stop, from })) };
  };
}

function usable(time: SentenceTime | null): SentenceTime | null {
  return time !== null && time.seconds > 0 && Number.isFinite(time.seconds) ? time : null;
}

/** A sentence that was cut for the voice is as long as its pieces together. */
function estimate(utterances: readonly Utterance[]): Map<SentenceId, Seconds> {
  const seconds = new Map<SentenceId, Seconds>();
  for (const utterance of utterances) {
    const before = seconds.get(utterance.sentence) ?? 0;
    seconds.set(utterance.sentence, before + speechSeconds(utterance.text, 1) + pauseSeconds(utterance, 1));
  }
  return seconds;
}
