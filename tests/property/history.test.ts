import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHistoryStore, MOST_LEFT_PLACES, type Trail } from '../../src/library/history.ts';
import type { Place } from '../../src/library/places.ts';
import { createFakeStorage } from '../unit/library/fake-storage.ts';

const places: fc.Arbitrary<Place> = fc.record({
  locator: fc.record({
    book: fc.constantFrom('plan-1', 'plan-2', 'own-1'),
    sentence: fc.integer({ min: 0, max: 40 }).map((number) => `s${number}`),
    offset: fc.nat(30),
    quote: fc.string({ maxLength: 5 }),
  }),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  updated: fc.nat(),
});

const steps = fc.array(
  fc.record({ kind: fc.constantFrom('record', 'record', 'back', 'forward'), place: places }),
  { maxLength: 120 },
);

const nameOf = ({ locator }: Place): string => `${locator.book}#${locator.sentence}`;

function walk(all: readonly { readonly kind: string; readonly place: Place }[]) {
  const storage = createFakeStorage();
  const store = createHistoryStore(storage);
  for (const { kind, place } of all) {
    if (kind === 'record') store.record(place);
    else if (kind === 'back') store.back(place);
    else store.forward(place);
  }
  return { storage, store };
}

it('holds at most fifty places, each once in its list, whatever one presses', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { past, future } = walk(all).store.getSnapshot();
      expect(past.length + future.length).toBeLessThanOrEqual(MOST_LEFT_PLACES);
      for (const list of [past, future]) expect(new Set(list.map(nameOf)).size).toBe(list.length);
    }),
  );
});

it('is the same for a later page', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { storage, store } = walk(all);
      expect(createHistoryStore(storage).getSnapshot()).toEqual(store.getSnapshot());
    }),
  );
});

it('comes to where one was by going back and forward', () => {
  fc.assert(
    fc.property(steps, places, (all, here) => {
      const { store } = walk(all);
      const to = store.back(here);
      if (to === null) return;
      expect(nameOf(to)).not.toBe(nameOf(here));
      expect(store.forward(to)).toEqual(here);
    }),
  );
});

it('goes back to the place that a jump left', () => {
  fc.assert(
    fc.property(steps, places, places, (all, from, here) => {
      fc.pre(nameOf(from) !== nameOf(here));
      const { store } = walk(all);
      store.record(from);
      expect(store.getSnapshot().future).toEqual([]);
      expect(store.back(here)).toEqual(from);
    }),
  );
});

it('ends: so many steps back as there are places, and no more', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { store } = walk(all);
      const before: Trail = store.getSnapshot();
      let count = 0;
      while (store.back(null) !== null) count++;
      expect(count).toBe(before.past.length);
    }),
  );
});
