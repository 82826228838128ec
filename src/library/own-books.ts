/**
 * The reader's own documents. What the device doesn't take is held in memory, so that it can be read until the page is
 * closed; whether an entry is kept is said of each.
 */
import type { Book } from '../book/book.ts';
import { parseBook } from '../book/parse-book.ts';
import { createStore, type Store } from '../book/store.ts';
import { sentencesOf } from '../book/walk.ts';
import { type BookStorage, BookStorageError, type OwnBookEntry } from './book-storage.ts';
import { fieldsOf } from './kept-json.ts';
import { parseMoment } from './parse-locator.ts';

/** Why the device did not do what was asked of it. */
export type OwnBooksError =
  /** The browser keeps nothing for this page; the document is there until the page is closed. */
  | { readonly code: 'storage-refused' }
  /** There is no room left; the document is there until the page is closed. */
  | { readonly code: 'storage-full' }
  | { readonly code: 'not-found' }
  /** What is kept is no book, or one of another version. It is left as it is. */
  | { readonly code: 'damaged' };

/** An entry of the list of own documents; the document itself is read by `open`. */
export interface OwnBook extends OwnBookEntry {
  /** False where the document is there for this session only. */
  readonly kept: boolean;
}

/** The list of own documents, and what went wrong last. */
export interface OwnBooksState {
  /** `loading` until the device has answered for the first time. */
  readonly state: 'loading' | 'ready';
  /** The newest first. */
  readonly books: readonly OwnBook[];
  /** True while the document that was removed last can come back. */
  readonly canUndoRemove: boolean;
  /** Why the last thing that was asked of the device failed; `null` where it didn't. */
  readonly problem: OwnBooksError | null;
}

/** A document that was read, or why it could not be. */
export type OpenedBook =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly error: OwnBooksError };

/** The reader's documents: listed, read, kept, removed and brought back. No method rejects on account of the device. */
export interface OwnBooks extends Store<OwnBooksState> {
  /** Asks the device for its list. Never rejects; a failure is the state's `problem`. */
  load(): Promise<void>;
  open(id: string): Promise<OpenedBook>;
  /** Keeps a document, in place of one with the same id. It can be opened afterwards in any case. */
  put(book: Book, name: string): Promise<OwnBook>;
  /** Takes up a document that a worker has kept on this device: the list has it, and it can be opened. */
  adopt(entry: OwnBookEntry): void;
  /** Resolves with whether it is gone; the state's `problem` says why not. */
  remove(id: string): Promise<boolean>;
  /** Brings back the document that was removed last; nothing happens where there is none. */
  undoRemove(): Promise<void>;
}

interface Held {
  readonly entry: OwnBookEntry;
  readonly book: unknown;
}

/** `now` is in epoch milliseconds. Nothing is asked of the device until `load`. */
export function createOwnBooks(storage: BookStorage, now: () => number = Date.now): OwnBooks {
  const store = createStore<OwnBooksState>({
    state: 'loading',
    books: [],
    canUndoRemove: false,
    problem: null,
  });
  /** What the device didn't take, by id. */
  const held = new Map<string, Held>();
  let removed: Held | null = null;

  const update = (change: Partial<OwnBooksState>): void =>
    store.set({ ...store.getSnapshot(), canUndoRemove: removed !== null, ...change });

  const withEntry = (entry: OwnBook): readonly OwnBook[] =>
    [entry, ...without(store.getSnapshot().books, entry.id)].sort((a, b) => b.added - a.added);

  const keep = async (entry: OwnBookEntry, book: Book): Promise<OwnBook> => {
    const problem = await problemOf(storage.put(entry, book));
    if (problem === null) held.delete(entry.id);
    else held.set(entry.id, { entry, book });
    const own = { ...entry, kept: problem === null };
    update({ books: withEntry(own), problem });
    return own;
  };

  const find = async (id: string): Promise<unknown> => held.get(id)?.book ?? (await storage.get(id));

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,

    load: async () => {
      let kept: readonly OwnBook[] = [];
      const problem = await problemOf(
        storage.list().then((list) => {
          kept = list.flatMap((item) => parseEntry(item) ?? []).filter(({ id }) => !held.has(id));
        }),
      );
      const inMemory = [...held.values()].map(({ entry }) => ({ ...entry, kept: false }));
      const books = [...kept, ...inMemory].sort((a, b) => b.added - a.added);
      update({ state: 'ready', books, problem });
    },

    open: async (id) => {
      let found: unknown;
      const problem = await problemOf(
        find(id).then((value) => {
          found = value;
        }),
      );
      if (problem !== null) return { ok: false, error: problem };
      if (found === undefined) return { ok: false, error: { code: 'not-found' } };
      const parsed = parseBook(found);
      return parsed.ok ? parsed : { ok: false, error: { code: 'damaged' } };
    },

    put: (book, name) => keep(entryOf(book, name, now()), book),

    adopt: (entry) => {
      held.delete(entry.id);
      update({ books: withEntry({ ...entry, kept: true }), problem: null });
    },

    remove: async (id) => {
      const entry = store.getSnapshot().books.find((book) => book.id === id);
      if (entry === undefined) return false;
      let book: unknown;
      const problem = await problemOf(
        find(id).then((value) => {
          book = value;
          return entry.kept ? storage.remove(id) : undefined;
        }),
      );
      if (problem !== null) {
        update({ problem });
        return false;
      }
      held.delete(id);
      removed = book === undefined ? null : { entry: plainEntry(entry), book };
      update({ books: without(store.getSnapshot().books, id), problem: null });
      return true;
    },

    undoRemove: async () => {
      const back = removed;
      if (back === null) return;
      removed = null;
      // Put back as it was, even where it can't be read by this version.
      await keep(back.entry, back.book as Book);
    },
  };
}

async function problemOf(work: Promise<void>): Promise<OwnBooksError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof BookStorageError)) throw error;
    return { code: error.code === 'full' ? 'storage-full' : 'storage-refused' };
  }
}

function without(books: readonly OwnBook[], id: string): readonly OwnBook[] {
  return books.filter((book) => book.id !== id);
}

function plainEntry({ kept: _, ...entry }: OwnBook): OwnBookEntry {
  return entry;
}

/** What the list shows of a book. `name` is the file's, or what the reader called the text; `added` is in epoch milliseconds. */
export function entryOf(book: Book, name: string, added: number): OwnBookEntry {
  const characters = sentencesOf(book).reduce((sum, { sentence }) => sum + sentence.text.length, 0);
  return { id: book.id, title: book.metadata.title, name, added, characters };
}

function parseEntry(value: unknown): OwnBook | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { id, title, name, added, characters } = fields;
  if (typeof id !== 'string' || id === '' || typeof title !== 'string') return null;
  return {
    id,
    title,
    name: typeof name === 'string' ? name : title,
    added: parseMoment(added),
    characters: parseMoment(characters),
    kept: true,
  };
}
