/**
 * The level of a recording changed without encoding it anew: every granule of layer III says its `global_gain`
 * (ISO/IEC 11172-3 §2.4.1.7, 13818-3 §2.4.1.7), a step of which is a quarter of a doubling.
 */

/** What one step of `global_gain` changes, in decibels: 20·log10(2^¼). */
export const GAIN_STEP = 20 * Math.log10(2 ** 0.25);

/** Of MPEG-2 layer III, one channel: `main_data_begin`, a private bit, then the granule's lengths. */
const SIDE_INFO = 4;
const LENGTH_AT = 9;
const LENGTH_BITS = 12;
const GAIN_AT = 30;
const GAIN_BITS = 8;
const MOST_GAIN = 255;

/**
 * The frame louder by so many steps, or softer where they are negative. Only for mono below 32 kHz without a checksum, as
 * the press encodes; throws a `RangeError` for others.
 */
export function shiftGain(frame: Uint8Array, steps: number): Uint8Array {
  const [, second = 0, , fourth = 0] = frame;
  const isLower = ((second >>> 3) & 3) !== 3;
  if (!isLower || (second & 1) === 0 || fourth >>> 6 !== 3) {
    throw new RangeError('Only mono frames below 32 kHz without a checksum can be shifted.');
  }
  // Nothing is coded in a silent frame, so there is nothing to shift.
  if (steps === 0 || readBits(frame, LENGTH_AT, LENGTH_BITS) === 0) return frame;
  // What would fall below 0 is dither in a pause, far below hearing; no encoder comes near the upper end.
  const gain = Math.min(MOST_GAIN, Math.max(0, readBits(frame, GAIN_AT, GAIN_BITS) + steps));
  const shifted = frame.slice();
  writeBits(shifted, GAIN_AT, GAIN_BITS, gain);
  return shifted;
}

/** Bits of the side information, counted from its beginning. */
function readBits(frame: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let bit = at; bit < at + count; bit++) {
    value = (value << 1) | (((frame[SIDE_INFO + (bit >>> 3)] ?? 0) >>> (7 - (bit & 7))) & 1);
  }
  return value;
}

function writeBits(frame: Uint8Array, at: number, count: number, value: number): void {
  for (let index = 0; index < count; index++) {
    const bit = at + index;
    const byte = SIDE_INFO + (bit >>> 3);
    const mask = 1 << (7 - (bit & 7));
    const isSet = ((value >>> (count - 1 - index)) & 1) === 1;
    frame[byte] = isSet ? (frame[byte] ?? 0) | mask : (frame[byte] ?? 0) & ~mask;
  }
}
