/** Narrations without a voice: silent frames, as long as the text would be, so that talking books can be made by the thousand. */
import type { Book, Sentence } from '../../src/book/book.ts';
import { assembleNarration, type SentenceClip } from '../../src/formats/mp3/assemble.ts';
import { joinFrames } from '../../src/formats/mp3/frames.ts';
import type { Narration, TalkingBook } from '../../src/formats/talking-book.ts';
import { recordedPause } from '../../src/narration/pauses.ts';

/** MPEG-2 layer III, 22.05 kHz, 48 kbit/s, mono, of nothing but zeros: a frame of 26 ms. */
export function silence(frames: number): Uint8Array {
  // 48 kbit/s are 156.73 bytes a frame: of eleven, eight have a byte of padding.
  return joinFrames(
    Array.from({ length: frames }, (_, index) => {
      const padded = Math.floor(((index + 1) * 8) / 11) > Math.floor((index * 8) / 11);
      const frame = new Uint8Array(padded ? 157 : 156);
      frame.set([0xff, 0xf3, padded ? 0x62 : 0x60, 0xc0]);
      return frame;
    }),
  );
}

/** As the press does: what has no letter and no number has nothing to say. */
export function isSpeakable({ text }: Sentence): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Of a sentence: three frames for each character, up to a few seconds. `null` where there is nothing to say. */
export function silentClip(sentence: Sentence): SentenceClip | null {
  if (!isSpeakable(sentence)) return null;
  const frames = 4 + Math.min(200, sentence.text.length * 3);
  return { load: () => Promise.resolve(silence(frames)), frames, peak: -7, words: [] };
}

/** The book as if somebody had spoken it; `null` where there is nothing to say in it. */
export function silentNarration(book: Book): Narration | null {
  return assembleNarration(book, {
    clipOf: silentClip,
    pauseAfter: recordedPause,
    narrator: 'だれでもない声',
    credits: ['声：ありません'],
  });
}

export const MAKING = { date: '2026-04-01', generator: 'ともよみ 0.1' } as const;

/** The book with a silent narration. */
export function spoken(book: Book): TalkingBook {
  return { book, narration: silentNarration(book), making: MAKING };
}

/** The book as text alone. */
export function unspoken(book: Book): TalkingBook {
  return { book, narration: null, making: MAKING };
}
