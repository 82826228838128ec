/**
 * From JSON that was fetched or kept to a book's recordings. Whatever passes keeps the promises of `RecordedBook`: who
 * plays it need check nothing again, and what is marked at a time is what is said then.
 */
import type { SentenceId } from '../book/book.ts';
import type { RecordedBook, RecordedClip, RecordedFile, RecordedWord } from './recorded-book.ts';

export type RecordedBookFault =
  /** No list at all, or of a version that this app doesn't know. */
  | 'wrong-version'
  | 'other-book'
  /** A field is missing or of another kind. */
  | 'bad-field'
  /** A file's address isn't one of the book's recordings on this site, or its size, length or hash can't be. */
  | 'bad-file'
  /** The same recording twice. */
  | 'repeated-file'
  /** Nothing is said at all. */
  | 'no-clips'
  /** The clip's file isn't in the list. */
  | 'unknown-file'
  /** The sentence has a clip already. */
  | 'repeated-sentence'
  /** The clip's times are no stretch of time. */
  | 'no-duration'
  /** The clip belongs to an earlier file than the one before it. */
  | 'out-of-order'
  /** The clip begins before the one before it has ended. */
  | 'overlap'
  /** Between the clip and the one before it, nothing is said. */
  | 'gap'
  /** The clip goes on after its file has ended. */
  | 'beyond-end'
  /** A word's place or time can't be, or isn't within its clip. */
  | 'bad-word';

export type ParsedRecordedBook =
  | { readonly ok: true; readonly recorded: RecordedBook }
  | { readonly ok: false; readonly code: RecordedBookFault; readonly where: string };

/** What rounding to a tenth of a millisecond may do to a sum, and nobody hears. */
const TOLERANCE = 0.001;

const ADDRESS = /^\/audio\/([\w-]+)\/[\w-]+\.mp3$/u;
const SHA256 = /^[0-9a-f]{64}$/u;

class Mismatch extends Error {
  readonly code: RecordedBookFault;
  readonly where: string;
  constructor(code: RecordedBookFault, where: string) {
    super(`${where}: ${code}`);
    this.code = code;
    this.where = where;
  }
}

/**
 * Fails at the first thing that is wrong, and says where (`clips[3]`). `book` is the id of the book that is wanted. Fields
 * that this version doesn't know are passed over.
 */
export function parseRecordedBook(value: unknown, book: string): ParsedRecordedBook {
  try {
    return { ok: true, recorded: recordedBook(value, book) };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, code: error.code, where: error.where };
    throw error;
  }
}

function recordedBook(value: unknown, wanted: string): RecordedBook {
  const { version, book, duration, narrator, credits, files, clips } = recordOf(value);
  if (version !== 1) throw new Mismatch('wrong-version', 'version');
  if (book !== wanted) throw new Mismatch('other-book', 'book');
  if (!isDuration(duration)) throw new Mismatch('bad-field', 'duration');
  if (typeof narrator !== 'string') throw new Mismatch('bad-field', 'narrator');
  if (!isTexts(credits)) throw new Mismatch('bad-field', 'credits');
  if (!Array.isArray(files)) throw new Mismatch('bad-field', 'files');
  if (!Array.isArray(clips)) throw new Mismatch('bad-field', 'clips');
  const sound = recordedFiles(files, wanted);
  return { version: 1, book, duration, narrator, credits, files: sound, clips: recordedClips(clips, sound) };
}

function recordedFiles(values: readonly unknown[], book: string): readonly RecordedFile[] {
  const seen = new Set<string>();
  return values.map((value, index) => {
    const where = `files[${index}]`;
    const { address, bytes, sha256, duration, title, section } = recordOf(value);
    if (typeof title !== 'string') throw new Mismatch('bad-field', where);
    if (section !== null && typeof section !== 'string') throw new Mismatch('bad-field', where);
    if (typeof address !== 'string' || ADDRESS.exec(address)?.[1] !== book) {
      throw new Mismatch('bad-file', where);
    }
    if (!isCount(bytes) || bytes === 0 || !isDuration(duration)) throw new Mismatch('bad-file', where);
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw new Mismatch('bad-file', where);
    if (seen.has(address)) throw new Mismatch('repeated-file', where);
    seen.add(address);
    return { address, bytes, sha256, duration, title, section };
  });
}

function recordedClips(values: readonly unknown[], files: readonly RecordedFile[]): readonly RecordedClip[] {
  if (values.length === 0) throw new Mismatch('no-clips', 'clips');
  const seen = new Set<SentenceId>();
  let latest = 0;
  let ended = 0;
  return values.map((value, index) => {
    const where = `clips[${index}]`;
    const [sentence, file, begin, end, words] = listOf(value, where);
    if (typeof sentence !== 'string' || sentence === '') throw new Mismatch('bad-field', where);
    const sound = isCount(file) ? files[file] : undefined;
    if (!isCount(file) || sound === undefined) throw new Mismatch('unknown-file', where);
    if (seen.has(sentence)) throw new Mismatch('repeated-sentence', where);
    seen.add(sentence);
    if (!isTime(begin) || !isTime(end) || end <= begin) throw new Mismatch('no-duration', where);
    if (file < latest) throw new Mismatch('out-of-order', where);
    if (file > latest) ended = 0;
    latest = file;
    if (begin < ended - TOLERANCE) throw new Mismatch('overlap', where);
    if (begin > ended + TOLERANCE) throw new Mismatch('gap', where);
    if (end > sound.duration + TOLERANCE) throw new Mismatch('beyond-end', where);
    ended = end;
    const clip = [sentence, file, begin, end] as const;
    return words === undefined ? clip : [...clip, recordedWords(words, end - begin, where)];
  });
}

function recordedWords(value: unknown, length: number, where: string): readonly RecordedWord[] {
  let placed = 0;
  let said = 0;
  return listOf(value, where).map((word) => {
    const [start, end, from, to] = listOf(word, where);
    const isPlace = isCount(start) && isCount(end) && start >= placed && end > start;
    const isSaid = isTime(from) && isTime(to) && from >= said - TOLERANCE && to >= from;
    if (!isPlace || !isSaid || to > length + TOLERANCE) throw new Mismatch('bad-word', where);
    placed = end;
    said = to;
    return [start, end, from, to];
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Mismatch('bad-field', where);
  return value as readonly unknown[];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isDuration(value: unknown): value is number {
  return isTime(value) && value > 0;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
