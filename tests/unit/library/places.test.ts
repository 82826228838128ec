import { describe, expect, it } from 'vitest';
import { createPlacesStore, PLACES_KEY, parsePlaces } from '../../../src/library/places.ts';
import { createFakeStorage } from './fake-storage.ts';

const locator = (book: string, sentence = 's1') => ({ book, sentence, offset: 0, quote: '地域で' });

function setUp(text?: string) {
  const storage = createFakeStorage(text === undefined ? {} : { [PLACES_KEY]: text });
  const clock = { time: 1000 };
  return { storage, clock, store: createPlacesStore(storage, () => clock.time) };
}

describe('createPlacesStore', () => {
  it('knows no place on a first visit', () => {
    const { store } = setUp();
    expect(store.latest()).toBeNull();
    expect(store.get('plan-5')).toBeNull();
    expect(store.getSnapshot().problem).toBe('none');
  });

  it('gives a later page the last place of each book, and the latest of all', () => {
    const { storage, clock, store } = setUp();
    store.keep(locator('plan-5'), 0.2, { title: '第5期' });
    clock.time = 2000;
    store.keep(locator('plan-1'), 0.1);
    clock.time = 3000;
    store.keep(locator('plan-5', 's9'), 0.6, { title: '第5期', seconds: 12.34 });
    const later = createPlacesStore(storage);
    expect(later.latest()).toEqual({
      locator: locator('plan-5', 's9'),
      fraction: 0.6,
      updated: 3000,
      title: '第5期',
      seconds: 12.34,
    });
    expect(later.get('plan-1')).toEqual({ locator: locator('plan-1'), fraction: 0.1, updated: 2000 });
    later.forget('plan-5');
    expect(createPlacesStore(storage).latest()?.locator.book).toBe('plan-1');
  });

  it.each([
    [-1, 0],
    [0.5, 0.5],
    [7, 1],
    [Number.NaN, 0],
  ])('brings a fraction of %d to %d', (given, expected) => {
    const { store } = setUp();
    store.keep(locator('plan-5'), given);
    expect(store.get('plan-5')?.fraction).toBe(expected);
  });

  it.each([
    [12.3456, 12.35],
    [0, 0],
    [-2, 0],
    [1e9, 3600],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [undefined, undefined],
  ])('keeps %s seconds into the recording as %s', (given, expected) => {
    const { storage, store } = setUp();
    store.keep(locator('plan-5'), 0.5, given === undefined ? {} : { seconds: given });
    expect(store.get('plan-5')?.seconds).toBe(expected);
    expect(createPlacesStore(storage).get('plan-5')?.seconds).toBe(expected);
  });

  it('forgets the second with the next place that has none', () => {
    const { store } = setUp();
    store.keep(locator('plan-5'), 0.5, { seconds: 4 });
    store.keep(locator('plan-5', 's2'), 0.6);
    expect(store.get('plan-5')).not.toHaveProperty('seconds');
  });

  it('doesn’t write over what another tab has kept of another book', () => {
    const { storage, store } = setUp();
    const other = createPlacesStore(createFakeStorage());
    other.keep(locator('plan-2'), 0.9);
    storage.write(PLACES_KEY, JSON.stringify({ places: [other.get('plan-2')] }));
    store.keep(locator('plan-5'), 0.1);
    expect([...createPlacesStore(storage).getSnapshot().places.keys()]).toEqual(['plan-2', 'plan-5']);
  });

  it('hears of another tab until it is disposed of', () => {
    const { storage, store } = setUp();
    const text = (book: string) => JSON.stringify({ places: [{ locator: locator(book) }] });
    storage.writeElsewhere(PLACES_KEY, text('plan-3'));
    expect(store.get('plan-3')?.updated).toBe(0);
    store.dispose();
    storage.writeElsewhere(PLACES_KEY, text('plan-4'));
    expect(store.get('plan-4')).toBeNull();
  });

  it.each(['refused', 'full'] as const)('goes on in memory where the storage is %s', (answer) => {
    const { storage, store } = setUp();
    storage.answer = answer;
    store.keep(locator('plan-5'), 0.5);
    expect(store.getSnapshot().problem).toBe('not-kept');
    expect(store.latest()?.fraction).toBe(0.5);
  });

  it('leaves out what is damaged, says so, and sets the text aside before it writes', () => {
    const text = JSON.stringify({ places: [{ locator: locator('plan-1') }, { locator: 7 }] });
    const { storage, store } = setUp(text);
    expect(store.getSnapshot().problem).toBe('repaired');
    expect(store.get('plan-1')).not.toBeNull();
    expect(storage.read(`${PLACES_KEY}.damaged`)).toBeNull();
    store.keep(locator('plan-5'), 0.5);
    expect(storage.read(`${PLACES_KEY}.damaged`)).toBe(text);
    expect(createPlacesStore(storage).getSnapshot()).toMatchObject({ problem: 'none' });
  });
});

describe('parsePlaces', () => {
  it.each([
    [undefined, 0, false],
    [null, 0, true],
    [[], 0, true],
    [{}, 0, true],
    [{ places: [] }, 0, false],
    [{ places: [null] }, 0, true],
    [{ places: [{ locator: { book: '', sentence: 's' } }] }, 0, true],
    [{ places: [{ locator: { book: 'b', sentence: 's' }, fraction: 'x', title: 4 }] }, 1, false],
    [{ places: [{ locator: { book: 'b', sentence: 's' }, seconds: '7' }] }, 1, false],
  ])('of %j has %i places, damaged: %s', (value, size, damaged) => {
    const parsed = parsePlaces(value);
    expect([parsed.value.size, parsed.damaged]).toEqual([size, damaged]);
  });

  it.each([
    [7.5, 7.5],
    [-1, 0],
    ['7', undefined],
    [null, undefined],
  ])('of a place %j seconds into its sentence is %s seconds into it', (seconds, expected) => {
    const { value } = parsePlaces({ places: [{ locator: { book: 'b', sentence: 's' }, seconds }] });
    expect(value.get('b')?.seconds).toBe(expected);
  });
});
