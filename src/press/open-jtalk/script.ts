/** A sentence as Open JTalk is given it: in words, full-width, with keys in the place of words whose reading is decided. */
import type { Ruby, Sentence, Utf16Offset } from '../../book/book.ts';
import { OLD_FORMS } from '../../japanese/character-folds.ts';
import { speechText } from '../../japanese/speech-text.ts';
import { chunksOf, isSpeakable } from '../../narration/chunks.ts';

/** A stretch of the sentence that is spoken by an entry of its own in the dictionary. */
export interface Substitution {
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
  /** The stretch as it is written. */
  readonly surface: string;
  /** In hiragana. */
  readonly reading: string;
}

/** One line for the engine. */
export interface ScriptLine {
  readonly text: string;
  /** Where each code unit of `text` came from in the sentence, and one more for its end. */
  readonly offsets: readonly Utf16Offset[];
  /** Silence after the line where the sentence was cut at a mark; the engine makes its own within a line. */
  readonly cutAtMark: boolean;
}

/** The character that stands for a substitution: one of Unicode's private use area. */
export type KeyOf = (substitution: Substitution) => string;

/** Any of the characters that may stand for a substitution. */
const KEY = /[\ue000-\uf8ff]/u;

/** Signs of somebody's own font would be taken for keys; nobody knows how they are read. */
function withoutKeys(text: string): string {
  return text.replace(new RegExp(KEY, 'gu'), '\u3000');
}

/** The lines of one sentence in order; none where there is nothing to pronounce. */
export function scriptOf(
  sentence: Sentence,
  substitutions: readonly Substitution[],
  keyOf: KeyOf,
): readonly ScriptLine[] {
  const ruby: readonly Ruby[] = substitutions.map((one) => ({
    start: one.start,
    end: one.end,
    reading: keyOf(one),
    // What the reader decided is always said.
    origin: 'reader',
    confidence: 1,
  }));
  const { text, map } = speechText({ ...sentence, text: withoutKeys(sentence.text), ruby });
  if (!isSpeakable(text) && substitutions.length === 0) return [];
  const given = forEngine(text);
  const chunks = chunksOf(given.text);
  return chunks
    .filter((chunk) => isSpeakable(chunk.text) || KEY.test(chunk.text))
    .map((chunk, index) => ({
      text: chunk.text,
      offsets: Array.from({ length: chunk.text.length + 1 }, (_, at) =>
        map(given.offsets[chunk.start + at] ?? text.length),
      ),
      cutAtMark: index < chunks.length - 1 && /[。！？、，；：」』）]$/u.test(chunk.text),
    }));
}

/**
 * Full-width, as the engine would make it itself, so that its words can be found again: half-width kana composed, control
 * characters as spaces, and nothing beyond the basic plane, which it can't say.
 */
function forEngine(source: string): { readonly text: string; readonly offsets: readonly number[] } {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const char of source) {
    const said = charForEngine(char);
    if (said === VOICED || said === HALF_VOICED) {
      text = text.slice(0, -1) + (text.slice(-1) + said).normalize('NFC');
      while (offsets.length > text.length) offsets.pop();
      if (offsets.length < text.length) offsets.push(at);
    } else {
      text += said;
      for (let index = 0; index < said.length; index++) offsets.push(at);
    }
    at += char.length;
  }
  offsets.push(source.length);
  return { text, offsets };
}

const VOICED = '\u3099';
const HALF_VOICED = '\u309a';

function charForEngine(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return '\u3000';
  if (code < 0x7f) return String.fromCharCode(code + 0xfee0);
  if (code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return '\u3000';
  if ((code >= 0xff61 && code <= 0xff9f) || code === 0x3099 || code === 0x309a) return char.normalize('NFKC');
  // The engine says nothing for 德.
  return OLD_FORMS.get(char) ?? char;
}
