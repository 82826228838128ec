/** Bookmarks with their notes, of all books together, in the order in which they were made. */
import type { Seconds } from '../book/book.ts';
import type { Locator } from '../book/locator.ts';
import { createStore, type Store } from '../book/store.ts';
import { createKeptJson, fieldsOf, type Parsed } from './kept-json.ts';
import { parseLocator, parseMoment, parseSeconds } from './parse-locator.ts';
import type { Kept, TextStorage } from './text-storage.ts';

/** A place that the reader wants to find again. */
export interface Bookmark {
  /** Made from the place: one place has at most one bookmark. */
  readonly id: string;
  readonly locator: Locator;
  /** The reader's own words, at most {@link LONGEST_NOTE} code units; often empty. */
  readonly note: string;
  /** The text at the place, for the list of bookmarks. */
  readonly quote: string;
  /** Epoch milliseconds; 0 where it isn't known. */
  readonly created: number;
  /** Absent for one that was put in while reading. */
  readonly listened?: ListenedPlace;
}

/** What a bookmark that was put in while listening knows besides, and by which it is called. */
export interface ListenedPlace {
  /** How far into the sentence's recording; `null` where nobody knows. */
  readonly seconds: Seconds | null;
  /** The heading above the place, in ruby notation; `null` where there is none. */
  readonly chapter: string | null;
}

/** All bookmarks, and what went wrong with keeping them. */
export interface BookmarksState {
  readonly bookmarks: readonly Bookmark[];
  /** True while the bookmark that was removed last can come back. */
  readonly canUndoRemove: boolean;
  /**
   * `refused`, `full`: the device didn't take the last change, so it lasts as long as this page.
   * `repaired`: some bookmarks were damaged and left out.
   */
  readonly problem: 'none' | 'repaired' | Exclude<Kept, 'kept'>;
}

/** What came of adding one. */
export type AddedBookmark =
  | { readonly ok: true; readonly bookmark: Bookmark }
  /** There are {@link MOST_BOOKMARKS} already. */
  | { readonly ok: false; readonly error: { readonly code: 'full' } };

/** The bookmarks as they change, the same in every tab; each change is kept at once. */
export interface BookmarksStore extends Store<BookmarksState> {
  /** The bookmarks of one book, in the order in which they were made. */
  of(book: string): readonly Bookmark[];
  /**
   * A bookmark at the place. Where there is one already it is that one, with the new note if one is given, and with
   * where one listens to now.
   */
  add(locator: Locator, note?: string, listened?: ListenedPlace): AddedBookmark;
  /** An unknown id is ignored. */
  remove(id: string): void;
  /** Brings the bookmark that was removed last back to where it was; nothing happens where there is none. */
  undoRemove(): void;
  /** A note that is too long is cut; an unknown id is ignored. */
  setNote(id: string, note: string): void;
  /** Stops listening to other tabs. */
  dispose(): void;
}

/** The key under which the bookmarks are kept as JSON. */
export const BOOKMARKS_KEY = 'tomoyomi.bookmarks';
/** How many bookmarks there can be, of all books together. */
export const MOST_BOOKMARKS = 1000;
/** The longest note, in UTF-16 code units. */
export const LONGEST_NOTE = 2000;

/** `now` is in epoch milliseconds. */
export function createBookmarksStore(storage: TextStorage, now: () => number = Date.now): BookmarksStore {
  const kept = createKeptJson(storage, BOOKMARKS_KEY, parseBookmarks);
  const first = kept.read();
  const store = createStore<BookmarksState>({
    bookmarks: first.value,
    canUndoRemove: false,
    problem: first.damaged ? 'repaired' : 'none',
  });
  let removed: Bookmark | null = null;

  const keep = (bookmarks: readonly Bookmark[]): void => {
    const answer = kept.write({ version: 1, bookmarks });
    store.set({ bookmarks, canUndoRemove: removed !== null, problem: answer === 'kept' ? 'none' : answer });
  };

  const change = (id: string, next: (bookmark: Bookmark) => Bookmark): Bookmark | null => {
    const bookmarks = kept.read().value;
    const found = bookmarks.find((bookmark) => bookmark.id === id);
    if (found === undefined) return null;
    const changed = next(found);
    if (changed !== found) keep(bookmarks.map((bookmark) => (bookmark === found ? changed : bookmark)));
    return changed;
  };

  const setNote = (id: string, note: string): void => {
    change(id, (bookmark) => withNote(bookmark, note));
  };

  const add = (locator: Locator, note?: string, listened?: ListenedPlace): AddedBookmark => {
    const id = idOf(locator);
    const there = change(id, (bookmark) => {
      const noted = note === undefined ? bookmark : withNote(bookmark, note);
      return listened === undefined ? noted : { ...noted, listened };
    });
    if (there !== null) return { ok: true, bookmark: there };
    const bookmarks = kept.read().value;
    if (bookmarks.length >= MOST_BOOKMARKS) return { ok: false, error: { code: 'full' } };
    const bookmark: Bookmark = {
      id,
      locator,
      note: (note ?? '').slice(0, LONGEST_NOTE),
      quote: locator.quote,
      created: now(),
      ...(listened !== undefined && { listened }),
    };
    keep([...bookmarks, bookmark]);
    return { ok: true, bookmark };
  };

  const unwatch = kept.watch(() => store.set({ ...store.getSnapshot(), bookmarks: kept.read().value }));

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    of: (book) => store.getSnapshot().bookmarks.filter((bookmark) => bookmark.locator.book === book),
    add,
    remove: (id) => {
      const bookmarks = kept.read().value;
      const found = bookmarks.find((bookmark) => bookmark.id === id);
      if (found === undefined) return;
      removed = found;
      keep(bookmarks.filter((bookmark) => bookmark !== found));
    },
    undoRemove: () => {
      const back = removed;
      if (back === null) return;
      removed = null;
      const others = kept.read().value.filter((bookmark) => bookmark.id !== back.id);
      keep([...others, back].sort((a, b) => a.created - b.created));
    },
    setNote,
    dispose: unwatch,
  };
}

function withNote(bookmark: Bookmark, note: string): Bookmark {
  const cut = note.slice(0, LONGEST_NOTE);
  return cut === bookmark.note ? bookmark : { ...bookmark, note: cut };
}

function idOf({ book, sentence, offset }: Locator): string {
  return `${book}#${sentence}.${offset}`;
}

/** The bookmarks from the JSON that is kept: `{version, bookmarks: [...]}`. Each damaged one is left out by itself. */
function parseBookmarks(value: unknown): Parsed<readonly Bookmark[]> {
  if (value === undefined) return { value: [], damaged: false };
  const list = fieldsOf(value)?.bookmarks;
  if (!Array.isArray(list)) return { value: [], damaged: true };
  const bookmarks = new Map<string, Bookmark>();
  let damaged = false;
  for (const item of list as readonly unknown[]) {
    const bookmark = parseBookmark(item);
    if (bookmark === null) damaged = true;
    else bookmarks.set(bookmark.id, bookmark);
  }
  return { value: [...bookmarks.values()], damaged };
}

function parseBookmark(value: unknown): Bookmark | null {
  const fields = fieldsOf(value);
  const locator = parseLocator(fields?.locator);
  if (fields === null || locator === null) return null;
  const { note, quote, created } = fields;
  const listened = parseListened(fields.listened);
  return {
    id: idOf(locator),
    locator,
    note: typeof note === 'string' ? note.slice(0, LONGEST_NOTE) : '',
    quote: typeof quote === 'string' ? quote : locator.quote,
    created: parseMoment(created),
    ...(listened !== null && { listened }),
  };
}

/** `null` for a bookmark that was put in while reading, or where that can't be made out. */
function parseListened(value: unknown): ListenedPlace | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { seconds, chapter } = fields;
  return { seconds: parseSeconds(seconds), chapter: typeof chapter === 'string' ? chapter : null };
}
