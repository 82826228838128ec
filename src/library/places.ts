/** Where one left off, in each book. Written at once and synchronously, so that a page that is killed loses nothing. */
import type { Fraction, Seconds } from '../book/book.ts';
import type { Locator } from '../book/locator.ts';
import { createStore, type Store } from '../book/store.ts';
import { createKeptJson, fieldsOf, type Parsed } from './kept-json.ts';
import { parseLocator, parseMoment, parseSeconds } from './parse-locator.ts';
import type { TextStorage } from './text-storage.ts';

/** How far the reader has got in one book. */
export interface Place {
  readonly locator: Locator;
  /** How much of the book lies behind. */
  readonly fraction: Fraction;
  /** Epoch milliseconds; 0 where it isn't known. */
  readonly updated: number;
  /** The book's title, in plain text, for where the book itself isn't there. */
  readonly title?: string;
  /** How far into the sentence's recording one has listened; absent where one read, or nobody knows. */
  readonly seconds?: Seconds;
  /** The heading above the place, in ruby notation; absent where there is none. */
  readonly chapter?: string;
}

/** What is kept beside the place itself, where it is known. */
export type PlaceDetails = Pick<Place, 'title' | 'seconds' | 'chapter'>;

/** The places of all books, and what went wrong with keeping them. */
export interface PlacesState {
  /** By book id. */
  readonly places: ReadonlyMap<string, Place>;
  /** `not-kept`: the device took none of it, so it lasts as long as this page. `repaired`: some were damaged and left out. */
  readonly problem: 'none' | 'not-kept' | 'repaired';
}

/** The places as they change, the same in every tab. */
export interface PlacesStore extends Store<PlacesState> {
  /** Where one left off in the book, or `null`. */
  get(book: string): Place | null;
  /** The book is the locator's; what was kept of it is replaced. Cheap enough to be called each second. */
  keep(locator: Locator, fraction: Fraction, details?: PlaceDetails): void;
  forget(book: string): void;
  /** The place that was kept last, or `null` on a first visit. */
  latest(): Place | null;
  /** Stops listening to other tabs. */
  dispose(): void;
}

/** The key under which the places are kept as JSON. */
export const PLACES_KEY = 'tomoyomi.places';

/** `now` is in epoch milliseconds. */
export function createPlacesStore(storage: TextStorage, now: () => number = Date.now): PlacesStore {
  const kept = createKeptJson(storage, PLACES_KEY, parsePlaces);
  const first = kept.read();
  const store = createStore<PlacesState>({
    places: first.value,
    problem: first.damaged ? 'repaired' : 'none',
  });

  // Read again before each write: another tab may have gone on in another book.
  const change = (next: (places: Map<string, Place>) => void): void => {
    const places = new Map(kept.read().value);
    next(places);
    const answer = kept.write({ version: 1, places: [...places.values()] });
    store.set({ places, problem: answer === 'kept' ? 'none' : 'not-kept' });
  };

  const unwatch = kept.watch(() => store.set({ ...store.getSnapshot(), places: kept.read().value }));

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    get: (book) => store.getSnapshot().places.get(book) ?? null,
    keep: (locator, fraction, details) =>
      change((places) => {
        places.set(locator.book, createPlace(locator, fraction, now(), details));
      }),
    forget: (book) =>
      change((places) => {
        places.delete(book);
      }),
    latest: () => {
      const places = [...store.getSnapshot().places.values()];
      return places.reduce<Place | null>(
        (best, place) => (best === null || place.updated > best.updated ? place : best),
        null,
      );
    },
    dispose: unwatch,
  };
}

/** A place as it is kept, with a fraction and seconds that are none drawn in or left out. `updated` is in epoch milliseconds. */
export function createPlace(
  locator: Locator,
  fraction: Fraction,
  updated: number,
  { title, seconds, chapter }: PlaceDetails = {},
): Place {
  const into = parseSeconds(seconds);
  return {
    locator,
    fraction: within(fraction),
    updated,
    ...(title !== undefined && { title }),
    ...(into !== null && { seconds: into }),
    ...(chapter !== undefined && { chapter }),
  };
}

/** The places from the JSON that is kept: `{version, places: [...]}`. Each damaged one is left out by itself. */
export function parsePlaces(value: unknown): Parsed<ReadonlyMap<string, Place>> {
  const places = new Map<string, Place>();
  if (value === undefined) return { value: places, damaged: false };
  const list = fieldsOf(value)?.places;
  if (!Array.isArray(list)) return { value: places, damaged: true };
  let damaged = false;
  for (const item of list as readonly unknown[]) {
    const place = parsePlace(item);
    if (place === null) damaged = true;
    else places.set(place.locator.book, place);
  }
  return { value: places, damaged };
}

/** One place; `null` where the value is none. What is damaged of its details is left out. */
export function parsePlace(value: unknown): Place | null {
  const fields = fieldsOf(value);
  const locator = parseLocator(fields?.locator);
  if (fields === null || locator === null) return null;
  const { fraction, updated, title, seconds, chapter } = fields;
  return createPlace(locator, typeof fraction === 'number' ? fraction : 0, parseMoment(updated), {
    ...(typeof title === 'string' && { title }),
    ...(typeof seconds === 'number' && { seconds }),
    ...(typeof chapter === 'string' && { chapter }),
  });
}

function within(fraction: number): Fraction {
  return Number.isNaN(fraction) ? 0 : Math.min(1, Math.max(0, fraction));
}
