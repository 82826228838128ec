/** What the press does with files everywhere: whole or not at all, and what the disk says put into words. */
import { mkdir, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PressError } from './press-error.ts';

let drafts = 0;

/** Beside the place itself, so that moving it there is one step; no two have the same, and it says whose it is. */
export function draftOf(path: string): string {
  drafts += 1;
  return `${path}.${process.pid}.${drafts}.part`;
}

/** The file under its own name is the old one or the new one, never half of one. Rejects as the disk does. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = draftOf(path);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Deletes the drafts of this place that killed runs left. */
export async function removeStaleDrafts(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const owner = /^\.(\d+)\.\d+\.part$/u.exec(name.slice(basename(path).length))?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What the disk says, in words. Other errors as they are. */
export function pressErrorOf(error: unknown, path: string): unknown {
  if (error instanceof PressError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, error);
  if (code !== undefined && NOT_WRITABLE.has(code)) {
    return new PressError(
      'not-writable',
      `${path} に書けません。フォルダーがあるか、書きこめるかを確かめてください。`,
      {
        cause: error,
      },
    );
  }
  return error;
}

const NOT_WRITABLE: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ENOENT',
  'ENAMETOOLONG',
]);

/** A program that can't write says so in its own way or not at all: `null` where the disk still has room. */
export async function diskFullIn(folder: string): Promise<PressError | null> {
  const disk = await statfs(folder).catch(() => null);
  if (disk === null || disk.bavail * disk.bsize > LEAST_ROOM) return null;
  return diskFull(folder, undefined);
}

/** Less is none: the longest sound file of a sentence is larger. */
const LEAST_ROOM = 4 * 1024 * 1024;

function diskFull(path: string, cause: unknown): PressError {
  return new PressError(
    'disk-full',
    `ディスクがいっぱいで、${path} に書けませんでした。場所をあけて、もう一度ためしてください。`,
    { cause },
  );
}
