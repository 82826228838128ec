import { describe, expect, it } from 'vitest';
import { writeAudio } from '../../../../src/formats/audio/write-audio.ts';
import type { Narration, Recording, TalkingBook } from '../../../../src/formats/talking-book.ts';
import { bookOf } from '../../press/sentences.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const sound = Uint8Array.from([0xff, 0xf3, 0x60, 0xc0]);

function recording(title: string, section: string | null, duration: number, number: number): Recording {
  return { path: `audio00${number}.mp3`, load: () => Promise.resolve(sound), duration, title, section };
}

function talking(narration: Narration | null): TalkingBook {
  const book = bookOf('計画 & <案>', ['本文。']);
  return {
    book: { ...book, metadata: { ...book.metadata, creators: ['社協'], statement: 'これは案です。' } },
    narration,
    making: { date: '2026-04-01', generator: 'ともよみ' },
  };
}

const narration: Narration = {
  recordings: [
    recording('題', null, 3.5, 1),
    recording('はじめに', 'sec-1', 61.4, 2),
    recording('はじめに', 'sec-1', 20, 3),
  ],
  overlay: { clips: [] },
  narrator: 'Mei',
  credits: ['CC BY 3.0'],
};

async function files(): Promise<Readonly<Record<string, Uint8Array>>> {
  const written = writeAudio(talking(narration));
  expect(written.problems).toEqual([]);
  return Object.fromEntries(
    await Promise.all(written.files.map(async ({ path, load }) => [path, await load()])),
  );
}

describe('a book as sound alone', () => {
  it('is numbered chapters with a playlist, contents and a manifest', async () => {
    expect(Object.keys(await files())).toEqual([
      '001.mp3',
      '002.mp3',
      '003.mp3',
      'playlist.m3u8',
      'index.html',
      'publication.json',
    ]);
  });

  it('has tags before the sound, which stays as it is', async () => {
    const bytes = (await files())['002.mp3'] ?? new Uint8Array();
    expect(text(bytes.subarray(0, 3))).toBe('ID3');
    expect(bytes.subarray(-sound.length)).toEqual(sound);
    const utf16 =
      new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)) +
      new TextDecoder('utf-16le').decode(bytes.subarray(1));
    for (const tag of ['はじめに（1）', '計画 & <案>', 'Mei', 'CC BY 3.0']) expect(utf16).toContain(tag);
  });

  it('has its chapters in the playlist in order, each with its seconds', async () => {
    expect(text((await files())['playlist.m3u8'] ?? new Uint8Array())).toBe(
      '#EXTM3U\n#EXTINF:4,題\n001.mp3\n#EXTINF:61,はじめに（1）\n002.mp3\n#EXTINF:20,はじめに（2）\n003.mp3\n',
    );
  });

  it('says on its page what it is, who reads, and what the licence wants', async () => {
    const page = text((await files())['index.html'] ?? new Uint8Array());
    for (const part of [
      '<h1>計画 &amp; &lt;案&gt;</h1>',
      '<a href="002.mp3">はじめに（1）</a>',
      '1分01秒',
      'これは案です。',
      'CC BY 3.0',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('says in its manifest how long each chapter is, and all of them together', async () => {
    const manifest = JSON.parse(text((await files())['publication.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      conformsTo: 'https://www.w3.org/TR/audiobooks/',
      type: 'Audiobook',
      name: '計画 & <案>',
      inLanguage: 'ja',
      readBy: 'Mei',
      author: ['社協'],
      datePublished: '2026-04-01',
      duration: 'PT84.900S',
    });
    expect(
      manifest.readingOrder.map(({ url, duration }: { url: string; duration: string }) => [url, duration]),
    ).toEqual([
      ['001.mp3', 'PT3.500S'],
      ['002.mp3', 'PT61.400S'],
      ['003.mp3', 'PT20.000S'],
    ]);
  });

  it('is nothing without a narration, and says so', () => {
    expect(writeAudio(talking(null))).toEqual({
      files: [],
      problems: [{ code: 'not-narrated', detail: 'book' }],
    });
  });
});
