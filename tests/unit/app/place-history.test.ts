import { expect, it } from 'vitest';
import { historyOf, travel } from '../../../src/app/place-history.ts';
import { createPlace } from '../../../src/library/places.ts';
import { createFakeStorage } from '../library/fake-storage.ts';

const place = (sentence: string, book = 'plan') =>
  createPlace({ book, sentence, offset: 0, quote: '' }, 0.5, 1);

it('has one history for one storage', () => {
  const storage = createFakeStorage();
  expect(historyOf(storage)).toBe(historyOf(storage));
  expect(historyOf(createFakeStorage())).not.toBe(historyOf(storage));
});

it('goes to a place as a jump, back to where one was, and forward again', () => {
  const storage = createFakeStorage();
  expect(travel(storage, 'back', place('a'))).toBeNull();
  expect(travel(storage, place('b', 'other'), place('a'))).toEqual(place('b', 'other'));
  expect(travel(storage, 'back', place('b', 'other'))).toEqual(place('a'));
  expect(travel(storage, 'forward', place('a'))).toEqual(place('b', 'other'));
});

it('notes nothing down where one stays, or comes from nowhere', () => {
  const storage = createFakeStorage();
  travel(storage, place('a'), place('a'));
  travel(storage, place('b'), null);
  expect(historyOf(storage).getSnapshot().past).toEqual([]);
});
