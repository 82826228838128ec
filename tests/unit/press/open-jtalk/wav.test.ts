import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutSound,
  joinSounds,
  peakOf,
  readWav,
  type Sound,
  writeWav,
} from '../../../../src/press/open-jtalk/wav.ts';

const sound = (...samples: readonly number[]): Sound => ({
  sampleRate: 10,
  samples: Int16Array.from(samples),
});
const samples = fc.array(fc.integer({ min: -32768, max: 32767 }), { maxLength: 60 });

describe('a WAV file', () => {
  it('is read as it was written, wherever its bytes lie in memory', () => {
    fc.assert(
      fc.property(samples, fc.nat(3), (values, shift) => {
        const bytes = writeWav({ sampleRate: 48000, samples: Int16Array.from(values) });
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        const read = readWav(moved.subarray(shift));
        expect(read.sampleRate).toBe(48000);
        expect([...read.samples]).toEqual(values);
      }),
    );
  });

  it('may hold other chunks, and may be shorter than it says', () => {
    const plain = writeWav(sound(1, 2, 3));
    const extra = Uint8Array.from(
      [...plain.subarray(0, 36), ...'LIST\u0003\0\0\0abc\0'].map((one) =>
        typeof one === 'string' ? one.charCodeAt(0) : one,
      ),
    );
    const bytes = new Uint8Array([...extra, ...plain.subarray(36, 48)]);
    expect([...readWav(bytes).samples]).toEqual([1, 2]);
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['other bytes', (bytes) => bytes.fill(7)],
    ['stereo', (bytes) => bytes.fill(2, 22, 23)],
    ['eight bits', (bytes) => bytes.fill(8, 34, 35)],
    ['no data', (bytes) => bytes.subarray(0, 44).fill(65, 36, 40)],
  ])('is not %s', (_, spoil) => {
    expect(() => readWav(spoil(writeWav(sound(1, 2, 3, 4))))).toThrow();
  });

  it('that is cut anywhere throws or is read, but never crashes', () => {
    const bytes = writeWav(sound(1, 2, 3, 4));
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length);
      if (length < 44) expect(() => readWav(cut)).toThrow();
      else expect(readWav(cut).samples).toHaveLength((length - 44) >> 1);
    }
  });
});

describe('a sound', () => {
  it('is cut to what there is', () => {
    const whole = sound(1, 2, 3, 4);
    expect([...cutSound(whole, 0.1, 0.3).samples]).toEqual([2, 3]);
    expect([...cutSound(whole, -1, 9).samples]).toEqual([1, 2, 3, 4]);
    expect([...cutSound(whole, 0.3, 0.1).samples]).toEqual([]);
  });

  it('is the same after it was cut in two and joined', () => {
    fc.assert(
      fc.property(samples, fc.nat(60), (values, at) => {
        const whole = sound(...values);
        const joined = joinSounds([cutSound(whole, 0, at / 10), cutSound(whole, at / 10, 99)]);
        expect([...joined.samples]).toEqual(values);
      }),
    );
  });

  it('is joined to none of another rate, and nothing is joined to nothing', () => {
    expect(() => joinSounds([sound(1), { ...sound(1), sampleRate: 20 }])).toThrow('rates');
    expect(() => joinSounds([])).toThrow('no sound');
  });

  it.each([
    [[0, 32767], 0],
    [[16384, -3], -6.02],
    [[-32768], 0],
    [[], Number.NEGATIVE_INFINITY],
  ])('of %j has its peak in decibels', (values, peak) => {
    expect(peakOf(sound(...values))).toBeCloseTo(peak, 2);
  });
});
