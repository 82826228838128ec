/**
 * The recordings of the bundled books: one clip for each sentence in `content/audio/clips/`, and a lock file that says which
 * sentence, read how, by which voice, each of them is. Sentences of the same words share a clip.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Book, SentenceId } from '../book/book.ts';
import type { WordTime } from '../book/media-overlay.ts';
import { assembleNarration } from '../formats/mp3/assemble.ts';
import type { Narration } from '../formats/talking-book.ts';
import type { ReadingEngine } from '../japanese/readings.ts';
import { recordedPause } from '../narration/pauses.ts';
import { sha256 } from './clip-store.ts';
import { type ReadSentence, readSentences } from './narrate.ts';
import { MEI } from './voice.ts';

/** What the lock file says of a clip. */
export interface LockedClip {
  readonly text: string;
  /** The text as it is read, in kana where it has readings. */
  readonly reading: string;
  readonly frames: number;
  readonly peak: number;
  readonly sha256: string;
  /** `[start, end, from, to]`, as in `WordTime`. */
  readonly words: readonly (readonly [number, number, number, number])[];
}

export interface RecordingsLock {
  readonly version: 1;
  readonly voice: string;
  /** By the clips' keys, which are their files' names. */
  readonly clips: Readonly<Record<string, LockedClip>>;
}

export const LOCK_PATH = 'content/audio/lock.json';

export function clipPath(key: string): string {
  return `content/audio/clips/${key}.mp3`;
}

/** Why a book's recording isn't its own. */
export interface RecordingFault {
  readonly book: string;
  readonly text: string;
  /** `missing`: no clip says this so. `damaged`: the clip's bytes aren't those of the lock file. */
  readonly code: 'missing' | 'damaged';
}

export type BookRecordings =
  | { readonly ok: true; readonly narration: Narration | null }
  | { readonly ok: false; readonly faults: readonly RecordingFault[] };

/** Plans and the guide, in both editions. */
export function isRecorded(id: string): boolean {
  return /^(?:plan-\d+|guide)(?:-easy)?$/u.test(id);
}

/** The lock file below `root`; `null` where there is none. Throws where it isn't one. */
export async function readLock(root: string): Promise<RecordingsLock | null> {
  const text = await readFile(join(root, LOCK_PATH), 'utf8').catch(() => null);
  if (text === null) return null;
  const lock = JSON.parse(text) as RecordingsLock;
  if (lock.version !== 1) throw new TypeError(`${LOCK_PATH} is of version ${String(lock.version)}.`);
  return lock;
}

/**
 * A bundled book's narration from its recordings, or everything in which they disagree. Each clip is read once: the
 * narration holds their bytes, some three megabytes for the longest book.
 */
export async function bookRecordings(
  root: string,
  book: Book,
  engine: ReadingEngine,
  lock: RecordingsLock,
): Promise<BookRecordings> {
  const sentences = await readSentences(book, { engine, voice: MEI });
  const { faults, bytes } = await readClips(root, book.id, sentences, lock);
  if (faults.length > 0) return { ok: false, faults };
  const keys = new Map<SentenceId, string>(sentences.map((one) => [one.sentence.id, one.key]));
  const narration = assembleNarration(book, {
    clipOf: ({ id }) => {
      const key = keys.get(id);
      const clip = key === undefined ? undefined : lock.clips[key];
      const sound = key === undefined ? undefined : bytes.get(key);
      if (clip === undefined || sound === undefined) return null;
      const words = clip.words.map(([start, end, from, to]): WordTime => ({ start, end, from, to }));
      return { load: () => Promise.resolve(sound), frames: clip.frames, peak: clip.peak, words };
    },
    pauseAfter: recordedPause,
    narrator: MEI.narrator,
    credits: MEI.credits,
  });
  return { ok: true, narration };
}

async function readClips(
  root: string,
  book: string,
  sentences: readonly ReadSentence[],
  lock: RecordingsLock,
): Promise<{ readonly faults: readonly RecordingFault[]; readonly bytes: ReadonlyMap<string, Uint8Array> }> {
  const faults: RecordingFault[] = [];
  const bytes = new Map<string, Uint8Array>();
  for (const { key, sentence } of sentences) {
    const clip = lock.clips[key];
    const read = clip === undefined ? null : await readFile(join(root, clipPath(key))).catch(() => null);
    if (clip === undefined || read === null) faults.push({ book, text: sentence.text, code: 'missing' });
    else if (sha256(read) !== clip.sha256) faults.push({ book, text: sentence.text, code: 'damaged' });
    else bytes.set(key, read);
  }
  return { faults, bytes };
}

/** The sentence in kana where it has readings: what a person checks the lock file by. */
export function readingOf({ sentence, ruby }: ReadSentence): string {
  let reading = '';
  let at = 0;
  for (const one of ruby) {
    reading += sentence.text.slice(at, one.start) + one.reading;
    at = one.end;
  }
  return reading + sentence.text.slice(at);
}
