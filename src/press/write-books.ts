/** Puts finished books on disk: whole or not at all under their own names. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BookFile } from '../formats/talking-book.ts';
import { packZip } from '../formats/zip/pack.ts';
import { draftOf, pressErrorOf, removeStaleDrafts, replaceFile } from './files.ts';

/** A folder with all its files, in the place of one that is there. */
export async function writeFolder(
  path: string,
  files: readonly BookFile[],
  signal?: AbortSignal,
): Promise<void> {
  const draft = draftOf(path);
  await mending(path, draft, async () => {
    await mkdir(draft, { recursive: true });
    for (const file of files) {
      signal?.throwIfAborted();
      const target = join(draft, file.path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, await file.load());
    }
    await putInPlace(draft, path);
  });
}

/** A folder can't be renamed over one that has files: the old one steps aside first, so that one of them is always there. */
async function putInPlace(draft: string, path: string): Promise<void> {
  const aside = draftOf(path);
  const hadOld = await rename(path, aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(draft, path);
  } catch (error) {
    if (hadOld) await rename(aside, path);
    throw error;
  }
  if (hadOld) await rm(aside, { recursive: true, force: true });
}

/** The files as one ZIP; `folder` is put before their paths. */
export async function writeArchive(
  path: string,
  files: readonly BookFile[],
  { signal, ...options }: { readonly date: string; readonly folder?: string; readonly signal?: AbortSignal },
): Promise<void> {
  const draft = draftOf(path);
  await mending(path, draft, async () => {
    await mkdir(dirname(path), { recursive: true });
    const stream = createWriteStream(draft);
    const failed = new Promise<never>((_, reject) => stream.on('error', reject));
    const write = (piece: Uint8Array): Promise<void> => {
      signal?.throwIfAborted();
      return stream.write(piece)
        ? Promise.resolve()
        : new Promise((resolve) => stream.once('drain', () => resolve()));
    };
    const ended = (): Promise<void> =>
      new Promise((resolve, reject) =>
        stream.end((error?: Error | null) => (error ? reject(error) : resolve())),
      );
    try {
      await Promise.race([failed, packZip(files, options, write).then(ended)]);
    } finally {
      stream.destroy();
    }
    await rename(draft, path);
  });
}

/** One file. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mending(path, draftOf(path), () => replaceFile(path, content));
}

async function mending(path: string, draft: string, work: () => Promise<void>): Promise<void> {
  try {
    await removeStaleDrafts(path);
    await work();
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw pressErrorOf(error, path);
  }
}
