/**
 * Phrases on the screen (分かち書き). The spaces are not text: where a phrase begins stands an empty `<span class="p">`, and
 * the styles draw a space in it, so that copies, search and screen readers get the sentence as it is. Where a line could
 * still be broken inside a phrase stands an empty `<span class="j">`, which the styles fill with a word joiner. For
 * `word-break: keep-all` holds letters together, but not what stands beside signs and ruby: 「協働」|の, 支え|合い.
 */
import type { Sentence, Utf16Offset } from '../../book/book.ts';
import { phraseStarts } from '../../book/phrases.ts';

const PHRASE = '<span class="p"></span>';
const JOINT = '<span class="j"></span>';

/** Gives what stands before the character at an offset, once; then nothing. */
export type TakeMarker = (offset: Utf16Offset) => string;

export const noMarkers: TakeMarker = () => '';

/** The markers of a sentence; none where its phrases haven't been worked out. */
export function phraseMarkers(sentence: Sentence): TakeMarker {
  if (sentence.phrases === undefined) return noMarkers;
  const markers = new Map<Utf16Offset, string>();
  for (const offset of jointsOf(sentence)) markers.set(offset, JOINT);
  for (const offset of phraseStarts(sentence))
    if (!isBesideSpace(sentence.text, offset)) markers.set(offset, PHRASE);
  return (offset) => {
    const marker = markers.get(offset) ?? '';
    if (marker !== '') markers.delete(offset);
    return marker;
  };
}

/** Where the text has a space already, that is the phrase's: beside another it would be left out, and out of copies too. */
function isBesideSpace(text: string, offset: Utf16Offset): boolean {
  return SPACE.test(text.charAt(offset - 1)) || SPACE.test(text.charAt(offset));
}

const SPACE = /\s/u;
const WORD = /^[\p{L}\p{N}\p{M}]/u;
/** No line begins with these, and none ends with those, whatever the styles say. */
const NEVER_FIRST = /[、。，．！？：；）」』】〕］｝〉》”’!?,.:;)\]}ー々ゝヽ・]/u;
const NEVER_LAST = /[（「『【〔［｛〈《“‘([{]/u;

/** The places beside signs, and those at which a ruby begins or ends. */
function jointsOf({ text, ruby }: Sentence): readonly Utf16Offset[] {
  const joints: Utf16Offset[] = ruby.flatMap(({ start, end }) => [start, end]);
  let at = 0;
  let before = '';
  for (const character of text) {
    if (!(WORD.test(before) && WORD.test(character))) joints.push(at);
    before = character;
    at += character.length;
  }
  return joints.filter(
    (offset) =>
      offset > 0 &&
      offset < text.length &&
      !isBesideSpace(text, offset) &&
      !NEVER_FIRST.test(text.charAt(offset)) &&
      !NEVER_LAST.test(text.charAt(offset - 1)),
  );
}
