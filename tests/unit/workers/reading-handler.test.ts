import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/book/book.ts';
import { sentencesOf } from '../../../src/book/walk.ts';
import type { ReadingEngine } from '../../../src/japanese/readings.ts';
import { BookStorageError, type OwnBookEntry } from '../../../src/library/book-storage.ts';
import { createDictionaryStore } from '../../../src/workers/dictionary-store.ts';
import type { ReadingResponse } from '../../../src/workers/protocol.ts';
import { createReadingHandler } from '../../../src/workers/reading-handler.ts';
import { createFakeDictionary } from './fake-dictionary.ts';

/** Reads the first character of every sentence as あ. */
const engine: ReadingEngine = {
  read: async () => ({
    ruby: [{ start: 0, end: 1, reading: 'あ', origin: 'analyzer', confidence: 1 }],
    words: [],
    phrases: [],
  }),
};

const bytes = (text: string) => new TextEncoder().encode(text);

function setUp(createEngine: (dictionary: ArrayBuffer) => Promise<ReadingEngine> = async () => engine) {
  const { fake, ports } = createFakeDictionary();
  const posted: ReadingResponse[] = [];
  const kept = new Map<string, { readonly entry: OwnBookEntry; readonly book: Book }>();
  const storage = { refuses: null as Error | null };
  const clock = { time: 12, step: 0 };
  let engines = 0;
  const handle = createReadingHandler({
    post: (response) => posted.push(response),
    dictionary: createDictionaryStore(ports),
    createEngine: (dictionary) => {
      engines += 1;
      return createEngine(dictionary);
    },
    storage: {
      put: async (entry, book) => {
        if (storage.refuses !== null) throw storage.refuses;
        kept.set(entry.id, { entry, book });
      },
    },
    now: () => {
      clock.time += clock.step;
      return clock.time;
    },
  });
  return { fake, posted, handle, kept, storage, clock, engines: () => engines };
}

const last = (posted: readonly ReadingResponse[]) => posted.at(-1);

describe('createReadingHandler', () => {
  it('turns a file into a book with readings and keeps it, telling how far it is', async () => {
    const { posted, handle, kept } = setUp();
    await handle({ type: 'open', id: 1, name: '手紙.txt', bytes: bytes('本文です。次です。') });
    const stages = posted.map((one) => (one.type === 'progress' ? one.stage : one.type));
    expect([...new Set(stages)]).toEqual(['dictionary', 'reading', 'kept']);
    const done = last(posted);
    if (done?.type !== 'kept') throw new Error('not kept');
    expect(done.entry).toEqual({
      id: done.entry.id,
      title: '手紙',
      name: '手紙.txt',
      added: 12,
      characters: '手紙本文です。次です。'.length,
    });
    const book = kept.get(done.entry.id)?.book;
    if (book === undefined) throw new Error('not there');
    expect(sentencesOf(book).map(({ sentence }) => sentence.ruby[0]?.reading)).toEqual(['あ', 'あ', 'あ']);
  });

  it('tells of no step within a tenth of a second of the last, but of each stage and of its end', async () => {
    const { posted, handle, clock } = setUp();
    clock.step = 30;
    await handle({ type: 'read-text', id: 1, name: '名', text: 'あ。'.repeat(50) });
    const told = posted.flatMap((one) => (one.type === 'progress' ? [one] : []));
    const reading = told.filter(({ stage }) => stage === 'reading').map(({ fraction }) => fraction);
    expect(reading.length).toBeGreaterThan(5);
    expect(reading.length).toBeLessThan(20);
    expect(reading.at(-1)).toBe(1);
    expect(told.some(({ stage, fraction }) => stage === 'dictionary' && fraction === 1)).toBe(true);
  });

  it.each(['full', 'refused'] as const)('hands the book over where the storage is %s', async (code) => {
    const { posted, handle, kept, storage } = setUp();
    storage.refuses = new BookStorageError(code, null);
    await handle({ type: 'read-text', id: 1, name: '名', text: '本文です。' });
    expect(last(posted)).toMatchObject({
      type: 'unkept',
      entry: { name: '名' },
      book: { metadata: { title: '名' } },
    });
    expect(kept.size).toBe(0);
  });

  it('gives the engine the whole dictionary', async () => {
    const given: string[] = [];
    const { handle } = setUp(async (dictionary) => {
      given.push(new TextDecoder().decode(dictionary));
      return engine;
    });
    await handle({ type: 'read-text', id: 1, name: '名', text: '本文です。' });
    expect(given).toEqual(['first second third']);
  });

  it('reads pasted text under the name or the title that it was given', async () => {
    const { posted, handle } = setUp();
    await handle({ type: 'read-text', id: 1, name: 'v1.2 の文', text: '本文です。' });
    expect(last(posted)).toMatchObject({ type: 'kept', entry: { title: 'v1.2 の文' } });
    await handle({ type: 'read-text', id: 2, name: '名', text: '本文です。', title: '題' });
    expect(last(posted)).toMatchObject({ type: 'kept', id: 2, entry: { title: '題' } });
  });

  it('makes the engine once for many documents', async () => {
    const { handle, engines } = setUp();
    await handle({ type: 'read-text', id: 1, name: '名', text: '本文です。' });
    await handle({ type: 'read-text', id: 2, name: '名', text: '本文です。' });
    expect(engines()).toBe(1);
  });

  it.each([
    ['photo.jpg', bytes('x'), 'unknown-format'],
    ['empty.txt', bytes(''), 'empty'],
  ])('refuses %s before it fetches anything', async (name, content, code) => {
    const { fake, posted, handle } = setUp();
    await handle({ type: 'open', id: 7, name, bytes: content });
    expect(posted).toEqual([{ type: 'failed', id: 7, error: { code } }]);
    expect(fake.asked).toEqual([]);
  });

  it('says that the dictionary is unavailable without a network', async () => {
    const { fake, posted, handle } = setUp();
    fake.onFetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    await handle({ type: 'read-text', id: 1, name: '名', text: '本文です。' });
    expect(last(posted)).toMatchObject({ type: 'failed', error: { code: 'dictionary-unavailable' } });
  });

  it('throws a damaged dictionary away, so that the next try fetches it anew', async () => {
    let damaged = true;
    const { fake, posted, handle } = setUp(async () => {
      if (damaged) throw new TypeError('not an Int32Array');
      return engine;
    });
    await handle({ type: 'read-text', id: 1, name: '名', text: '本文です。' });
    expect(last(posted)).toMatchObject({ type: 'failed', error: { code: 'dictionary-unavailable' } });
    expect(fake.cached.size).toBe(0);
    damaged = false;
    await handle({ type: 'read-text', id: 2, name: '名', text: '本文です。' });
    expect(last(posted)).toMatchObject({ type: 'kept', id: 2 });
  });

  it('names a fault of the app’s own', async () => {
    const { posted, handle } = setUp(async () => ({ read: () => Promise.reject(new RangeError('a bug')) }));
    await handle({ type: 'read-text', id: 1, name: '名', text: '本文です。' });
    expect(last(posted)).toEqual({ type: 'failed', id: 1, error: { code: 'failed', detail: 'a bug' } });
  });

  it('keeps the dictionary without making an engine', async () => {
    const { fake, posted, handle, engines } = setUp();
    await handle({ type: 'prepare', id: 3 });
    expect(last(posted)).toEqual({ type: 'prepared', id: 3 });
    expect(fake.cached.size).toBe(4);
    expect(engines()).toBe(0);
  });

  it('stops the work of the id that is aborted, and ignores an id that is over', async () => {
    const { fake, posted, handle } = setUp();
    await handle({ type: 'abort', id: 3 });
    fake.onFetch = () => handle({ type: 'abort', id: 4 });
    await handle({ type: 'prepare', id: 4 });
    expect(posted).toEqual([{ type: 'failed', id: 4, error: { code: 'aborted' } }]);
  });
});
