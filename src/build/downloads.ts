/** The books to take along: each bundled book as EPUB, DAISY 2.02, DAISY 3 and, where it is recorded, as sound alone. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAudio } from '../formats/audio/write-audio.ts';
import { writeDaisy3 } from '../formats/daisy3/write-daisy3.ts';
import { writeDaisy202 } from '../formats/daisy202/write-daisy202.ts';
import { writeEpub } from '../formats/epub/write-epub.ts';
import type { Narration, TalkingBook, WrittenBook } from '../formats/talking-book.ts';
import { zipOf } from '../formats/zip/pack.ts';
import {
  type BookDownloads,
  DOWNLOAD_FORMATS,
  DOWNLOADS_INDEX,
  DOWNLOADS_PATH,
  type DownloadFile,
  type DownloadFormat,
  type DownloadsIndex,
} from '../library/downloads-index.ts';
import { GENERATOR } from '../press/write-edition.ts';
import type { BuiltBook } from './content.ts';
import { writeRecordings } from './recordings.ts';

const WRITERS: Readonly<Record<DownloadFormat, (talking: TalkingBook) => WrittenBook>> = {
  epub: (talking) => writeEpub(talking),
  daisy202: (talking) => writeDaisy202(talking),
  daisy3: (talking) => writeDaisy3(talking),
  audio: writeAudio,
};

/**
 * Writes the books, the recordings and the list of both below `dist`. Books are dated by the day on which their source
 * was read, so that the same content gives the same bytes.
 *
 * @param narrations by the books' ids; the other books are of text alone
 * @returns the bytes of all the books, and of the recordings
 */
export async function writeDownloads(
  dist: string,
  books: readonly BuiltBook[],
  narrations: ReadonlyMap<string, Narration>,
): Promise<{ readonly bytes: number; readonly sound: number }> {
  await mkdir(join(dist, DOWNLOADS_PATH), { recursive: true });
  const listed: Record<string, BookDownloads> = {};
  const sums = { bytes: 0, sound: 0 };
  for (const { book, frontMatter } of books) {
    const narration = narrations.get(book.id) ?? null;
    const date = frontMatter.source.found;
    const talking: TalkingBook = { book, narration, making: { date, generator: GENERATOR } };
    const files: DownloadFile[] = [];
    for (const format of DOWNLOAD_FORMATS) {
      const file = await writeOne(dist, format, talking);
      if (file === null) continue;
      files.push(file);
      sums.bytes += file.bytes;
    }
    const recorded = narration === null ? null : await writeRecordings(dist, book.id, narration);
    sums.sound += recorded?.sound ?? 0;
    listed[book.id] = { seconds: lengthOf(narration), recorded, files };
  }
  const index: DownloadsIndex = { version: 1, books: listed };
  await writeFile(join(dist, DOWNLOADS_INDEX), JSON.stringify(index));
  return sums;
}

/** `null` where the format has nothing of a book without sound. */
async function writeOne(
  dist: string,
  format: DownloadFormat,
  talking: TalkingBook,
): Promise<DownloadFile | null> {
  const { files } = WRITERS[format](talking);
  if (files.length === 0) return null;
  const { id } = talking.book;
  const { date } = talking.making;
  const name = format === 'epub' ? `${id}.epub` : `${id}-${format}.zip`;
  const packed = await zipOf(files, format === 'epub' ? { date } : { date, folder: `${id}-${format}` });
  const address = `${DOWNLOADS_PATH}${name}`;
  await writeFile(join(dist, address), packed);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  return { format, address, bytes: packed.byteLength, sha256 };
}

function lengthOf(narration: Narration | null): number | null {
  if (narration === null) return null;
  return Math.round(narration.recordings.reduce((sum, { duration }) => sum + duration, 0));
}
