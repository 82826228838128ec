import { describe, expect, it } from 'vitest';
import { fileNameOf, makeBook, type WritingPort } from '../../../src/app/make-book.ts';
import { BOOK_VERSION, type Book } from '../../../src/book/book.ts';
import type { WritingRequest, WritingResponse } from '../../../src/workers/write-book.ts';

const book: Book = {
  version: BOOK_VERSION,
  id: 'own-1',
  metadata: { title: '話', language: 'ja', creators: [] },
  title: [],
  sections: [],
};
const today = new Date(2026, 3, 1, 23, 59);

/** A worker that answers at once, or fails. */
function fakeWorker(answer: WritingResponse | 'broken') {
  const asked: WritingRequest[] = [];
  const worker: WritingPort & { ended: boolean } = {
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: (request) => {
      asked.push(request);
      if (answer === 'broken') worker.onerror?.({} as ErrorEvent);
      else worker.onmessage?.({ data: answer } as MessageEvent<WritingResponse>);
    },
    terminate: () => {
      worker.ended = true;
    },
  };
  return { worker, asked };
}

describe('makeBook', () => {
  it.each([
    ['epub', '話.epub', 'application/epub+zip'],
    ['daisy202', '話-daisy202.zip', 'application/zip'],
    ['daisy3', '話-daisy3.zip', 'application/zip'],
  ] as const)('hands out a file with its name and type: %s', async (format, name, type) => {
    const { worker, asked } = fakeWorker({ ok: true, bytes: new Uint8Array([1, 2, 3]) });
    const made = await makeBook(book, format, { start: () => worker, name: '話', today });
    expect([made.name, made.content.type, made.content.size]).toEqual([name, type, 3]);
    expect(asked).toEqual([{ book, format, date: '2026-04-01' }]);
    expect(worker.ended).toBe(true);
  });

  it.each([['broken'], [{ ok: false, message: 'no room' }]] as const)(
    'rejects where the worker fails, and ends it: %s',
    async (answer) => {
      const { worker } = fakeWorker(answer);
      await expect(makeBook(book, 'epub', { start: () => worker, name: 'x', today })).rejects.toThrow();
      expect(worker.ended).toBe(true);
    },
  );
});

it.each([
  ['第2期 地域福祉活動推進計画', '第2期 地域福祉活動推進計画'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['..隠れた.', '隠れた'],
  ['改行\nのある\t題', '改行 のある 題'],
  ['', 'book'],
  ['///', 'book'],
  ['𠮷'.repeat(80), '𠮷'.repeat(60)],
])('The title %j is a file called %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});
