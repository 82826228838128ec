import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../../src/book/walk.ts';
import { assembleNarration, type SentenceClip } from '../../../../src/formats/mp3/assemble.ts';
import { readFrames } from '../../../../src/formats/mp3/frames.ts';
import { bookOf } from '../hard-documents.ts';
import { readBits, sounding } from './sounding.ts';

const FRAME = 576 / 22050;

function clip(frames: number, peak = -7): SentenceClip {
  return { load: () => Promise.resolve(sounding(frames)), frames, peak, words: [] };
}

function narrationOf(source: string, clips: (text: string) => SentenceClip | null, pause = 0) {
  const book = bookOf(source);
  return assembleNarration(book, {
    clipOf: (sentence) => clips(sentence.text),
    pauseAfter: () => pause,
    narrator: '声',
    credits: [],
  });
}

describe('recordings', () => {
  test('are one for what comes first and one for each chapter, with its title', () => {
    const narration = narrationOf('# 題\n\n前。\n\n# 一\n\n文。\n\n## 二\n\n文。\n\n# 三\n\n文。', () =>
      clip(10),
    );
    expect(narration?.recordings.map(({ path, title }) => [path, title])).toEqual([
      ['audio001.mp3', 'book'],
      ['audio002.mp3', '題'],
      ['audio003.mp3', '一'],
      ['audio004.mp3', '三'],
    ]);
  });

  test('are no longer than half an hour each', () => {
    const narration = narrationOf(`# 題\n\n${'文。'.repeat(50)}`, () => clip(Math.floor(60 / FRAME)));
    expect(narration?.recordings.map(({ duration }) => duration <= 1800)).toEqual([true, true, true]);
  });

  test('hold the clips one after the other, with the silence after each', async () => {
    const narration = narrationOf('# 題\n\n一。二。', () => clip(10), 5 * FRAME);
    expect(
      narration?.overlay.clips.map(({ begin, end }) => [begin / FRAME, end / FRAME].map(Math.round)),
    ).toEqual([
      [0, 15],
      [0, 15],
      [15, 30],
    ]);
    const { frames } = readFrames((await narration?.recordings[1]?.load()) ?? new Uint8Array());
    expect(frames.map((frame) => frame.subarray(4).some((byte) => byte !== 0))).toEqual([
      ...Array(10).fill(true),
      ...Array(5).fill(false),
      ...Array(10).fill(true),
      ...Array(5).fill(false),
    ]);
  });

  test('leave out what has nothing to say; where nothing has, there is none', () => {
    const narration = narrationOf('# 題\n\n一。…', (text) => (text.includes('…') ? null : clip(10)));
    expect(narration?.overlay.clips).toHaveLength(2);
    expect(narrationOf('# 題\n\n文。', () => null)).toBeNull();
  });

  test('fail where a clip isn’t what it was said to be', async () => {
    const wrong: SentenceClip = { ...clip(10), frames: 11 };
    const narration = narrationOf('# 題\n\n文。', () => wrong);
    await expect(narration?.recordings[0]?.load()).rejects.toThrow('10 frames, not 11');
  });
});

test.each([
  [-7, 0],
  [-1, -4],
  [-13, 4],
  [-40, 22],
])('a book whose peak is %d dB is shifted by %d steps, every clip alike', async (peak, steps) => {
  const narration = narrationOf('# 題\n\n静か。', (text) => clip(3, text === '静か。' ? -60 : peak));
  for (const { load } of narration?.recordings ?? []) {
    const [frame] = readFrames(await load()).frames;
    expect(readBits(frame ?? new Uint8Array(), 30, 8)).toBe(100 + steps);
  }
});

test('the drawing’s boxes aren’t spoken, its caption is', () => {
  const book = bookOf('# 題\n\n```diagram\ncaption: 図の説明。\n- 市\n```');
  const narration = assembleNarration(book, {
    clipOf: () => clip(4),
    pauseAfter: () => 0,
    narrator: '声',
    credits: [],
  });
  const said = new Set(narration?.overlay.clips.map(({ sentence }) => sentence));
  const texts = sentencesOf(book).filter(({ sentence }) => said.has(sentence.id));
  expect(texts.map(({ sentence }) => sentence.text)).toEqual(['題', '図の説明。']);
});
