/** WAV as Open JTalk and LAME write it: RIFF, PCM, 16 bit, mono. */
import type { Seconds } from '../../book/book.ts';

export interface Sound {
  /** Samples a second. */
  readonly sampleRate: number;
  readonly samples: Int16Array;
}

/** Throws where the bytes are no such file; a length field that says more than there is (a pipe's) is cut to the file. */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 44 || tag(0) !== 'RIFF' || tag(8) !== 'WAVE')
    throw new Error('These bytes are no WAV file.');
  let sampleRate = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (tag(at) === 'fmt ') {
      const [format, channels, bits] = [
        view.getUint16(body, true),
        view.getUint16(body + 2, true),
        view.getUint16(body + 14, true),
      ];
      if (format !== 1 || channels !== 1 || bits !== 16) throw new Error('Only 16-bit mono PCM is read.');
      sampleRate = view.getUint32(body + 4, true);
    }
    if (tag(at) === 'data') {
      const length = Math.floor(Math.min(size, bytes.length - body) / 2);
      // Copied: the data need not begin at an even offset. A Buffer's own `slice` would copy nothing.
      const data = new Uint8Array(bytes.subarray(body, body + length * 2));
      return { sampleRate, samples: new Int16Array(data.buffer) };
    }
    at = body + size + (size & 1);
  }
  throw new Error('The WAV file holds no sound.');
}

export function writeWav({ sampleRate, samples }: Sound): Uint8Array {
  const data = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  const bytes = new Uint8Array(44 + data.length);
  const view = new DataView(bytes.buffer);
  const tag = (at: number, name: string): void => bytes.set(new TextEncoder().encode(name), at);
  tag(0, 'RIFF');
  view.setUint32(4, 36 + data.length, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, 'data');
  view.setUint32(40, data.length, true);
  bytes.set(data, 44);
  return bytes;
}

/** The stretch from `begin` to `end`, cut to what there is. */
export function cutSound({ sampleRate, samples }: Sound, begin: Seconds, end: Seconds): Sound {
  const at = (seconds: Seconds): number => Math.max(0, Math.round(seconds * sampleRate));
  return { sampleRate, samples: samples.slice(at(begin), Math.max(at(begin), at(end))) };
}

export function joinSounds(sounds: readonly Sound[]): Sound {
  const [first] = sounds;
  if (first === undefined) throw new Error('There is no sound to join.');
  const samples = new Int16Array(sounds.reduce((length, sound) => length + sound.samples.length, 0));
  let at = 0;
  for (const sound of sounds) {
    if (sound.sampleRate !== first.sampleRate) throw new Error('Sounds of different rates can’t be joined.');
    samples.set(sound.samples, at);
    at += sound.samples.length;
  }
  return { sampleRate: first.sampleRate, samples };
}

/** The loudest sample in decibels below full scale, at most 0; minus infinity for silence. */
export function peakOf({ samples }: Sound): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return 20 * Math.log10(peak / 32768);
}
