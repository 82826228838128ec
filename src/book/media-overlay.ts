/**
 * Recorded speech over a book: which stretch of which recording says which sentence. The words are EPUB's
 * (https://www.w3.org/TR/epub-33/#sec-media-overlays); a clip is one `par`. Recordings come into books and into the app by
 * this model, and its check is what holds them against the text.
 */
import type { Book, Seconds, SentenceId, TextRange } from './book.ts';

/** When a word of the sentence is said. */
export interface WordTime extends TextRange {
  /** Counted from the clip's begin. */
  readonly from: Seconds;
  readonly to: Seconds;
}

import { sentencesOf } from './walk.ts';

export interface Clip {
  readonly sentence: SentenceId;
  /** The recording, as a path within the book. */
  readonly audio: string;
  /** Counted from the recording's start. */
  readonly begin: Seconds;
  /** After `begin`. */
  readonly end: Seconds;
  /** True times only, in order; absent where the voice gave none. */
  readonly words?: readonly WordTime[];
}

/** The clips in reading order. A book may be recorded only in part. */
export interface MediaOverlay {
  readonly clips: readonly Clip[];
}

export type OverlayDiagnosticCode =
  /** The book has no such sentence. */
  | 'unknown-sentence'
  /** The sentence has a clip already. */
  | 'repeated-sentence'
  /** The clip comes after that of a later sentence. */
  | 'out-of-order'
  /** The clip's times are no stretch of time: not finite, negative, or not after one another. */
  | 'no-duration'
  /** The clip begins before an earlier clip of the same recording has ended. */
  | 'overlap'
  /** A sentence that is spoken (all but the boxes of drawings) has no clip. */
  | 'sentence-without-clip';

export interface OverlayDiagnostic {
  readonly code: OverlayDiagnosticCode;
  readonly sentence: SentenceId;
  /** The clip's place in `clips`, from 0; `null` where there is no clip. */
  readonly clip: number | null;
}

/** Everything that keeps an overlay from being the recording of just this book; empty where it is. */
export function checkOverlay(book: Book, overlay: MediaOverlay): readonly OverlayDiagnostic[] {
  const places = sentencesOf(book);
  const order = new Map(places.map(({ sentence }, index) => [sentence.id, index]));
  const found: OverlayDiagnostic[] = [];
  const seen = new Set<SentenceId>();
  const ends = new Map<string, Seconds>();
  let latest = -1;
  overlay.clips.forEach(({ sentence, audio, begin, end }, clip) => {
    const note = (code: OverlayDiagnosticCode): void => {
      found.push({ code, sentence, clip });
    };
    const place = order.get(sentence);
    if (place === undefined) note('unknown-sentence');
    else if (seen.has(sentence)) note('repeated-sentence');
    else if (place < latest) note('out-of-order');
    latest = Math.max(latest, place ?? -1);
    seen.add(sentence);
    if (!(begin >= 0 && begin < end && Number.isFinite(end))) {
      note('no-duration');
      return;
    }
    const ended = ends.get(audio) ?? 0;
    if (begin < ended) note('overlap');
    ends.set(audio, Math.max(ended, end));
  });
  for (const { sentence, role } of places) {
    if (role !== 'drawn' && !seen.has(sentence.id)) {
      found.push({ code: 'sentence-without-clip', sentence: sentence.id, clip: null });
    }
  }
  return found;
}
