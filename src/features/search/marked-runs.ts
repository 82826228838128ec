/** A sentence cut into what is shown marked and what isn't, with its furigana. */
import type { Sentence, TextRange, Utf16Offset } from '../../book/book.ts';
import { toRubyNotation } from '../../book/ruby-notation.ts';

export interface MarkedRun {
  /** Where it begins in the sentence's text. */
  readonly start: Utf16Offset;
  readonly marked: boolean;
  /** In ruby notation. */
  readonly text: string;
}

/**
 * The pieces in order; their bases join to the sentence's text. `ranges` are in order and may touch or overlap. A mark
 * that would cut a ruby reaches to its edges.
 */
export function markedRuns({ text, ruby }: Sentence, ranges: readonly TextRange[]): readonly MarkedRun[] {
  const runs: MarkedRun[] = [];
  const add = (start: Utf16Offset, end: Utf16Offset, marked: boolean): void => {
    if (start >= end) return;
    const inside = ruby.filter((one) => one.start >= start && one.end <= end);
    const shifted = inside.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    runs.push({ start, marked, text: toRubyNotation(text.slice(start, end), shifted) });
  };
  let at = 0;
  for (const range of ranges) {
    const touched = ruby.filter((one) => one.start < range.end && range.start < one.end);
    const start = Math.max(at, Math.min(range.start, ...touched.map((one) => one.start)));
    const end = Math.max(range.end, ...touched.map((one) => one.end));
    add(at, start, false);
    add(start, end, true);
    at = Math.max(at, end);
  }
  add(at, text.length, false);
  return runs;
}
