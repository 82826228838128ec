/** A book of three sentences and a root with their recordings: frames with nothing but noise in them, yet true MP3 frames. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Book } from '../../../src/book/book.ts';
import type { BuiltBook } from '../../../src/build/content.ts';
import { createNodeReadingEngine } from '../../../src/build/node-engine.ts';
import { readMarkdown } from '../../../src/formats/markdown/read-markdown.ts';
import { addReadings } from '../../../src/japanese/add-readings.ts';
import { readSentences } from '../../../src/press/narrate.ts';
import { clipPath, LOCK_PATH, type LockedClip } from '../../../src/press/recordings.ts';
import { MEI } from '../../../src/press/voice.ts';

const TEXT = '## 基本理念\n\n地域で支え合います。\n\n次は2026年4月1日です。\n';
const FRAME_BYTES = 156;
/** Of each clip. */
export const FRAMES = 20;

/** The book as the build has it. */
export async function builtBook(id: string): Promise<BuiltBook> {
  const read = readMarkdown(TEXT, { id });
  if (!read.ok) throw new Error(read.error.code);
  const engine = await createNodeReadingEngine(process.cwd());
  const metadata = { title: '計画', language: 'ja', creators: ['ともよみ'] };
  const book: Book = await addReadings({ ...read.book, id, metadata }, engine);
  return { book, frontMatter: { source: { found: '2026-11-23' } } } as unknown as BuiltBook;
}

/** A root with the repository's dictionary and lexicon, and nothing recorded. */
export function emptyRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'recordings-'));
  mkdirSync(join(root, 'content', 'audio', 'clips'), { recursive: true });
  for (const name of ['dictionary', 'lexicon.csv']) {
    symlinkSync(resolve('content', name), join(root, 'content', name));
  }
  return root;
}

/** Records the books into the root; returns the clips by their sentences' texts. */
export async function record(
  root: string,
  books: readonly BuiltBook[],
): Promise<ReadonlyMap<string, string>> {
  const engine = await createNodeReadingEngine(root);
  const clips: Record<string, LockedClip> = {};
  const keys = new Map<string, string>();
  for (const { book } of books) {
    for (const { key, sentence } of await readSentences(book, { engine, voice: MEI })) {
      const bytes = clipOf(key);
      writeFileSync(join(root, clipPath(key)), bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      clips[key] = {
        text: sentence.text,
        reading: '',
        frames: FRAMES,
        peak: -7,
        sha256,
        words: [[0, 2, 0.1, 0.3]],
      };
      keys.set(sentence.text, key);
    }
  }
  writeFileSync(join(root, LOCK_PATH), JSON.stringify({ version: 1, voice: 'mei', clips }));
  return keys;
}

function clipOf(key: string): Uint8Array {
  const frames = Array.from({ length: FRAMES }, (_, index) => {
    const frame = Buffer.alloc(FRAME_BYTES, createHash('sha256').update(`${key}${index}`).digest());
    frame.set([0xff, 0xf3, 0x60, 0xc0, 0]);
    return frame;
  });
  return new Uint8Array(Buffer.concat(frames));
}
