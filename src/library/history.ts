/** The places that one jumped away from, in all books, so that one can go back to them, and forward again. */
import type { Locator } from '../book/locator.ts';
import { createStore, type Store } from '../book/store.ts';
import { createKeptJson, fieldsOf, type Parsed } from './kept-json.ts';
import { type Place, parsePlace } from './places.ts';
import type { TextStorage } from './text-storage.ts';

/** What was left, each place at most once in each of the two lists; a place's `updated` is when it was left. */
export interface Trail {
  /** The oldest first. */
  readonly past: readonly Place[];
  /** What one has gone back from, the next first. */
  readonly future: readonly Place[];
}

/** One step back or forward on the way one came, or straight to a place, which is a jump itself. */
export type Travel = 'back' | 'forward' | Place;

/** The trail as it changes, the same in every tab. */
export interface HistoryStore extends Store<Trail> {
  /** One jumps away from this place. What lay ahead is forgotten, as in a browser. */
  record(from: Place): void;
  /**
   * The place to go back to, or `null` where there is none; it is not `here`'s sentence. `here` is where one is now,
   * and can be gone forward to; `null` where one is nowhere.
   */
  back(here: Place | null): Place | null;
  /** The same in the other direction. */
  forward(here: Place | null): Place | null;
  /** Stops listening to other tabs. */
  dispose(): void;
}

/** The key under which the trail is kept as JSON. */
export const HISTORY_KEY = 'tomoyomi.history';
/** How many places there can be, of both lists together; the one longest left goes first. */
export const MOST_LEFT_PLACES = 50;

const NOWHERE: Trail = { past: [], future: [] };

/** What the device doesn't keep lasts as long as the page; that is said where the places themselves are not kept. */
export function createHistoryStore(storage: TextStorage): HistoryStore {
  const kept = createKeptJson(storage, HISTORY_KEY, parseTrail);
  const store = createStore<Trail>(kept.read().value);

  const set = (trail: Trail): void => {
    kept.write({ version: 1, ...trail });
    store.set(trail);
  };
  const unwatch = kept.watch(() => store.set(kept.read().value));

  // Read again before each change: another tab may have jumped meanwhile.
  const go = (step: (trail: Trail, here: Place | null) => Step) => (here: Place | null) => {
    const { trail, to } = step(kept.read().value, here);
    if (to !== null) set(trail);
    return to;
  };

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    record: (from) => set(recorded(kept.read().value, from)),
    back: go(backward),
    forward: go((trail, here) => {
      const { trail: mirrored, to } = backward(mirror(trail), here);
      return { trail: mirror(mirrored), to };
    }),
    dispose: unwatch,
  };
}

interface Step {
  readonly trail: Trail;
  readonly to: Place | null;
}

function recorded({ past }: Trail, from: Place): Trail {
  return { past: [...without(past, from.locator), from].slice(-MOST_LEFT_PLACES), future: [] };
}

function backward({ past, future }: Trail, here: Place | null): Step {
  const elsewhere = here === null ? past : without(past, here.locator);
  const to = elsewhere.at(-1) ?? null;
  if (to === null) return { trail: { past, future }, to };
  // One place less behind, at most one more ahead: there is room.
  const ahead = here === null ? future : [here, ...without(future, here.locator)];
  return { trail: { past: elsewhere.slice(0, -1), future: ahead }, to };
}

function mirror({ past, future }: Trail): Trail {
  return { past: [...future].reverse(), future: [...past].reverse() };
}

function without(places: readonly Place[], { book, sentence }: Locator): readonly Place[] {
  return places.filter(({ locator }) => locator.book !== book || locator.sentence !== sentence);
}

/** The trail from the JSON that is kept: `{version, past, future}`. Each damaged place is left out by itself. */
export function parseTrail(value: unknown): Parsed<Trail> {
  if (value === undefined) return { value: NOWHERE, damaged: false };
  const fields = fieldsOf(value);
  const past = parseList(fields?.past);
  const future = parseList(fields?.future);
  const room = Math.max(0, MOST_LEFT_PLACES - past.value.length);
  return {
    value: { past: past.value.slice(-MOST_LEFT_PLACES), future: future.value.slice(0, room) },
    damaged: past.damaged || future.damaged,
  };
}

function parseList(value: unknown): Parsed<readonly Place[]> {
  if (!Array.isArray(value)) return { value: [], damaged: true };
  let damaged = false;
  let places: readonly Place[] = [];
  for (const item of value as readonly unknown[]) {
    const place = parsePlace(item);
    if (place === null) damaged = true;
    else places = [...without(places, place.locator), place];
  }
  return { value: places, damaged };
}
