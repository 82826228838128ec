/** A paragraph's text with what is said about it, before it is cut into sentences. Every reader of a format makes these. */
import type { Mark, TextRange } from '../book/book.ts';
import { gapBetween } from '../book/text.ts';

/** An author's ruby over a range of the run's text. */
export interface RunRuby extends TextRange {
  readonly reading: string;
}

export interface InlineRun {
  /** Line breaks that were meant are `\n`; those that only wrap the source's lines are gone. */
  readonly text: string;
  /** Sorted by start, outer before inner; they nest. */
  readonly marks: readonly Mark[];
  /** Sorted, disjoint. */
  readonly ruby: readonly RunRuby[];
}

/** A mark without its range. */
export type MarkKind =
  | { readonly type: 'emphasis' | 'strong' | 'code' }
  | { readonly type: 'link'; readonly href: string };

export interface RunBuilder {
  /** Adds text in which a line break only wraps the source's lines. */
  readonly text: (value: string) => void;
  /** Adds text in which line breaks and spaces are meant. */
  readonly verbatim: (value: string) => void;
  readonly ruby: (base: string, reading: string) => void;
  /** Everything that `inside` adds gets the mark. */
  readonly mark: (kind: MarkKind, inside: () => void) => void;
  readonly finish: () => InlineRun;
}

/** Collects a run from left to right. */
export function createRun(): RunBuilder {
  let text = '';
  let wrapped = false;
  const marks: Mark[] = [];
  const ruby: RunRuby[] = [];

  const add = (value: string): void => {
    if (value === '') return;
    if (wrapped) text += gapBetween(text, value);
    wrapped = false;
    text += value;
  };

  return {
    text: (value) => {
      value.split(/[ \t]*\n[ \t]*/u).forEach((line, index) => {
        if (index > 0) wrapped = true;
        add(line);
      });
    },
    verbatim: add,
    ruby: (base, reading) => {
      add(base);
      if (base !== '' && reading !== '' && reading !== base) {
        ruby.push({ start: text.length - base.length, end: text.length, reading });
      }
    },
    mark: (kind, inside) => {
      // The place is kept before the inner marks', so that of two equal ranges the outer stays first.
      const place = marks.length;
      const start = text.length;
      marks.push({ ...kind, start, end: start });
      inside();
      marks[place] = { ...kind, start, end: text.length };
    },
    finish: () => ({ text, marks: marks.flatMap((mark) => trimmed(mark, text)).sort(byRange), ruby }),
  };
}

/** A run that is text and nothing else; its line breaks are meant. */
export function plainRun(text: string): InlineRun {
  return { text, marks: [], ruby: [] };
}

/** Sorts by start, then the longer first, as `Sentence.marks` are. */
function byRange(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}

function trimmed(mark: Mark, text: string): Mark[] {
  let { start, end } = mark;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (start < end && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? [{ ...mark, start, end }] : [];
}
