/** From what was asked for to Books with readings: bundled books by their ids, documents by their paths. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Book } from '../book/book.ts';
import { buildContent } from '../build/content.ts';
import { type DocumentErrorCode, MAX_BYTES, readDocument } from '../formats/read-document.ts';
import { addReadings } from '../japanese/add-readings.ts';
import type { ReadingEngine } from '../japanese/readings.ts';
import { PressError } from './press-error.ts';

export interface PressInput {
  /** The bundled book's id, or the file's name without its ending: what the books are called. */
  readonly id: string;
  readonly book: Book;
}

const REASONS: Readonly<Record<DocumentErrorCode, string>> = {
  empty: '中に文がありません',
  'too-large': '大きすぎます（10 MB まで）',
  'unknown-format': 'この種類のファイルは読めません（.md、.txt、.html のどれか）',
  binary: '文字のファイルではありません',
  'unknown-encoding': '文字コードが分かりません（UTF-8 か Shift_JIS にしてください）',
};

/** Rejects with `no-such-input` or `unreadable-input`, which names the input. */
export async function readInputs(
  root: string,
  inputs: readonly string[],
  engine: ReadingEngine,
  /** A path that was typed, as this process finds it. */
  pathOf: (path: string) => string = (path) => path,
): Promise<readonly PressInput[]> {
  const files = await Promise.all(inputs.map((input) => fileAt(pathOf(input))));
  const needsBundled = files.some((file) => file === null);
  const bundled = needsBundled ? await bundledBooks(root) : new Map<string, Book>();
  const read: PressInput[] = [];
  for (const [index, input] of inputs.entries()) {
    const file = files[index] ?? null;
    const book = file === null ? bundled.get(input) : await readFileAsBook(file, engine);
    if (book === undefined) {
      throw new PressError(
        'no-such-input',
        `「${input}」という計画もファイルもありません。計画は ${[...bundled.keys()].join('、')} です。`,
      );
    }
    const id = file === null ? input : idOf(file);
    if (read.some((other) => sameName(other.id, id))) {
      throw new PressError('bad-option', `「${id}」という名前の本が二つあります。別々に作ってください。`);
    }
    read.push({ id, book });
  }
  return read;
}

/** The bundled books by their ids. */
export async function bundledBooks(root: string): Promise<ReadonlyMap<string, Book>> {
  const { books } = await buildContent(root);
  return new Map(books.map(({ entry, book }) => [entry.id, book]));
}

async function readFileAsBook(path: string, engine: ReadingEngine): Promise<Book> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw unreadable(path, REASONS['too-large']);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, '開けません。読んでもよいファイルかを確かめてください', cause);
  });
  const read = await readDocument({ name: basename(path), bytes });
  if (!read.ok) throw unreadable(path, REASONS[read.error.code]);
  return addReadings(read.book, engine);
}

function unreadable(path: string, reason: string, cause?: unknown): PressError {
  return new PressError('unreadable-input', `${path}：${reason}。`, { cause });
}

/** The file's name without its ending; what would hide the books or break a line is left out. */
function idOf(path: string): string {
  const name = basename(path, extname(path)).normalize('NFC');
  return name.replace(/^\.+|\p{C}/gu, '') || 'document';
}

/** Disks of other systems don't tell large letters from small ones. */
function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The path where it is a file's, `null` where there is nothing. Rejects with `unreadable-input` for a folder. */
async function fileAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.isFile()) return found === null ? null : path;
  throw unreadable(
    path,
    found.isDirectory() ? 'フォルダーです。中のファイルを書いてください' : 'ファイルではありません',
  );
}
