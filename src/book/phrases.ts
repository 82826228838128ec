/** Phrases (文節) as a sentence keeps them: by their lengths, which repeat and so weigh little in a stored book. */
import type { Sentence, Utf16Offset } from './book.ts';

/** Where each phrase but the first begins; empty where phrases haven't been worked out. */
export function phraseStarts({ phrases = [] }: Sentence): readonly Utf16Offset[] {
  let at = 0;
  return phrases.map((length) => {
    at += length;
    return at;
  });
}

/** What a sentence keeps for phrases that begin at these offsets; the first phrase's 0 isn't among them. */
export function phraseLengths(starts: readonly Utf16Offset[]): number[] {
  return starts.map((start, index) => start - (starts[index - 1] ?? 0));
}
