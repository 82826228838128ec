import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analyzer } from '../../../src/japanese/analyzer.ts';
import type { ReadingEngine } from '../../../src/japanese/readings.ts';
import { createClipStore } from '../../../src/press/clip-store.ts';
import { type NarrateOptions, narrate, readSentence } from '../../../src/press/narrate.ts';
import { narratedBook } from '../../../src/press/narrated-book.ts';
import { MEI } from '../../../src/press/voice.ts';
import { FAKE_FRAMES, useFakeVoice } from './fake-programs.ts';
import { testFolder } from './folders.ts';
import { bookOf, ruby, sentence } from './sentences.ts';

/** Reads 行 and nothing else. */
const engine: ReadingEngine = {
  read: async (text) => {
    const at = text.indexOf('行');
    return { ruby: at < 0 ? [] : [ruby(at, at + 1, 'い')], words: [], phrases: [] };
  },
};
const analyzer = { parse: () => [], readingsOf: () => [] } as unknown as Analyzer;

function optionsIn(cache: string, more: Partial<NarrateOptions> = {}): NarrateOptions {
  return {
    engine,
    analyzer,
    voice: MEI,
    voicePath: '/none',
    clips: createClipStore(cache),
    cache,
    parallel: 2,
    ...more,
  };
}
const linesOf = (spoken: string): string[] =>
  readFileSync(spoken, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const TEXTS = ['あ。', 'い。', 'あ。', '（）', 'う。'];

describe('a book that is narrated', () => {
  it('says each sentence once, those of the same words together, and nothing where nothing is to be said', async () => {
    const spoken = useFakeVoice();
    const clips = await narrate(bookOf('え', TEXTS), optionsIn(testFolder()));
    expect([...clips.keys()]).toEqual(['s-0', 's-1', 's-2', 's-3', 's-5']);
    expect(clips.get('s-1')?.key).toBe(clips.get('s-3')?.key);
    expect(linesOf(spoken).sort()).toEqual(['あ。', 'い。', 'う。', 'え']);
  });

  it('says a changed sentence alone the next time', async () => {
    const spoken = useFakeVoice();
    const cache = testFolder();
    await narrate(bookOf('え', TEXTS), optionsIn(cache));
    const before = linesOf(spoken).length;
    await narrate(bookOf('え', [...TEXTS.slice(0, 4), 'お。']), optionsIn(cache));
    expect(linesOf(spoken).slice(before)).toEqual(['お。']);
  });

  it('goes on where a run was ended', async () => {
    const cache = testFolder();
    const ends = new AbortController();
    const texts = Array.from({ length: 12 }, (_, index) => `${'あ'.repeat(index + 1)}。`);
    const spoken = useFakeVoice();
    const ended = narrate(
      bookOf('え', texts),
      optionsIn(cache, { signal: ends.signal, onProgress: (done) => done === 5 && ends.abort() }),
    );
    await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
    const before = linesOf(spoken).length;
    const done: number[] = [];
    const clips = await narrate(
      bookOf('え', texts),
      optionsIn(cache, { onProgress: (count) => done.push(count) }),
    );
    expect(clips.size).toBe(13);
    expect(done[0]).toBeGreaterThan(5);
    expect(done.at(-1)).toBe(13);
    expect(linesOf(spoken).length - before).toBe(done.length);
  });

  it('keeps what was said before one sentence failed, and says which it was', async () => {
    const spoken = useFakeVoice('if [ "$line" = う。 ]; then exit 7; fi');
    const cache = testFolder();
    const failed = narrate(bookOf('え', TEXTS), optionsIn(cache, { parallel: 1 }));
    await expect(failed).rejects.toMatchObject({
      code: 'speech-failed',
      message: expect.stringContaining('う。'),
    });
    useFakeVoice();
    const before = linesOf(spoken).length;
    expect(before).toBe(4);
    const done: number[] = [];
    await narrate(bookOf('え', TEXTS), optionsIn(cache, { onProgress: (count) => done.push(count) }));
    expect(done).toEqual([4]);
  });

  it('is the same for two runs at once', async () => {
    useFakeVoice();
    const cache = testFolder();
    const [one, other] = await Promise.all([1, 2].map(() => narrate(bookOf('え', TEXTS), optionsIn(cache))));
    expect(one).toEqual(other);
  });

  it('is put together with pauses after paragraphs, and has no narration where nothing is said', async () => {
    useFakeVoice();
    const progress = () => ({ update: () => undefined, finish: () => undefined });
    const { narration } = await narratedBook(bookOf('え', TEXTS), { ...optionsIn(testFolder()), progress });
    const frame = 576 / 22050;
    const lengths = narration?.overlay.clips.map(
      ({ begin, end }) => Math.round((end - begin) / frame) - FAKE_FRAMES,
    );
    // 1.2 s after the title, 0.8 s after a paragraph.
    expect(lengths).toEqual([46, 31, 31, 31, 31]);
    const silent = await narratedBook(bookOf('—', ['（）']), { ...optionsIn(testFolder()), progress });
    expect(silent.narration).toBeNull();
  });
});

describe('the name of a clip', () => {
  const keyOf = async (text: string, more = {}) =>
    (await readSentence(sentence(text), engine, { ...MEI, ...more }))?.key;

  it('is that of the words and the voice, whichever sentence says them', async () => {
    expect(await keyOf('行く。')).toMatch(/^[\da-f]{32}$/u);
    expect(await keyOf('行く。')).toBe(await keyOf('行く。'));
    expect(await keyOf('（）')).toBeUndefined();
  });

  it.each<[string, string, Partial<typeof MEI>]>([
    ['other words', '来る。', {}],
    ['another voice', '行く。', { sha256: '0' }],
    ['another speed', '行く。', { rate: 1 }],
  ])('is another for %s', async (_, text, more) => {
    expect(await keyOf(text, more)).not.toBe(await keyOf('行く。'));
  });

  it('is another for another reading', async () => {
    const otherwise: ReadingEngine = {
      read: async () => ({ ruby: [ruby(0, 1, 'おこな')], words: [], phrases: [] }),
    };
    const other = await readSentence(sentence('行く。'), otherwise, MEI);
    expect(other?.key).not.toBe(await keyOf('行く。'));
  });
});
