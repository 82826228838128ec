/** Puts finished books on disk: whole or not at all under their own names. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BookFile } from '../formats/talking-book.ts';
import { packZip } from '../formats/zip/pack.ts';
import { PressError } from './press-error.ts';

/** A folder with all its files, in the place of one that is there. */
export async function writeFolder(path: string, files: readonly BookFile[]): Promise<void> {
  const draft = draftOf(path);
  await mending(path, draft, async () => {
    for (const file of files) {
      const target = join(draft, file.path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await file.load());
    }
    await rm(path, { recursive: true, force: true });
    await rename(draft, path);
  });
}

/** The files as one ZIP; `folder` is put before their paths. */
export async function writeArchive(
  path: string,
  files: readonly BookFile[],
  options: { readonly date: string; readonly folder?: string },
): Promise<void> {
  const draft = draftOf(path);
  await mending(path, draft, async () => {
    await mkdir(dirname(path), { recursive: true });
    const stream = createWriteStream(draft);
    const failed = new Promise<never>((_, reject) => stream.on('error', reject));
    const write = (piece: Uint8Array): Promise<void> =>
      stream.write(piece)
        ? Promise.resolve()
        : new Promise((resolve) => stream.once('drain', () => resolve()));
    await Promise.race([
      failed,
      packZip(files, options, write).then(
        () =>
          new Promise<void>((resolve, reject) =>
            stream.end((error?: Error | null) => (error ? reject(error) : resolve())),
          ),
      ),
    ]);
    await rename(draft, path);
  });
}

/** One file. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = draftOf(path);
  await mending(path, draft, async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, path);
  });
}

/** Beside the place itself, so that moving it there is one step. */
function draftOf(path: string): string {
  return `${path}.${process.pid}.part`;
}

async function mending(path: string, draft: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw pressErrorOf(error, path);
  }
}

/** What the disk says, in words. Other errors as they are. */
export function pressErrorOf(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new PressError('disk-full', `ディスクがいっぱいで、${path} を書けませんでした。`, {
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR') {
    return new PressError('not-writable', `${path} に書けません。フォルダーを確かめてください。`, {
      cause: error,
    });
  }
  return error;
}
