/** The journal of small texts in IndexedDB, whose changes are on the disk milliseconds later, also if the browser is killed then. */
import type { Journal, JournalEntry } from './lasting-storage.ts';

const DATABASE = 'tomoyomi-journal';
const STORE = 'texts';

/** Nobody waits longer for what may have been lost, in milliseconds: a browser may never answer. */
const PATIENCE = 1500;

/**
 * Without `idb`, which would be on the way to the first text. `factory` is asked for once, and may throw where the
 * browser keeps nothing.
 */
export function createIdbJournal(factory: () => IDBFactory): Journal {
  const waiting = new Map<string, JournalEntry>();
  let busy = false;
  let database: Promise<IDBDatabase> | null = null;

  const open = (): Promise<IDBDatabase> => {
    database ??= new Promise<IDBDatabase>((fulfil, reject) => {
      const request = factory().open(DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        // Another tab's newer version, or the reader who clears everything, must not wait for this one.
        request.result.onversionchange = () => {
          request.result.close();
          database = null;
        };
        request.result.onclose = () => {
          database = null;
        };
        fulfil(request.result);
      };
    });
    return database;
  };

  // One transaction at a time, with the last text of each key: typing a long text writes no queue of it.
  const flush = async (): Promise<void> => {
    busy = true;
    try {
      const db = await open();
      while (waiting.size > 0) {
        const entries = [...waiting.values()];
        waiting.clear();
        await new Promise<void>((fulfil) => {
          const transaction = db.transaction(STORE, 'readwrite');
          const store = transaction.objectStore(STORE);
          for (const entry of entries) store.put(entry);
          transaction.oncomplete = () => fulfil();
          transaction.onabort = () => fulfil();
        });
      }
    } catch {
      // No journal here, or it was closed: the text itself is kept, and the next one tries again.
      database = null;
      waiting.clear();
    }
    busy = false;
  };

  return {
    entries: () =>
      new Promise((fulfil, reject) => {
        setTimeout(reject, PATIENCE);
        open().then((db) => {
          const request = db.transaction(STORE).objectStore(STORE).getAll();
          request.onsuccess = () => fulfil(request.result as JournalEntry[]);
          request.onerror = () => reject(request.error);
        }, reject);
      }),
    write: (entry) => {
      waiting.set(entry.key, entry);
      if (!busy) void flush();
    },
  };
}
