/** A bundled book's recorded voice, on the page's one audio element. Fetched apart: it isn't needed before the book is. */
import type { Book, Seconds, SentenceId } from '../book/book.ts';
import { sentencesOf } from '../book/walk.ts';
import type { Clock } from '../narration/clock.ts';
import type { Recording } from '../narration/narrator.ts';
import type { RecordedBook } from '../narration/recorded-book.ts';
import { createRecordedVoice, type RecordedVoice } from '../platform/audio/recorded-voice.ts';
import type { SoundElement } from '../platform/audio/sound-element.ts';
import { loadRecording } from './load-recording.ts';

export interface OpenedRecording extends Recording {
  readonly voice: RecordedVoice;
  readonly recorded: RecordedBook;
  /** From a sentence's begin to the end of the book, at the voice's own speed; `null` where it isn't recorded. */
  readonly secondsFrom: (sentence: SentenceId) => Seconds | null;
}

interface OpenRecordingOptions {
  readonly id: string;
  readonly element: SoundElement;
  readonly clock: Clock;
  /** The book as its reader has it read now. */
  readonly book: () => Book | null;
  readonly onPausedElsewhere: () => void;
}

/** `null` where the recording can't be had now. Never rejects. */
export async function openRecording(options: OpenRecordingOptions): Promise<OpenedRecording | null> {
  const recorded = await loadRecording(options.id);
  if (recorded === null) return null;
  const voice = createRecordedVoice({ ...options, book: recorded });
  const left = new Map<SentenceId, Seconds>();
  let after = 0;
  for (const [sentence, , begin, end] of [...recorded.clips].reverse()) {
    after += end - begin;
    left.set(sentence, after);
  }
  let corrected: { readonly of: Book | null; readonly sentences: ReadonlySet<SentenceId> } | null = null;
  return {
    voice,
    recorded,
    secondsFrom: (sentence) => left.get(sentence) ?? null,
    knows: ({ sentence }) => {
      if (!voice.has(sentence)) return 'not';
      const of = options.book();
      if (corrected?.of !== of) corrected = { of, sentences: correctedSentences(of) };
      // A recording can't say what the reader has corrected.
      return corrected.sentences.has(sentence) ? 'otherwise' : 'same';
    },
  };
}

function correctedSentences(book: Book | null): ReadonlySet<SentenceId> {
  const found = new Set<SentenceId>();
  for (const { sentence } of book === null ? [] : sentencesOf(book)) {
    if (sentence.ruby.some(({ origin }) => origin === 'reader')) found.add(sentence.id);
  }
  return found;
}
