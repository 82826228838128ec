/**
 * The notation in which authors and the interface's own texts write a reading: `{協働|きょうどう}`.
 * One notation for plans, lexicon notes and locales, so that whoever can mend one can mend all.
 */

export type NotationRun = { readonly text: string } | { readonly base: string; readonly reading: string };

const NOTATION = /\{([^{|}]+)\|([^{|}]+)\}/gu;

/** The runs of a text in ruby notation, in order. Braces that don't form a pair with one bar stay as they are. */
export function parseRubyNotation(source: string): readonly NotationRun[] {
  const runs: NotationRun[] = [];
  let end = 0;
  for (const match of source.matchAll(NOTATION)) {
    const [whole, base, reading] = match;
    if (base === undefined || reading === undefined) continue;
    if (match.index > end) runs.push({ text: source.slice(end, match.index) });
    runs.push({ base, reading });
    end = match.index + whole.length;
  }
  if (end < source.length) runs.push({ text: source.slice(end) });
  return runs;
}

/** The base text alone: what an accessible name, a title or a search sees. */
export function baseOfNotation(source: string): string {
  return source.replace(NOTATION, '$1');
}

/** The text with every base replaced by its reading: what is spoken or sorted by. */
export function readingOfNotation(source: string): string {
  return source.replace(NOTATION, '$2');
}

/** A text with ruby ranges, written in the notation; `ruby` is sorted and disjoint, as a sentence's is. */
export function toRubyNotation(
  text: string,
  ruby: readonly { readonly start: number; readonly end: number; readonly reading: string }[],
): string {
  let notation = '';
  let end = 0;
  for (const span of ruby) {
    notation += `${text.slice(end, span.start)}{${text.slice(span.start, span.end)}|${span.reading}}`;
    end = span.end;
  }
  return notation + text.slice(end);
}
