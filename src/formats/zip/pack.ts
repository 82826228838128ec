/** Files into one ZIP, reproducibly: the same files and day give the same bytes. By fflate. */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { BookFile } from '../talking-book.ts';

export interface PackOptions {
  /** ISO 8601, a day: what every entry is dated. */
  readonly date: string;
  /** A folder that all paths are put into; none unless told. */
  readonly folder?: string;
}

/** What is compressed already gains nothing, and a container's `mimetype` must stand there as it is (EPUB 3.3 §4.2.2). */
const STORED = /(?:^mimetype|\.(?:mp3|m4a|m4b|zip|png|jpe?g|webp))$/u;

/**
 * Writes the archive piece by piece: `write` is waited for, so that no more than one file is in memory. Paths that aren't
 * ASCII are marked as UTF-8 (APPNOTE 4.4.4, bit 11), which is how Windows tells.
 */
export async function packZip(
  files: readonly BookFile[],
  { date, folder }: PackOptions,
  write: (piece: Uint8Array) => Promise<void> | void,
): Promise<void> {
  const pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error;
    else pieces.push(piece);
  });
  const flush = async (): Promise<void> => {
    if (failure !== null) throw failure;
    for (const piece of pieces.splice(0)) await write(piece);
  };
  const modified = noonOf(date);
  for (const file of files) {
    const path = folder === undefined ? file.path : `${folder}/${file.path}`;
    const entry = STORED.test(file.path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 9 });
    entry.mtime = modified;
    zip.add(entry);
    entry.push(await file.load(), true);
    await flush();
  }
  zip.end();
  await flush();
}

/** The same for what fits into memory. */
export async function zipOf(files: readonly BookFile[], options: PackOptions): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await packZip(files, options, (piece) => {
    pieces.push(piece);
  });
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** ZIP knows no time zones: an entry has the hour that the clock shows, wherever that is. */
function noonOf(date: string): Date {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}
