import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bookFile } from '../../../src/formats/talking-book.ts';
import { pressErrorOf } from '../../../src/press/files.ts';
import { writeArchive, writeFolder, writeWhole } from '../../../src/press/write-books.ts';
import { testFolder } from './folders.ts';

const files = [bookFile('a.txt', 'あ'), bookFile('below/b.txt', 'b')];
const failing = [...files, { path: 'c.txt', load: () => Promise.reject(new Error('no sound')) }];
const date = '2026-04-01';

describe('a book on disk', () => {
  it('is a folder with all its files', async () => {
    const path = join(testFolder(), 'deep', '本 1');
    await writeFolder(path, files);
    expect(readFileSync(join(path, 'below', 'b.txt'), 'utf8')).toBe('b');
    expect(readdirSync(join(path, '..'))).toEqual(['本 1']);
  });

  it('takes the place of an older one with everything in it', async () => {
    const path = join(testFolder(), 'book');
    await writeFolder(path, [bookFile('old.txt', 'old')]);
    await writeFolder(path, files);
    expect(readdirSync(path).sort()).toEqual(['a.txt', 'below']);
    expect(readdirSync(join(path, '..'))).toEqual(['book']);
  });

  it('is an archive that unpacks to its folder, the same bytes each time', async () => {
    const folder = testFolder();
    for (const name of ['1.zip', '2.zip'])
      await writeArchive(join(folder, name), files, { date, folder: '本' });
    const bytes = readFileSync(join(folder, '1.zip'));
    expect(readFileSync(join(folder, '2.zip'))).toEqual(bytes);
    expect(Object.keys(unzipSync(bytes))).toEqual(['本/a.txt', '本/below/b.txt']);
    // General purpose flag, bit 11: the names are UTF-8.
    expect(bytes.readUInt16LE(6) & 0x800).toBe(0x800);
  });

  it.each([
    ['folder', (path: string) => writeFolder(path, failing)],
    ['archive', (path: string) => writeArchive(path, failing, { date })],
  ])('is the old one where a new %s fails, and nothing half-written lies about', async (_, write) => {
    const folder = testFolder();
    const path = join(folder, 'book');
    writeFileSync(path, 'old');
    await expect(write(path)).rejects.toThrow('no sound');
    expect(readdirSync(folder)).toEqual(['book']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it.each([
    ['folder', (path: string, signal: AbortSignal) => writeFolder(path, files, signal)],
    ['archive', (path: string, signal: AbortSignal) => writeArchive(path, files, { date, signal })],
  ])('is not begun as a %s after the run was ended', async (_, write) => {
    const folder = testFolder();
    await expect(write(join(folder, 'book'), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is rid of what a killed run left, but not of what another run is writing', async () => {
    const folder = testFolder();
    const dead = 2 ** 22 + 1;
    for (const name of [
      `book.${dead}.1.part`,
      `book.${dead}.22.part`,
      'book.1.1.part',
      'book.2.txt',
      `other.${dead}.1.part`,
    ]) {
      writeFileSync(join(folder, name), '');
    }
    await writeWhole(join(folder, 'book'), 'new');
    expect(readdirSync(folder).sort()).toEqual([
      'book',
      'book.1.1.part',
      'book.2.txt',
      `other.${dead}.1.part`,
    ]);
  });

  it('is refused where a folder has the archive’s name', async () => {
    const path = join(testFolder(), 'book.epub');
    mkdirSync(join(path, 'inside'), { recursive: true });
    await expect(writeArchive(path, files, { date })).rejects.toMatchObject({ code: 'not-writable' });
    expect(existsSync(join(path, 'inside'))).toBe(true);
  });
});

describe('what a disk says', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['EISDIR', 'not-writable'],
    ['ENAMETOOLONG', 'not-writable'],
  ])('as %s is %s in words that name the place', (code, expected) => {
    expect(pressErrorOf(Object.assign(new Error(code), { code }), '/books')).toMatchObject({
      code: expected,
      message: expect.stringContaining('/books'),
    });
  });

  it('is left as it is where it is a fault of the program', () => {
    const fault = new TypeError('x');
    expect(pressErrorOf(fault, '/books')).toBe(fault);
  });
});
