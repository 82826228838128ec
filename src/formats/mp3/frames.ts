/**
 * MPEG audio layer III as a row of frames (ISO/IEC 11172-3 §2.4, 13818-3 for the lower sampling rates): enough to cut, join
 * and time recordings without decoding them. Recordings are joined frame by frame, so their encoder must keep no bits from
 * one frame for the next (LAME: `--nores`), and a clip's length is exact: so many frames of so many samples.
 */
import type { Seconds } from '../../book/book.ts';

/** What all frames of a recording have in common. */
export interface Mp3Format {
  /** Samples a second. */
  readonly sampleRate: number;
  /** Bits a second. */
  readonly bitRate: number;
  readonly channels: 1 | 2;
  /** Samples of one channel in a frame: 1152, or 576 below 32 kHz. */
  readonly samplesPerFrame: number;
}

export interface Mp3Frames {
  readonly format: Mp3Format;
  /** Each frame whole, header included. */
  readonly frames: readonly Uint8Array[];
}

export type Mp3ErrorCode =
  /** No frame where one should begin, or one that is cut off. */
  | 'not-mp3'
  /** Frames that differ in rate or channels. */
  | 'not-constant'
  /** A frame that needs bits of the one before it: it can't be cut there. */
  | 'bit-reservoir';

export class Mp3Error extends Error {
  override readonly name = 'Mp3Error';
  readonly code: Mp3ErrorCode;

  constructor(code: Mp3ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const HEADER_BYTES = 4;
/** By the header's index, in kbit/s: layer III of MPEG-1, and of MPEG-2 and 2.5. */
const BIT_RATES = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  lower: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
/** By the header's version bits; `null` is reserved. */
const SAMPLE_RATES = [[11025, 12000, 8000], null, [22050, 24000, 16000], [44100, 48000, 32000]] as const;
const MPEG_1 = 3;
const LAYER_3 = 1;
const MONO = 3;

interface Header {
  readonly format: Mp3Format;
  /** Of the frame, header included. */
  readonly bytes: number;
  /** Where the side information begins within the frame: a checksum may stand before it. */
  readonly sideInfo: number;
}

/** The frames of a file, tags (ID3v2 before, ID3v1 after) left out. Throws an {@link Mp3Error}. */
export function readFrames(file: Uint8Array): Mp3Frames {
  const end = hasId3v1(file) ? file.length - ID3V1_BYTES : file.length;
  const frames: Uint8Array[] = [];
  let format: Mp3Format | null = null;
  for (let at = id3v2Bytes(file); at < end; ) {
    const header = readHeader(file, at);
    if (header === null || at + header.bytes > end) {
      throw new Mp3Error('not-mp3', `There is no whole frame at byte ${at} of ${end}.`);
    }
    format ??= header.format;
    if (!sameFormat(format, header.format)) {
      throw new Mp3Error('not-constant', `The frame at byte ${at} has another rate than those before it.`);
    }
    const frame = file.subarray(at, at + header.bytes);
    if (mainDataBegin(frame, header) !== 0) {
      throw new Mp3Error('bit-reservoir', `The frame at byte ${at} needs bits of the one before it.`);
    }
    frames.push(frame);
    at += header.bytes;
  }
  if (format === null) throw new Mp3Error('not-mp3', 'The file holds no frame.');
  return { format, frames };
}

/** How long so many frames sound. */
export function durationOf(format: Mp3Format, frames: number): Seconds {
  return (frames * format.samplesPerFrame) / format.sampleRate;
}

/** The least number of frames that sound at least so long. */
export function framesOf(format: Mp3Format, seconds: Seconds): number {
  return Math.max(0, Math.ceil((seconds * format.sampleRate) / format.samplesPerFrame - 1e-9));
}

/**
 * A frame of silence made after one that sounds: the same header, and side information of nothing but zeros, which says
 * that no spectral line is coded.
 */
export function silentFrame(like: Uint8Array): Uint8Array {
  const frame = new Uint8Array(like.length);
  frame.set(like.subarray(0, HEADER_BYTES));
  // No checksum: it would have to fit the side information.
  frame[1] = (frame[1] ?? 0) | 1;
  return frame;
}

/** The frames as one file. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(frames.reduce((bytes, frame) => bytes + frame.length, 0));
  let at = 0;
  for (const frame of frames) {
    file.set(frame, at);
    at += frame.length;
  }
  return file;
}

function readHeader(bytes: Uint8Array, at: number): Header | null {
  const [sync = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + HEADER_BYTES);
  if (sync !== 0xff || second >>> 5 !== 7) return null;
  const version = (second >>> 3) & 3;
  const sampleRate = SAMPLE_RATES[version]?.[(third >>> 2) & 3];
  const kilobits = (version === MPEG_1 ? BIT_RATES.first : BIT_RATES.lower)[third >>> 4];
  if (((second >>> 1) & 3) !== LAYER_3 || sampleRate === undefined || !kilobits) return null;
  const samplesPerFrame = version === MPEG_1 ? 1152 : 576;
  const bitRate = kilobits * 1000;
  const padding = (third >>> 1) & 1;
  return {
    format: { sampleRate, bitRate, channels: fourth >>> 6 === MONO ? 1 : 2, samplesPerFrame },
    bytes: Math.floor(((samplesPerFrame / 8) * bitRate) / sampleRate) + padding,
    sideInfo: (second & 1) === 1 ? HEADER_BYTES : HEADER_BYTES + 2,
  };
}

/** `main_data_begin`: how many bytes before this frame its own data begin; 9 bits in MPEG-1, 8 below. */
function mainDataBegin(frame: Uint8Array, { sideInfo, format }: Header): number {
  const first = frame[sideInfo] ?? 0;
  return format.samplesPerFrame === 576 ? first : (first << 1) | ((frame[sideInfo + 1] ?? 0) >>> 7);
}

function sameFormat(one: Mp3Format, other: Mp3Format): boolean {
  return (
    one.sampleRate === other.sampleRate && one.bitRate === other.bitRate && one.channels === other.channels
  );
}

const ID3V1_BYTES = 128;

function hasId3v1(file: Uint8Array): boolean {
  const at = file.length - ID3V1_BYTES;
  return at >= 0 && file[at] === 0x54 && file[at + 1] === 0x41 && file[at + 2] === 0x47;
}

/** The size of an ID3v2 tag at the beginning (ID3v2.4 §3.1: four bytes of seven bits); 0 where there is none. */
function id3v2Bytes(file: Uint8Array): number {
  if (file[0] !== 0x49 || file[1] !== 0x44 || file[2] !== 0x33) return 0;
  const size = [6, 7, 8, 9].reduce((sum, index) => (sum << 7) | ((file[index] ?? 0) & 0x7f), 0);
  return size + 10;
}
