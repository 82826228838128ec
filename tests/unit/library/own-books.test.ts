import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book } from '../../../src/book/book.ts';
import { type BookStorage, BookStorageError, type OwnBookEntry } from '../../../src/library/book-storage.ts';
import { createOwnBooks, entryOf } from '../../../src/library/own-books.ts';

const sentence = (id: string, text: string) => ({ id, text, ruby: [], marks: [], words: [] });

const book = (id: string): Book => ({
  version: BOOK_VERSION,
  id,
  metadata: { title: `題 ${id}`, language: 'ja', creators: [] },
  title: [sentence('t1', '題名')],
  sections: [
    {
      id: 'sec1',
      heading: [],
      blocks: [{ type: 'paragraph', sentences: [sentence('s1', '本文です。')] }],
      sections: [],
    },
  ],
});

function createMemoryBooks() {
  const entries = new Map<string, unknown>();
  const books = new Map<string, unknown>();
  const device: { fails: 'refused' | 'full' | null } = { fails: null };
  const ask = async <T>(work: () => T): Promise<T> => {
    if (device.fails !== null) throw new BookStorageError(device.fails, new Error('the device'));
    return work();
  };
  const storage: BookStorage = {
    list: () => ask(() => [...entries.values()]),
    get: (id) => ask(() => books.get(id)),
    put: (entry: OwnBookEntry, value) =>
      ask(() => {
        entries.set(entry.id, entry);
        books.set(entry.id, value);
      }),
    remove: (id) =>
      ask(() => {
        entries.delete(id);
        books.delete(id);
      }),
  };
  return { storage, entries, books, device };
}

function setUp() {
  const memory = createMemoryBooks();
  const clock = { time: 0 };
  return { ...memory, store: createOwnBooks(memory.storage, () => ++clock.time) };
}

const ids = (store: ReturnType<typeof setUp>['store']) => store.getSnapshot().books.map(({ id }) => id);

describe('createOwnBooks', () => {
  it('is loading until the device has answered', async () => {
    const { store } = setUp();
    expect(store.getSnapshot().state).toBe('loading');
    await store.load();
    expect(store.getSnapshot()).toEqual({ state: 'ready', books: [], canUndoRemove: false, problem: null });
  });

  it('gives a later page what was put, the newest first', async () => {
    const { store, storage } = setUp();
    await store.put(book('doc-a'), 'a.txt');
    await store.put(book('doc-b'), 'b.md');
    const later = createOwnBooks(storage);
    await later.load();
    expect(later.getSnapshot().books).toEqual([
      { id: 'doc-b', title: '題 doc-b', name: 'b.md', added: 2, characters: 7, kept: true },
      { id: 'doc-a', title: '題 doc-a', name: 'a.txt', added: 1, characters: 7, kept: true },
    ]);
    expect(await later.open('doc-a')).toEqual({ ok: true, book: book('doc-a') });
  });

  it('takes up what a worker has kept, in place of what was here for this session only', async () => {
    const { store, storage, device } = setUp();
    device.fails = 'full';
    await store.put(book('doc-a'), 'a.txt');
    device.fails = null;
    const entry = entryOf(book('doc-a'), 'b.txt', 7);
    const other = { ...book('doc-a'), metadata: { title: '別', language: 'ja', creators: [] } };
    await storage.put(entry, other);
    store.adopt(entry);
    expect(store.getSnapshot()).toMatchObject({ books: [{ ...entry, kept: true }], problem: null });
    expect(await store.open('doc-a')).toEqual({ ok: true, book: other });
  });

  it('replaces a document of the same id', async () => {
    const { store } = setUp();
    await store.put(book('doc-a'), 'old.txt');
    await store.put(book('doc-a'), 'new.txt');
    expect(store.getSnapshot().books.map(({ name }) => name)).toEqual(['new.txt']);
  });

  it.each(['refused', 'full'] as const)(
    'reads a document in this session where the device is %s',
    async (fails) => {
      const { store, device } = setUp();
      device.fails = fails;
      expect(await store.put(book('doc-a'), 'a.txt')).toMatchObject({ kept: false });
      expect(store.getSnapshot().problem).toEqual({ code: `storage-${fails}` });
      expect(await store.open('doc-a')).toMatchObject({ ok: true });
      expect(await store.open('doc-b')).toEqual({ ok: false, error: { code: `storage-${fails}` } });
      await store.load();
      expect(ids(store)).toEqual(['doc-a']);
      expect(await store.remove('doc-a')).toBe(true);
      expect(ids(store)).toEqual([]);
    },
  );

  it('keeps a document after all when it is put again and there is room', async () => {
    const { store, device, books } = setUp();
    device.fails = 'full';
    await store.put(book('doc-a'), 'a.txt');
    device.fails = null;
    await store.put(book('doc-a'), 'a.txt');
    expect(store.getSnapshot()).toMatchObject({ books: [{ kept: true }], problem: null });
    expect(books.has('doc-a')).toBe(true);
  });

  it.each([
    ['nothing', undefined, 'not-found'],
    ['no book', { id: 'doc-a' }, 'damaged'],
    ['a book of another version', { ...book('doc-a'), version: 0 }, 'damaged'],
    ['a text', 'book', 'damaged'],
  ])('answers %s with its code, and leaves it as it is', async (_, kept, code) => {
    const { store, books } = setUp();
    if (kept !== undefined) books.set('doc-a', kept);
    expect(await store.open('doc-a')).toEqual({ ok: false, error: { code } });
    expect(books.get('doc-a')).toBe(kept);
  });

  it('leaves entries that are damaged out of the list', async () => {
    const { store, entries } = setUp();
    entries.set('x', { id: 5 });
    entries.set('y', null);
    entries.set('z', { id: 'doc-z', title: 'Z' });
    await store.load();
    expect(store.getSnapshot().books).toEqual([
      { id: 'doc-z', title: 'Z', name: 'Z', added: 0, characters: 0, kept: true },
    ]);
  });

  it('removes a document and brings it back as it was', async () => {
    const { store, books } = setUp();
    await store.put(book('doc-a'), 'a.txt');
    await store.put(book('doc-b'), 'b.txt');
    expect(await store.remove('doc-a')).toBe(true);
    expect(books.has('doc-a')).toBe(false);
    expect(store.getSnapshot().canUndoRemove).toBe(true);
    await store.undoRemove();
    expect(ids(store)).toEqual(['doc-b', 'doc-a']);
    expect(store.getSnapshot().canUndoRemove).toBe(false);
    expect(await store.open('doc-a')).toMatchObject({ ok: true });
    await store.undoRemove();
    expect(ids(store)).toEqual(['doc-b', 'doc-a']);
  });

  it('says why a document could not be removed, and keeps showing it', async () => {
    const { store, device } = setUp();
    await store.put(book('doc-a'), 'a.txt');
    device.fails = 'refused';
    expect(await store.remove('doc-a')).toBe(false);
    expect(store.getSnapshot().problem).toEqual({ code: 'storage-refused' });
    expect(ids(store)).toEqual(['doc-a']);
    expect(await store.remove('doc-x')).toBe(false);
  });

  it('passes on what is no failure of the device', async () => {
    const { storage } = createMemoryBooks();
    const store = createOwnBooks({ ...storage, list: () => Promise.reject(new TypeError('a bug')) });
    await expect(store.load()).rejects.toThrow('a bug');
  });
});
