/** A sentence cut into what is shown marked and what isn't, with its furigana. */
import type { Sentence, TextRange } from '../../book/book.ts';

export type Run = { readonly text: string } | { readonly base: string; readonly reading: string };

export interface MarkedRuns {
  readonly marked: boolean;
  readonly runs: readonly Run[];
}

/** The pieces in order; their bases join to the sentence's text. A mark that would cut a ruby reaches to its edges. */
export function markedRuns(sentence: Sentence, ranges: readonly TextRange[]): readonly MarkedRuns[] {
  const { text, ruby } = sentence;
  const pieces: { marked: boolean; runs: Run[] }[] = [];
  const add = (marked: boolean, run: Run): void => {
    const last = pieces.at(-1);
    if (last?.marked === marked) last.runs.push(run);
    else pieces.push({ marked, runs: [run] });
  };
  /** Text without ruby, cut where marks begin and end. */
  const addPlain = (start: number, end: number): void => {
    let at = start;
    for (const range of ranges) {
      const from = Math.max(range.start, at);
      const to = Math.min(range.end, end);
      if (from >= to) continue;
      if (from > at) add(false, { text: text.slice(at, from) });
      add(true, { text: text.slice(from, to) });
      at = to;
    }
    if (at < end) add(false, { text: text.slice(at, end) });
  };
  let at = 0;
  for (const one of ruby) {
    addPlain(at, one.start);
    const marked = ranges.some((range) => range.start < one.end && one.start < range.end);
    add(marked, { base: text.slice(one.start, one.end), reading: one.reading });
    at = one.end;
  }
  addPlain(at, text.length);
  return pieces;
}
