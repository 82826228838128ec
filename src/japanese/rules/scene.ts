/** A place in a text with its words, for whoever looks for a number there. */
import type { NumberReading, Piece } from '../pieces.ts';
import type { WrittenNumber } from './written-number.ts';

export interface Scene {
  /** Normalised. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The piece that holds the place; everything looked for lies in it or behind it. */
  readonly index: number;
}

/** A number with its counter. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly number: NumberReading;
}

/** The index of the first piece from the scene's on that ends at `at` or behind it. */
function pieceEndingFrom({ pieces, index }: Scene, at: number): number {
  let low = index;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? at) >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether one of the analyzer's words ends at `at`. */
export function endsWord(scene: Scene, at: number): boolean {
  return scene.pieces[pieceEndingFrom(scene, at)]?.end === at;
}

/** The piece that begins at `at`, or `null`. */
export function pieceAt(scene: Scene, at: number): Piece | null {
  const piece = scene.pieces[pieceEndingFrom(scene, at + 1)];
  return piece?.start === at ? piece : null;
}

/** A number without a counter. */
export function plainNumber(start: number, written: WrittenNumber, digits: boolean): FoundNumber {
  return whole(start, written.end, written.reading, { digits });
}

/** A stretch that is read as one, with nothing to tell apart. */
export function whole(
  start: number,
  end: number,
  reading: string,
  { digits = true, irregular = false }: { readonly digits?: boolean; readonly irregular?: boolean } = {},
): FoundNumber {
  return { start, end, number: { length: end - start, number: reading, counter: '', irregular, digits } };
}
