/** Cuts long text for speech: remote voices fall silent about fifteen seconds into an utterance. */
import type { Utf16Offset } from '../book/book.ts';

/** The most UTF-16 units that go into one utterance. */
export const CHUNK_LIMIT = 100;

/** A stretch of the text, from `start` on. */
export interface Chunk {
  readonly start: Utf16Offset;
  readonly text: string;
}

/** True where there is something to pronounce: a letter or a number of any script. */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * The text in pieces of about equal length, none over {@link CHUNK_LIMIT}, which join to the text. Cuts fall after a
 * mark where there is one in reach, else between words, never within a character. Every piece can be pronounced if
 * the text can.
 */
export function chunksOf(text: string, language = 'ja'): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  while (text.length - start > CHUNK_LIMIT) {
    const size = cutOf(text.slice(start), language);
    chunks.push({ start, text: text.slice(start, start + size) });
    start += size;
  }
  chunks.push({ start, text: text.slice(start) });
  return chunks.every((chunk) => isSpeakable(chunk.text)) ? chunks : withoutMuteChunks(chunks);
}

/** Where to cut a text that is too long: from 1 to {@link CHUNK_LIMIT}. */
function cutOf(text: string, language: string): number {
  const target = Math.ceil(text.length / Math.ceil(text.length / CHUNK_LIMIT));
  const longest = Math.min(CHUNK_LIMIT, Math.floor(target * 1.5));
  let best = 0;
  for (const mark of text.slice(0, longest).matchAll(/[。！？!?、，；;：:]+[」』）)]*/gu)) {
    const cut = mark.index + mark[0].length;
    if (cut >= target / 2 && Math.abs(cut - target) < Math.abs(best - target)) best = cut;
  }
  return best > 0 ? best : wordCut(text, target, language);
}

function wordCut(text: string, target: number, language: string): number {
  let cut = 0;
  if (typeof Intl.Segmenter === 'function') {
    const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text.slice(0, CHUNK_LIMIT));
    for (const word of words) if (word.index <= target) cut = word.index;
  }
  if (cut > 0) return cut;
  const code = text.codePointAt(target - 1) ?? 0;
  return code > 0xffff ? target - 1 : target;
}

/** Joins pieces that hold only marks to the piece before, or to the one after at the start. */
function withoutMuteChunks(chunks: readonly Chunk[]): readonly Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const before = joined.at(-1);
    if (before !== undefined && !(isSpeakable(chunk.text) && isSpeakable(before.text))) {
      joined[joined.length - 1] = { start: before.start, text: before.text + chunk.text };
    } else joined.push(chunk);
  }
  return joined;
}
