/** An utterance that is begun in its middle. */
import type { Seconds, Utf16Offset } from '../book/book.ts';
import { isSpeakable } from './chunks.ts';
import type { Utterance } from './voice.ts';

/** Where in a sentence to begin. With nothing given: at its start. */
export interface Spot {
  /** In the sentence's text. */
  readonly offset?: Utf16Offset;
  /** Into the sentence's recording; goes before `offset` where a recorded voice speaks. */
  readonly seconds?: Seconds;
}

/**
 * The utterance from `spot` on. A reading or a number in words is one place: within it, it is said whole. Where nothing to
 * say would be left, it is the whole utterance.
 */
export function spokenFrom(utterance: Utterance, { offset = 0, seconds }: Spot): Utterance {
  const timed = seconds !== undefined && seconds > 0 ? { ...utterance, seconds } : utterance;
  let at = 0;
  for (let next = 1; next <= utterance.text.length && utterance.map(next) <= offset; next++) {
    if (utterance.map(next) > utterance.map(at)) at = next;
  }
  const text = utterance.text.slice(at);
  if (at === 0 || !isSpeakable(text)) return timed;
  return { ...timed, text, start: utterance.map(at), map: (place) => utterance.map(at + place) };
}
