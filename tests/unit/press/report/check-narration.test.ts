import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Clip } from '../../../../src/book/media-overlay.ts';
import type { Narration } from '../../../../src/formats/talking-book.ts';
import { checkNarration } from '../../../../src/press/report/check-narration.ts';
import { fakeMp3 } from '../fake-programs.ts';
import { testFolder } from '../folders.ts';
import { bookOf } from '../sentences.ts';

/** Seconds of so many frames. */
const frames = (count: number): number => (count * 576) / 22050;
const book = bookOf('題', ['一つめ。', '二つめ。', '（）']);

function narrationOf(clips: readonly Partial<Clip>[], length = 30): Narration {
  const whole = clips.map(
    (clip, index): Clip => ({
      sentence: `s-${index}`,
      audio: 'audio001.mp3',
      begin: frames(index * 10),
      end: frames(index * 10 + 10),
      ...clip,
    }),
  );
  const recording = {
    path: 'audio001.mp3',
    duration: frames(length),
    title: '題',
    section: null,
    load: () => Promise.resolve(fakeMp3(length)),
  };
  return { recordings: [recording], overlay: { clips: whole }, narrator: 'Mei', credits: [] };
}

async function check(narration: Narration, peak = -7) {
  const folder = testFolder();
  const found = await checkNarration(book, narration, { folder, peakOf: () => Promise.resolve(peak) });
  expect(readdirSync(folder)).toEqual([]);
  return found;
}

describe('the press’s own check of the sound', () => {
  it('finds nothing where each sentence is said once, in order, to the end of the recording', async () => {
    const found = await check(narrationOf([{}, {}, {}]));
    expect(found).toEqual({ duration: frames(30), peak: -7, faults: [], unspoken: [] });
  });

  it.each<[string, Partial<Clip>[], string[]]>([
    ['a sentence that the book lacks', [{}, {}, { sentence: 'other' }], ['unknown-sentence']],
    ['one that is said twice', [{}, {}, { sentence: 's-1' }], ['repeated-sentence']],
    ['one that is said too late', [{}, { sentence: 's-2' }, { sentence: 's-1' }], ['out-of-order']],
    ['clips that overlap', [{}, { begin: frames(9) }, {}], ['overlap']],
    ['a clip that passes the end', [{}, {}, { end: frames(40) }], ['wrong-length']],
    ['a gap at the end', [{}, {}, { end: frames(24) }], ['wrong-length']],
  ])('finds %s', async (_, clips, codes) => {
    const { faults } = await check(narrationOf(clips));
    expect([...new Set(faults.map(({ code }) => code))]).toEqual(expect.arrayContaining(codes));
  });

  it.each([-8.1, -5.9, Number.NEGATIVE_INFINITY])('finds a level of %d dB', async (peak) => {
    const { faults } = await check(narrationOf([{}, {}, {}]), peak);
    expect(faults.map(({ code }) => code)).toEqual(['wrong-level']);
  });

  it('names sentences that have letters but no sound, and no others', async () => {
    const { unspoken, faults } = await check(narrationOf([{}, {}], 20));
    expect(unspoken).toEqual(['s-2']);
    expect(faults).toEqual([]);
  });
});
