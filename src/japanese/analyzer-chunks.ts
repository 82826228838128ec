/** Cuts a text for an analyzer whose time grows with the square of what it is given at once. */
import type { TextRange } from '../book/book.ts';

/** Long enough for any clause, short enough that the square stays small. */
const LONGEST = 120;
/** From here on a lesser boundary is taken. */
const COMFORTABLE = 60;

const CLAUSE_END = /[、。，．！？!?\n\u3000]/u;

/**
 * Ranges that cover the text without gaps. A range ends after a clause; a longer clause is cut where a word most
 * likely begins (kanji after hiragana), and by force after `LONGEST` code units. No range ends within a surrogate pair.
 */
export function cutForAnalyzer(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const length = at + 1 - start;
    const cut =
      CLAUSE_END.test(text.charAt(at)) ||
      (length >= COMFORTABLE && wordBegins(text, at + 1)) ||
      (length >= LONGEST && !splitsPair(text, at + 1));
    if (!cut) continue;
    ranges.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges;
}

function wordBegins(text: string, at: number): boolean {
  return /[はがをにでと]/u.test(text.charAt(at - 1)) && /[\u4e00-\u9fff]/u.test(text.charAt(at));
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
