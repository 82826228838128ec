import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  durationOf,
  framesOf,
  joinFrames,
  readFrames,
  silentFrame,
} from '../../../../src/formats/mp3/frames.ts';

/** Frames of MPEG-2 layer III, 22.05 kHz, 48 kbit/s, mono: 156 bytes, one more with padding. */
function frame(padded: boolean, fill = 0x55): Uint8Array {
  const bytes = new Uint8Array(padded ? 157 : 156).fill(fill);
  bytes.set([0xff, 0xf3, 0x60 | (padded ? 2 : 0), 0xc0, 0]);
  return bytes;
}

function tagged(frames: Uint8Array): Uint8Array {
  const id3v2 = Uint8Array.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 1, 2, ...new Uint8Array(130)]);
  const id3v1 = new Uint8Array(128);
  id3v1.set(new TextEncoder().encode('TAG'));
  return joinFrames([id3v2, frames, id3v1]);
}

describe('the frames of a recording', () => {
  it('are found between the tags, with what they have in common', () => {
    const file = joinFrames([frame(false), frame(true), frame(false)]);
    const { format, frames } = readFrames(tagged(file));
    expect(frames.map((one) => one.length)).toEqual([156, 157, 156]);
    expect(format).toEqual({ sampleRate: 22050, bitRate: 48000, channels: 1, samplesPerFrame: 576 });
  });

  it('join to the bytes that they were read from, whatever their number and padding', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (paddings) => {
        const file = joinFrames(paddings.map((padded) => frame(padded)));
        expect(joinFrames(readFrames(file).frames)).toEqual(file);
      }),
    );
  });

  it('sound as long as their samples', () => {
    const { format } = readFrames(frame(false));
    expect(durationOf(format, 22050)).toBe(576);
    expect(framesOf(format, durationOf(format, 7))).toBe(7);
    expect(framesOf(format, 0.5)).toBe(20);
    expect(framesOf(format, 0)).toBe(0);
  });

  it('of silence are frames too, with nothing coded in them', () => {
    const silent = silentFrame(frame(true));
    expect(readFrames(silent).frames).toHaveLength(1);
    expect(silent.subarray(4).every((byte) => byte === 0)).toBe(true);
  });

  const stereo = frame(false);
  stereo[3] = 0;
  const leaning = frame(false);
  leaning[4] = 12;
  it.each([
    ['nothing', new Uint8Array(), 'not-mp3'],
    ['text', new TextEncoder().encode('これは音ではない'), 'not-mp3'],
    ['a frame that is cut off', frame(false).subarray(0, 100), 'not-mp3'],
    ['noise after a frame', joinFrames([frame(false), new Uint8Array(20)]), 'not-mp3'],
    ['another number of channels', joinFrames([frame(false), stereo]), 'not-constant'],
    ['a frame that leans on the one before', joinFrames([frame(false), leaning]), 'bit-reservoir'],
  ])('are refused in %s', (_, bytes, code) => {
    expect(() => readFrames(bytes)).toThrow(expect.objectContaining({ code }));
  });
});
