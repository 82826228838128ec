/** From where a voice says it is to what is marked on the screen. */
import type { TextRange, Utf16Offset } from '../book/book.ts';
import type { Utterance } from './voice.ts';

/**
 * The range of the sentence's text that the voice has begun to say, or `null` where the voice's position makes no
 * sense or stands for nothing on the screen; then only the sentence is marked. `length` 0 means that the voice knows
 * the word's start alone: then the word is as long as it is in the language. A range in the middle of a reading is
 * widened to the whole base.
 */
export function spokenRange(utterance: Utterance, offset: Utf16Offset, length: number): TextRange | null {
  const size = utterance.text.length;
  if (!Number.isInteger(offset) || offset < 0 || offset >= size) return null;
  const said = length > 0 ? length : wordLength(utterance, offset);
  if (said === 0) return null;
  const start = utterance.map(offset);
  let last = Math.min(size, offset + said);
  while (utterance.map(last) <= start && last < size) last++;
  const end = utterance.map(last);
  return end > start ? { start, end } : null;
}

function wordLength(utterance: Utterance, offset: Utf16Offset): number {
  // Absent from some browsers that are still in use.
  if (typeof Intl.Segmenter !== 'function') return 0;
  const segments = new Intl.Segmenter(utterance.language, { granularity: 'word' }).segment(utterance.text);
  const word = segments.containing(offset);
  return word === undefined ? 0 : word.index + word.segment.length - offset;
}
