/** From a run of text to sentences: cut, trimmed, named. */
import type { Ruby, Sentence, TextRange } from '../book/book.ts';
import { gapBetween } from '../book/text.ts';
import { splitSentences } from '../japanese/segment.ts';
import type { InlineRun } from './inline-run.ts';

/** Cuts a text into sentences; the ranges cover it without gaps. */
export type Split = (text: string) => readonly TextRange[];

/**
 * The sentences of a run. White space around each is left out, but for what stands between it and the next: one `\n`
 * where the author broke the line, else one space where neither side is Japanese; it ends the sentence before. So the
 * texts, one after the other, are the run's text, save for spaces that Japanese doesn't need.
 * A ruby's base is text like any other, but is never cut: where a sentence would end inside one, it goes on.
 *
 * @param idOf names a sentence by its text; asked once for each sentence, in order
 */
export function createSentences(
  run: InlineRun,
  idOf: (text: string) => string,
  split: Split = splitSentences,
): Sentence[] {
  const ranges = keepRubyWhole(split(run.text), run.ruby).flatMap((range) => trim(run.text, range));
  const ruby = dealOut(run.ruby, ranges);
  const marks = dealOut(run.marks, ranges);
  return ranges.map((range, index) => {
    const text = run.text.slice(range.start, range.end) + spaceAfter(run.text, range, ranges[index + 1]);
    return {
      id: idOf(text),
      text,
      ruby: (ruby[index] ?? []).map(byAuthor),
      marks: marks[index] ?? [],
      words: [],
    };
  });
}

/**
 * Text whose line breaks and spaces are all kept: one sentence for each line, its line break at its end. Blank lines
 * belong to the line before them, or to the first where they come first. Joined, the texts are the text.
 */
export function createLines(text: string, idOf: (text: string) => string): Sentence[] {
  const lines: string[] = [];
  for (const line of text.split(/(?<=\n)/u)) {
    const last = lines.at(-1);
    if (last !== undefined && (line.trim() === '' || last.trim() === ''))
      lines[lines.length - 1] = last + line;
    else lines.push(line);
  }
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => ({ id: idOf(line), text: line, ruby: [], marks: [], words: [] }));
}

function spaceAfter(text: string, range: TextRange, next: TextRange | undefined): '' | ' ' | '\n' {
  if (next === undefined || next.start === range.end) return '';
  if (text.slice(range.end, next.start).includes('\n')) return '\n';
  return gapBetween(text.slice(range.start, range.end), text.slice(next.start, next.end));
}

function keepRubyWhole(ranges: readonly TextRange[], ruby: readonly TextRange[]): TextRange[] {
  const whole: TextRange[] = [];
  let next = 0;
  for (const range of ranges) {
    while ((ruby[next]?.end ?? Number.POSITIVE_INFINITY) <= range.start) next++;
    const last = whole.at(-1);
    if (last && (ruby[next]?.start ?? range.start) < range.start) {
      whole[whole.length - 1] = { start: last.start, end: range.end };
    } else whole.push(range);
  }
  return whole;
}

function trim(text: string, range: TextRange): TextRange[] {
  let { start, end } = range;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (start < end && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? [{ start, end }] : [];
}

/** For each stretch of the text the parts of `items` in it, counted from its start. In one pass: both are sorted. */
function dealOut<T extends TextRange>(items: readonly T[], stretches: readonly TextRange[]): T[][] {
  let open: T[] = [];
  let next = 0;
  return stretches.map((stretch) => {
    for (let item = items[next]; item && item.start < stretch.end; item = items[++next]) open.push(item);
    const parts = open.flatMap((item) => cut(item, stretch));
    open = open.filter((item) => item.end > stretch.end);
    return parts;
  });
}

function cut<T extends TextRange>(range: T, bounds: TextRange): T[] {
  const start = Math.max(range.start, bounds.start) - bounds.start;
  const end = Math.min(range.end, bounds.end) - bounds.start;
  return start < end ? [{ ...range, start, end }] : [];
}

function byAuthor(ruby: TextRange & { readonly reading: string }): Ruby {
  return { start: ruby.start, end: ruby.end, reading: ruby.reading, origin: 'author', confidence: 1 };
}
