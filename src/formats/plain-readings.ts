/** A sentence's text where a format has no ruby: with the readings in parentheses, or without them. */
import type { Ruby, Sentence } from '../book/book.ts';

/** What becomes of readings where there is no ruby. */
export type PlainReadings = 'parentheses' | 'none';

/** 協働（きょうどう） or 協働. The readings of words that stand side by side stay apart. */
export function plainText({ text, ruby }: Sentence, readings: PlainReadings): string {
  if (readings === 'none') return text;
  let plain = '';
  let at = 0;
  for (const one of ruby) {
    plain += text.slice(at, one.end) + inParentheses(one);
    at = one.end;
  }
  return plain + text.slice(at);
}

function inParentheses({ reading }: Ruby): string {
  return `（${reading}）`;
}
