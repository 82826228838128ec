import { describe, expect, test } from 'vitest';
import { silentFrame } from '../../../../src/formats/mp3/frames.ts';
import { GAIN_STEP, shiftGain } from '../../../../src/formats/mp3/gain.ts';
import { readBits, sounding } from './sounding.ts';

describe('a frame’s level', () => {
  test.each([
    [3, 103],
    [-3, 97],
    [0, 100],
    [200, 255],
    [-200, 0],
  ])('is shifted by %d steps to %d, and nothing else of it changes', (steps, gain) => {
    const frame = sounding(1);
    const shifted = shiftGain(frame, steps);
    expect(readBits(shifted, 30, 8)).toBe(gain);
    expect(shiftGain(shifted, 100 - gain)).toEqual(frame);
  });

  test('is left alone in silence', () => {
    const silent = silentFrame(sounding(1));
    expect(shiftGain(silent, 5)).toEqual(silent);
  });

  test('is only known in frames as the press makes them', () => {
    const stereo = sounding(1);
    stereo[3] = 0;
    expect(() => shiftGain(stereo, 1)).toThrow(RangeError);
  });

  test('changes by a quarter of a doubling a step', () => {
    expect(GAIN_STEP).toBeCloseTo(1.505, 3);
  });
});
