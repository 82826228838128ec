/** Finds in a text file what its author meant: paragraphs, lines that only wrap, and what is surely a heading. */

export interface TextParagraph {
  /** Its lines, with their white space at the ends cut off. Never empty. */
  readonly lines: readonly string[];
  /** The level of the heading that it is; `null` for plain text. */
  readonly heading: number | null;
}

const LONGEST_HEADING = 40;

/** What a heading begins with, and its level: parts, chapters, sections, squares, numbers. */
const HEADINGS: readonly { readonly pattern: RegExp; readonly level: number }[] = [
  { pattern: /^第[0-9０-９一二三四五六七八九十百]+[部編](?:[\s　:：]|$)/u, level: 1 },
  { pattern: /^第[0-9０-９一二三四五六七八九十百]+章(?:[\s　:：]|$)/u, level: 2 },
  { pattern: /^第[0-9０-９一二三四五六七八九十百]+節(?:[\s　:：]|$)/u, level: 3 },
  { pattern: /^■/u, level: 4 },
];

const NUMBERED = /^[0-9０-９]{1,2}[.．][\s　]*[^\s　0-9０-９]/u;
const NUMBERED_LEVEL = 5;

/** Lines narrower than this (in columns; a full-width character takes two) aren't wrapped by a program. */
const NARROWEST_WRAP = 40;
/** In lines wider than this every line break was typed. */
const WIDEST_WRAP = 120;
/** How much shorter than the widest a wrapped line may be: a long word, or a bracket that may not end a line. */
const RAGGED = 6;

/**
 * Paragraphs end at blank lines, and before a line that is indented by a full-width space.
 * A heading stands alone between blank lines (or at the start), is at most 40 characters long, doesn't end like a
 * sentence, and begins with 第N部, 第N編, 第N章, 第N節 or ■; or with a number and a point (`1.`), but then only where
 * text follows, not the next number: else it is a list.
 */
export function splitParagraphs(text: string): TextParagraph[] {
  const paragraphs = text
    .split(/\n(?:[^\S\n]*\n)+/u)
    .flatMap((part) => part.split(/\n(?=　)/u).map((lines, _, all) => ({ lines, alone: all.length === 1 })))
    .map(({ lines, alone }) => ({ lines: lines.split('\n').map((line) => line.trim()), alone }))
    .map(({ lines, alone }) => ({ lines: lines.filter((line) => line !== ''), alone }))
    .filter(({ lines }) => lines.length > 0);
  return paragraphs.map(({ lines, alone }, index) => {
    const follower = paragraphs[index + 1]?.lines[0] ?? null;
    return { lines, heading: alone && lines.length === 1 ? headingLevel(lines[0] ?? '', follower) : null };
  });
}

function headingLevel(line: string, follower: string | null): number | null {
  if (line.length > LONGEST_HEADING || /[。．.、，,！？!?]$/u.test(line)) return null;
  const named = HEADINGS.find(({ pattern }) => pattern.test(line));
  if (named) return named.level;
  return NUMBERED.test(line) && follower !== null && !NUMBERED.test(follower) ? NUMBERED_LEVEL : null;
}

/**
 * For each line whether the break after it only wraps: the line is about as wide as the paragraph's widest, as a
 * mail program leaves it, or it ends with a comma. All other breaks were typed and are kept: addresses, verses.
 */
export function wrapsAfter(lines: readonly string[]): boolean[] {
  const widths = lines.map(columnsOf);
  const widest = Math.max(...widths);
  const byProgram = widest >= NARROWEST_WRAP && widest <= WIDEST_WRAP;
  return lines.map((line, index) => {
    return /[、，,]$/u.test(line) || (byProgram && (widths[index] ?? 0) >= widest - RAGGED);
  });
}

function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line) columns += (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
  return columns;
}
