/** Steps over a list of utterances by sentence: a long sentence has several utterances, and a press means the sentence. */
import type { SentenceId } from '../book/book.ts';
import type { Utterance } from './voice.ts';

/** The first utterance of a sentence, or -1 where it is not spoken. */
export function indexOfSentence(utterances: readonly Utterance[], sentence: SentenceId): number {
  return utterances.findIndex((utterance) => utterance.sentence === sentence);
}

/** The first utterance of the sentence that the utterance at `index` belongs to. */
export function sentenceStart(utterances: readonly Utterance[], index: number): number {
  let at = index;
  while (at > 0 && utterances[at - 1]?.sentence === utterances[at]?.sentence) at--;
  return at;
}

/** The last utterance of the sentence that the utterance at `index` belongs to. */
export function sentenceEnd(utterances: readonly Utterance[], index: number): number {
  const next = nextStart(utterances, index);
  return next === -1 ? utterances.length - 1 : next - 1;
}

/** The first utterance of the next sentence, or -1 at the last one. */
export function nextStart(utterances: readonly Utterance[], index: number): number {
  let at = index + 1;
  while (at < utterances.length && utterances[at]?.sentence === utterances[index]?.sentence) at++;
  return at < utterances.length ? at : -1;
}

/** The first utterance of the sentence before; the first of all at the first sentence. */
export function previousStart(utterances: readonly Utterance[], index: number): number {
  return sentenceStart(utterances, Math.max(0, sentenceStart(utterances, index) - 1));
}

/**
 * Where the place `index` in `before` is in `after`: at the same sentence, or where that is gone at the next one that
 * both have, else at the one before, else at the beginning. A piece of a long sentence stays the same piece only if
 * its text does.
 */
export function carriedIndex(
  before: readonly Utterance[],
  index: number,
  after: readonly Utterance[],
): number {
  const starts = new Map<SentenceId, number>();
  after.forEach(({ sentence }, at) => {
    if (!starts.has(sentence)) starts.set(sentence, at);
  });
  const here = before[index];
  if (here !== undefined) {
    const same = starts.get(here.sentence);
    if (same !== undefined) {
      const piece = same + index - sentenceStart(before, index);
      return isSame(after[piece], here) ? piece : same;
    }
  }
  const found = [...before.slice(index), ...before.slice(0, index).reverse()].find((one) =>
    starts.has(one.sentence),
  );
  return found === undefined ? 0 : (starts.get(found.sentence) ?? 0);
}

/** True where two utterances would sound the same and stand for the same sentence. */
export function isSame(one: Utterance | undefined, other: Utterance | undefined): boolean {
  return (
    one !== undefined &&
    one.sentence === other?.sentence &&
    one.text === other.text &&
    one.language === other.language
  );
}
