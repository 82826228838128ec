/**
 * Folds for search: hiragana and katakana, full and half width, capital and small letters are the same, and what is
 * found by its reading is found as it is written. Light: only the readings that are there.
 */
import type { Sentence, TextRange, Utf16Offset } from '../book/book.ts';
import { toHiragana } from './kana.ts';

/** A folded text with the way back to the sentence's text. */
export interface SearchKey {
  readonly text: string;
  /** For each code unit of `text`, the range of the sentence's text that it stands for. */
  readonly ranges: readonly TextRange[];
}

export interface SearchKeys {
  /** The text as it is written. */
  readonly base: SearchKey;
  /** The text as it is read: each ruby in the place of its base. */
  readonly reading: SearchKey;
}

/** What a search compares: NFKC, lower case, hiragana, without blanks. */
export function foldForSearch(text: string): string {
  return toHiragana(text.normalize('NFKC').toLowerCase()).replace(/\s/gu, '');
}

export function searchKeys(sentence: Sentence): SearchKeys {
  return { base: keyOf(sentence, false), reading: keyOf(sentence, true) };
}

/** All places of the sentence where the query stands, by writing or by reading, sorted and without doubles. */
export function findInSentence(keys: SearchKeys, query: string): readonly TextRange[] {
  const needle = foldForSearch(query);
  if (needle === '') return [];
  const found = [...occurrences(keys.base, needle), ...occurrences(keys.reading, needle)];
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  return found.filter((range, index) => {
    const before = found[index - 1];
    return (
      before === undefined ||
      range.start >= before.end ||
      (range.end > before.end && range.start > before.start)
    );
  });
}

function occurrences(key: SearchKey, needle: string): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let at = key.text.indexOf(needle); at >= 0; at = key.text.indexOf(needle, at + needle.length)) {
    const first = key.ranges[at];
    const last = key.ranges[at + needle.length - 1];
    if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end });
  }
  return found;
}

function keyOf(sentence: Sentence, read: boolean): SearchKey {
  let text = '';
  const ranges: TextRange[] = [];
  const add = (folded: string, start: Utf16Offset, end: Utf16Offset): void => {
    text += folded;
    for (let index = 0; index < folded.length; index++) ranges.push({ start, end });
  };
  const rubies = new Map(read ? sentence.ruby.map((ruby) => [ruby.start, ruby] as const) : []);
  let at = 0;
  while (at < sentence.text.length) {
    const ruby = rubies.get(at);
    const end = ruby?.end ?? endOfCharacter(sentence.text, at);
    add(foldForSearch(ruby?.reading ?? sentence.text.slice(at, end)), at, end);
    at = end;
  }
  return { text, ranges };
}

/** A character with the marks that fold into it: a surrogate pair, a kana with its voicing mark. */
function endOfCharacter(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  const end = at + (code > 0xffff ? 2 : 1);
  return /^[\u3099\u309aﾞﾟ]/u.test(text.charAt(end)) ? end + 1 : end;
}
