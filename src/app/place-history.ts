/** Goes back to the places that one jumped away from, in whichever book they are. Fetched with the first jump. */
import { createHistoryStore, type HistoryStore, type Travel } from '../library/history.ts';
import type { Place, PlacesStore } from '../library/places.ts';
import type { TextStorage } from '../library/text-storage.ts';
import { go } from './link.ts';

const stores = new WeakMap<TextStorage, HistoryStore>();

/** The one history of what `storage` keeps. */
export function historyOf(storage: TextStorage): HistoryStore {
  const there = stores.get(storage);
  if (there !== undefined) return there;
  const made = createHistoryStore(storage);
  stores.set(storage, made);
  return made;
}

/**
 * Notes down that one leaves `here`, which is `null` where one is in no book.
 *
 * @returns the place to be shown now; `null` where there is none in that direction
 */
export function travel(storage: TextStorage, how: Travel, here: Place | null): Place | null {
  const history = historyOf(storage);
  if (how === 'back') return history.back(here);
  if (how === 'forward') return history.forward(here);
  if (here !== null && !isSamePlace(here, how)) history.record(here);
  return how;
}

/** Opens a place of a book that isn't open. It goes on there, to the second: an address would know the sentence alone. */
export function openAt(places: Pick<PlacesStore, 'keep'>, place: Place): void {
  places.keep(place.locator, place.fraction, place);
  go(`/read/${place.locator.book}`);
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.locator.book === other.locator.book && one.locator.sentence === other.locator.sentence;
}
