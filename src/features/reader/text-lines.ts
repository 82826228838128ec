/** Which lines of a text are being read, from the boxes of its pieces: arithmetic alone, for both ways of writing. */

/**
 * A stretch across the lines, in CSS pixels from where the frame's content begins: from its top in horizontal writing, from
 * its right edge in vertical writing.
 */
export interface Band {
  readonly start: number;
  readonly end: number;
}

/** The sides of a box on the screen; a `DOMRect` has them. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Where the frame's content begins on the screen, in CSS pixels, scrolled as it is. */
export interface Origin {
  readonly vertical: boolean;
  /** Of its upper edge in horizontal writing, of its right edge in vertical writing. */
  readonly at: number;
}

/** A box of the screen across the lines. */
export function bandOfBox(box: Sides, { vertical, at }: Origin): Band {
  return vertical
    ? { start: at - box.right, end: at - box.left }
    : { start: box.top - at, end: box.bottom - at };
}

/** The lines that boxes make, in order: boxes that share more than half of the smaller one are of one line. */
export function linesOf(boxes: readonly Band[]): readonly Band[] {
  const lines: Band[] = [];
  for (const box of [...boxes].sort((a, b) => a.start - b.start)) {
    if (box.end <= box.start) continue;
    const last = lines.at(-1);
    if (last !== undefined && isOneLine(last, box)) {
      lines[lines.length - 1] = { start: last.start, end: Math.max(last.end, box.end) };
    } else lines.push(box);
  }
  return lines;
}

/** All of the lines that any of the boxes lie in; all lines where there is no box, or none that lies in one. */
export function readBand(lines: readonly Band[], boxes: readonly Band[]): Band | null {
  const touched = lines.filter((line) => boxes.some((box) => isOneLine(line, box)));
  const read = touched.length > 0 ? touched : lines;
  const [first] = read;
  const last = read.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function isOneLine(a: Band, b: Band): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > Math.min(a.end - a.start, b.end - b.start) / 2;
}
