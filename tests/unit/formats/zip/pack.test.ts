import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type BookFile, bookFile } from '../../../../src/formats/talking-book.ts';
import { packZip, zipOf } from '../../../../src/formats/zip/pack.ts';

const DAY = { date: '2026-04-01' };
const files: readonly BookFile[] = [
  bookFile('mimetype', 'application/epub+zip'),
  bookFile('a/text.xml', '<a/>'.repeat(100)),
  bookFile('a/sound.mp3', new Uint8Array(1000)),
];

/** The local file headers (APPNOTE 4.3.7) in order. */
function headersOf(zip: Uint8Array) {
  const view = new DataView(zip.buffer);
  const found: { name: string; flags: number; method: number; extra: number; time: number }[] = [];
  for (let at = 0; at + 30 < zip.length; at++) {
    if (view.getUint32(at, true) !== 0x04034b50) continue;
    const length = view.getUint16(at + 26, true);
    found.push({
      name: new TextDecoder().decode(zip.subarray(at + 30, at + 30 + length)),
      flags: view.getUint16(at + 6, true),
      method: view.getUint16(at + 8, true),
      extra: view.getUint16(at + 28, true),
      time: view.getUint32(at + 10, true),
    });
  }
  return found;
}

describe('an archive', () => {
  test('holds what was put into it', async () => {
    const inside = unzipSync(await zipOf(files, DAY));
    expect(Object.keys(inside)).toEqual(['mimetype', 'a/text.xml', 'a/sound.mp3']);
    for (const { path, load } of files) expect(inside[path]).toEqual(await load());
  });

  test('has its type first, stored, with nothing beside; what is compressed already is stored too', async () => {
    const headers = headersOf(await zipOf(files, DAY));
    expect(headers.map(({ name, method, extra }) => [name, method, extra])).toEqual([
      ['mimetype', 0, 0],
      ['a/text.xml', 8, 0],
      ['a/sound.mp3', 0, 0],
    ]);
  });

  test('is the same whenever it is made, and another on another day', async () => {
    expect(await zipOf(files, DAY)).toEqual(await zipOf(files, DAY));
    expect(await zipOf(files, { date: '2026-04-02' })).not.toEqual(await zipOf(files, DAY));
  });

  test('puts all into a folder, and says so where its name is UTF-8', async () => {
    const [header] = headersOf(await zipOf(files, { ...DAY, folder: '計画' }));
    expect([header?.name, (header?.flags ?? 0) & 0x800]).toEqual(['計画/mimetype', 0x800]);
  });

  test('is written piece by piece: a file is asked for when those before it are written', async () => {
    const order: string[] = [];
    const watched = files.map(({ path, load }) => ({
      path,
      load: () => {
        order.push(path);
        return load();
      },
    }));
    await packZip(watched, DAY, () => {
      if (order.at(-1) !== 'written') order.push('written');
    });
    expect(order).toEqual(['mimetype', 'written', 'a/text.xml', 'written', 'a/sound.mp3', 'written']);
  });

  test('fails where a file can’t be had', async () => {
    const broken: BookFile = { path: 'b', load: () => Promise.reject(new Error('gone')) };
    await expect(zipOf([broken], DAY)).rejects.toThrow('gone');
  });
});
