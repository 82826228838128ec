/** From what was asked for to Books with readings: bundled books by their ids, documents by their paths. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Book } from '../book/book.ts';
import { buildContent } from '../build/content.ts';
import { type DocumentErrorCode, readDocument } from '../formats/read-document.ts';
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
): Promise<readonly PressInput[]> {
  const files = await Promise.all(inputs.map(async (input) => ((await isFile(input)) ? input : null)));
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
    if (read.some((other) => other.id === id)) {
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
  const bytes = await readFile(path);
  const read = await readDocument({ name: basename(path), bytes });
  if (!read.ok) throw new PressError('unreadable-input', `${path}：${REASONS[read.error.code]}。`);
  return addReadings(read.book, engine);
}

function idOf(path: string): string {
  return basename(path, extname(path));
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true;
}
