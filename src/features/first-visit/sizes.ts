/** The sizes that the first visit offers, in CSS pixels: the usual one, and two for weaker eyes. */
export const SIZES = { medium: 24, large: 32, largest: 44 } as const;

export type SizeName = keyof typeof SIZES;

export const SIZE_NAMES: readonly SizeName[] = ['medium', 'large', 'largest'];

/** The offered size that a text size in CSS pixels comes nearest to; the smaller one halfway. */
export function nearestSize(textSize: number): SizeName {
  let nearest: SizeName = 'medium';
  for (const size of SIZE_NAMES) {
    if (Math.abs(SIZES[size] - textSize) < Math.abs(SIZES[nearest] - textSize)) nearest = size;
  }
  return nearest;
}
