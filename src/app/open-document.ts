/** From the page for one's own documents to the worker, the shelf, and the reading page. */
import type { Open, OpeningError, OpeningResult, Prepare } from '../features/open/open-types.ts';
import type { OwnBooks } from '../library/own-books.ts';
import { requestPersistence } from '../platform/storage/quota.ts';
import type { ReadingClient } from '../platform/workers/reading-client.ts';
import type { ReadingErrorCode } from '../workers/protocol.ts';

/** Opens a document, keeps it, and goes to it. */
export function createOpen(
  reading: ReadingClient,
  ownBooks: OwnBooks,
  pastedName: string,
  go: (address: string) => void,
): Open {
  return async (opening, options) => {
    const opened =
      'bytes' in opening
        ? await reading.openDocument(opening, options)
        : await reading.openText(opening.text, pastedName, {
            ...options,
            ...(opening.title !== '' && { title: opening.title }),
          });
    if (!opened.ok) return { ok: false, error: errorOf(opened.error.code) };
    const { entry, book } = opened;
    const address = `/read/${entry.id}`;
    // What the worker couldn't keep, the page may, and if only until it is closed.
    if (book === null) ownBooks.adopt(entry);
    else if (!(await ownBooks.put(book, entry.name)).kept) {
      const refused =
        ownBooks.getSnapshot().problem?.code === 'storage-full' ? 'storage-full' : 'storage-refused';
      return { ok: false, error: { code: refused, address } };
    }
    void requestPersistence(navigator.storage);
    if (!options.signal.aborted) go(address);
    return { ok: true };
  };
}

/** Fetches the dictionary alone. */
export function createPrepare(reading: ReadingClient): Prepare {
  return async (options): Promise<OpeningResult> => {
    const fetched = await reading.fetchDictionary(options);
    return fetched.ok ? { ok: true } : { ok: false, error: errorOf(fetched.error.code) };
  };
}

function errorOf(code: ReadingErrorCode): OpeningError {
  return { code };
}
