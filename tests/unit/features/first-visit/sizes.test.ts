import { expect, it } from 'vitest';
import { nearestSize } from '../../../../src/features/first-visit/sizes.ts';

it.each([
  [16, 'medium'],
  [24, 'medium'],
  [28, 'medium'],
  [29, 'large'],
  [32, 'large'],
  [39, 'largest'],
  [96, 'largest'],
] as const)('takes a text of %d pixels for the size %s', (pixels, size) => {
  expect(nearestSize(pixels)).toBe(size);
});
