/** The bundled books' recordings in the build: held against the books, and served with the list of their clips. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Seconds } from '../book/book.ts';
import type { Narration } from '../formats/talking-book.ts';
import type { RecordedDownload, SiteFile } from '../library/downloads-index.ts';
import type { RecordedBook, RecordedClip, RecordedFile } from '../narration/recorded-book.ts';
import { bookRecordings, isRecorded, LOCK_PATH, type RecordingFault, readLock } from '../press/recordings.ts';
import { type BuiltBook, ContentError } from './content.ts';
import { createNodeReadingEngine } from './node-engine.ts';

/**
 * The narrations of the books that are recorded, by the books' ids; `null` where nothing is recorded at all.
 *
 * @throws {ContentError} naming every sentence whose clip is missing or isn't the lock file's
 */
export async function siteNarrations(
  root: string,
  books: readonly BuiltBook[],
): Promise<ReadonlyMap<string, Narration> | null> {
  const lock = await readLock(root);
  if (lock === null) return null;
  const engine = await createNodeReadingEngine(root);
  const narrations = new Map<string, Narration>();
  const faults: RecordingFault[] = [];
  for (const { book } of books) {
    if (!isRecorded(book.id)) continue;
    const result = await bookRecordings(root, book, engine, lock);
    if (!result.ok) faults.push(...result.faults);
    else if (result.narration !== null) narrations.set(book.id, withKeptSound(result.narration));
  }
  if (faults.length > 0) {
    const lines = faults.map(({ book, code, text }) => `  ${book}: ${code}: ${text}`);
    throw new ContentError(
      `${LOCK_PATH} and its clips aren't the books' own (npm run press -- --record makes them anew):\n${lines.join('\n')}`,
    );
  }
  return narrations;
}

/** Every format takes the same recordings; each is put together once. */
function withKeptSound(narration: Narration): Narration {
  return {
    ...narration,
    recordings: narration.recordings.map((recording) => {
      let kept: Promise<Uint8Array> | null = null;
      return {
        ...recording,
        load: () => {
          kept ??= recording.load();
          return kept;
        },
      };
    }),
  };
}

/** Writes a book's recordings and their list below `dist`; returns what the list of downloads says of them. */
export async function writeRecordings(
  dist: string,
  book: string,
  narration: Narration,
): Promise<RecordedDownload> {
  const put = async (name: string, content: Uint8Array | string): Promise<SiteFile> => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const address = `/audio/${book}/${sha256.slice(0, 10)}-${name}`;
    await mkdir(dirname(join(dist, address)), { recursive: true });
    await writeFile(join(dist, address), bytes);
    return { address, bytes: bytes.byteLength, sha256 };
  };
  const files: RecordedFile[] = [];
  for (const { path, load, duration, title, section } of narration.recordings) {
    files.push({ ...(await put(path, await load())), duration: rounded(duration), title, section });
  }
  const list = await put('clips.json', JSON.stringify(recordedBook(book, narration, files)));
  return { ...list, sound: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function recordedBook(book: string, narration: Narration, files: readonly RecordedFile[]): RecordedBook {
  const places = new Map(narration.recordings.map(({ path }, index) => [path, index]));
  return {
    version: 1,
    book,
    duration: rounded(narration.recordings.reduce((sum, { duration }) => sum + duration, 0)),
    narrator: narration.narrator,
    credits: narration.credits,
    files,
    clips: narration.overlay.clips.map(({ sentence, audio, begin, end, words }): RecordedClip => {
      const place = places.get(audio);
      if (place === undefined) throw new RangeError(`${book} has no recording ${audio}.`);
      const times = words?.map(
        (word) => [word.start, word.end, rounded(word.from), rounded(word.to)] as const,
      );
      const clip = [sentence, place, rounded(begin), rounded(end)] as const;
      return times === undefined ? clip : [...clip, times];
    }),
  };
}

/** To a tenth of a millisecond: far below a frame, and short in the file. */
function rounded(seconds: Seconds): Seconds {
  return Math.round(seconds * 10_000) / 10_000;
}
