/**
 * The reader's corrections as the screens know them. Eager is only the question whether there are any; the store, and
 * what lays corrections over a book, are fetched when there are, or when the first one is made.
 */
import type { Book } from '../book/book.ts';
import { createStore, type Store } from '../book/store.ts';
import type { CorrectionsState, CorrectionsStore } from '../library/corrections.ts';
import { CORRECTIONS_KEY } from '../library/corrections-key.ts';
import type { TextStorage } from '../library/text-storage.ts';

export interface Corrections {
  /** Another number with every change of the corrections, in this tab or in another. */
  readonly revision: Store<number>;
  /** The store, the same each time. Rejects where its code can't be fetched; one may ask again. */
  open(): Promise<CorrectionsStore>;
  /** What went wrong with keeping them, as far as they have been looked at; `revision` tells when it changes. */
  problem(): CorrectionsState['problem'];
  /** Looks at what is kept, where there is something and nobody has looked yet; says by `problem` what is wrong with it. */
  check(): void;
  /**
   * The book as its reader reads it, from the original or from one that was corrected before: the very same where
   * nothing changes. Never rejects: what can't be fetched corrects nothing.
   */
  apply(book: Book): Promise<Book>;
  /** True for a book that `apply` has changed. */
  isCorrected(book: Book): boolean;
}

/** Listens to other tabs for as long as the page lives. */
export function createCorrections(storage: TextStorage): Corrections {
  const revision = createStore(0);
  const changed = (): void => revision.set(revision.getSnapshot() + 1);
  const corrected = new WeakSet<Book>();
  let fetched: ReturnType<typeof load> | null = null;
  let known: CorrectionsStore | null = null;
  const unwatch = storage.watch(CORRECTIONS_KEY, changed);

  const load = async () => {
    const [{ createCorrectionsStore }, { applyCorrections, originalBook }] = await Promise.all([
      import('../library/corrections.ts'),
      import('../japanese/apply-corrections.ts'),
    ]);
    unwatch();
    const store = createCorrectionsStore(storage);
    store.subscribe(changed);
    known = store;
    if (store.getSnapshot().problem !== 'none') changed();
    return { store, applyCorrections, originalBook };
  };
  const fetchOnce = (): ReturnType<typeof load> => {
    fetched ??= load().catch((error: unknown) => {
      fetched = null;
      throw error;
    });
    return fetched;
  };
  const isWaiting = (): boolean => fetched === null && storage.read(CORRECTIONS_KEY) !== null;
  let opened: Promise<CorrectionsStore> | null = null;

  return {
    revision,
    open: () => {
      opened ??= fetchOnce().then(
        ({ store }) => store,
        (error: unknown) => {
          opened = null;
          throw error;
        },
      );
      return opened;
    },
    problem: () => known?.getSnapshot().problem ?? 'none',
    check: () => {
      // Without its code nothing is changed either; the next page asks again.
      if (isWaiting()) void fetchOnce().catch(() => {});
    },
    apply: async (book) => {
      if (fetched === null && !isWaiting()) return book;
      try {
        const { store, applyCorrections, originalBook } = await fetchOnce();
        const original = originalBook(book);
        const result = applyCorrections(original, store.getSnapshot().corrections);
        if (result !== original) corrected.add(result);
        return result;
      } catch {
        return book;
      }
    },
    isCorrected: (book) => corrected.has(book),
  };
}
