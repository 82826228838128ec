/** CSS `unicode-range` (CSS Fonts 4, 11.5) as text and as ranges of code points. */

/** Code points from `first` to `last`, both included. */
export interface CodePoints {
  readonly first: number;
  readonly last: number;
}

/** The ranges of a value such as `U+26, U+3040-309F, U+4??`. @throws {SyntaxError} on anything else */
export function parseUnicodeRange(value: string): CodePoints[] {
  return value.split(',').map((part) => {
    const match = /^u\+([0-9a-f]+)(\?*)(?:-([0-9a-f]+))?$/i.exec(part.trim());
    if (match === null) throw new SyntaxError(`not a unicode-range: ${part.trim()}`);
    const [, start = '', wild = '', end] = match;
    const first = Number.parseInt(start + '0'.repeat(wild.length), 16);
    return { first, last: Number.parseInt(end ?? start + 'F'.repeat(wild.length), 16) };
  });
}

/** The shortest way to write the ranges, in their order. */
export function serializeUnicodeRange(ranges: readonly CodePoints[]): string {
  const hex = (point: number): string => point.toString(16);
  return ranges
    .map(({ first, last }) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',');
}

/** The ranges without the code points of `taken`; in ascending order within each range. */
export function subtractCodePoints(ranges: readonly CodePoints[], taken: ReadonlySet<number>): CodePoints[] {
  return ranges.flatMap(({ first, last }) => {
    const rest: CodePoints[] = [];
    let start = first;
    for (let point = first; point <= last + 1; point += 1) {
      if (point <= last && !taken.has(point)) continue;
      if (start < point) rest.push({ first: start, last: point - 1 });
      start = point + 1;
    }
    return rest;
  });
}
