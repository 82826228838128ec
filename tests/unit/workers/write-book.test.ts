import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book } from '../../../src/book/book.ts';
import { writeBook } from '../../../src/workers/write-book.ts';

const book: Book = {
  version: BOOK_VERSION,
  id: 'own-1',
  metadata: { title: '市場の話', language: 'ja', creators: [] },
  title: [
    {
      id: 's1',
      text: '市場の話',
      ruby: [{ start: 0, end: 2, reading: 'いちば', origin: 'reader', confidence: 1 }],
      marks: [],
      words: [],
    },
  ],
  sections: [],
};

describe('a book that is made on the device', () => {
  it('has the reader’s own readings in it', async () => {
    const files = unzipSync(await writeBook({ book, format: 'epub', date: '2026-04-01' }));
    const texts = Object.values(files).map((bytes) => strFromU8(bytes));
    expect(texts.some((text) => text.includes('<rt>いちば</rt>'))).toBe(true);
    expect(Object.keys(files)[0]).toBe('mimetype');
  });

  it.each([
    ['daisy202', 'book-daisy202/ncc.html'],
    ['daisy3', 'book-daisy3/'],
  ] as const)('is packed as a folder: %s', async (format, path) => {
    const files = Object.keys(unzipSync(await writeBook({ book, format, date: '2026-04-01' })));
    expect(files.some((name) => name.startsWith(path))).toBe(true);
    expect(files.some((name) => name.endsWith('.mp3'))).toBe(false);
  });

  it('is the same for the same book and day', async () => {
    const request = { book, format: 'epub', date: '2026-04-01' } as const;
    expect(await writeBook(request)).toEqual(await writeBook(request));
  });
});
