/** Frames of MPEG-2 layer III that say that they sound: 22.05 kHz, 48 kbit/s, mono, `global_gain` 100. */
import { joinFrames } from '../../../../src/formats/mp3/frames.ts';

const SIDE_INFO = 4;

export function sounding(count: number): Uint8Array {
  const frame = new Uint8Array(156);
  frame.set([0xff, 0xf3, 0x60, 0xc0]);
  writeBits(frame, 9, 12, 40);
  writeBits(frame, 30, 8, 100);
  return joinFrames(Array.from({ length: count }, () => frame));
}

/** Bits of the side information, counted from its beginning. */
export function readBits(frame: Uint8Array, at: number, count: number): number {
  return Array.from({ length: count }, (_, index) => at + index).reduce(
    (value, bit) => value * 2 + (((frame[SIDE_INFO + Math.floor(bit / 8)] ?? 0) >> (7 - (bit % 8))) & 1),
    0,
  );
}

function writeBits(frame: Uint8Array, at: number, count: number, value: number): void {
  for (let index = 0; index < count; index++) {
    const bit = at + index;
    const byte = SIDE_INFO + Math.floor(bit / 8);
    if ((value >> (count - 1 - index)) & 1) frame[byte] = (frame[byte] ?? 0) | (1 << (7 - (bit % 8)));
  }
}
