/** The book-storage port on IndexedDB. Entries and books lie in two stores, so that a list doesn't read the books. */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Book } from '../../book/book.ts';
import { type BookStorage, BookStorageError, type OwnBookEntry } from '../../library/book-storage.ts';

interface Schema extends DBSchema {
  entries: { key: string; value: OwnBookEntry };
  books: { key: string; value: Book };
}

const DATABASE = 'tomoyomi';
const DATABASE_VERSION = 1;

/** Opens the database at the first use, and again after it was refused or another tab has closed it. */
export function createIdbBooks(): BookStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;

  const forget = (): void => {
    opened = null;
  };

  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= open(forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };

  const ask = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
    try {
      return await work(await database());
    } catch (error) {
      const full = error instanceof Error && error.name === 'QuotaExceededError';
      throw new BookStorageError(full ? 'full' : 'refused', error);
    }
  };

  return {
    list: () => ask((db) => db.getAll('entries')),
    get: (id) => ask((db) => db.get('books', id)),
    put: (entry, book) =>
      ask(async (db) => {
        const transaction = db.transaction(['entries', 'books'], 'readwrite', { durability: 'strict' });
        await Promise.all([
          transaction.objectStore('entries').put(entry),
          transaction.objectStore('books').put(book),
          transaction.done,
        ]);
      }),
    remove: (id) =>
      ask(async (db) => {
        const transaction = db.transaction(['entries', 'books'], 'readwrite');
        await Promise.all([
          transaction.objectStore('entries').delete(id),
          transaction.objectStore('books').delete(id),
          transaction.done,
        ]);
      }),
  };
}

/** `forget` is called when the connection is gone. A bundled plan needs no database, so its code comes only here. */
async function open(forget: () => void): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>(DATABASE, DATABASE_VERSION, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'id' });
      db.createObjectStore('books', { keyPath: 'id' });
    },
    // A newer version of the app in another tab wants to change the stores.
    blocking: (_current, _next, event) => {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
}
