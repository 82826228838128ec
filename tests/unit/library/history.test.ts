import { describe, expect, it } from 'vitest';
import {
  createHistoryStore,
  HISTORY_KEY,
  MOST_LEFT_PLACES,
  parseTrail,
} from '../../../src/library/history.ts';
import type { Place } from '../../../src/library/places.ts';
import { createFakeStorage } from './fake-storage.ts';

const place = (sentence: string, book = 'plan-5', updated = 1): Place => ({
  locator: { book, sentence, offset: 0, quote: `文 ${sentence}` },
  fraction: 0.5,
  updated,
});

function setUp(text?: string) {
  const storage = createFakeStorage(text === undefined ? {} : { [HISTORY_KEY]: text });
  const store = createHistoryStore(storage);
  const names = (places: readonly Place[]) => places.map(({ locator }) => locator.sentence).join('');
  /** The places behind, then those ahead. */
  const trail = () => {
    const { past, future } = store.getSnapshot();
    return `${names(past)}|${names(future)}`;
  };
  return { storage, store, trail };
}

describe('createHistoryStore', () => {
  it('has nowhere to go on a first visit', () => {
    const { store, trail } = setUp();
    expect([store.back(null), store.forward(place('a')), trail()]).toEqual([null, null, '|']);
  });

  it('goes back the way one came, over books, and forward again', () => {
    const { store, trail } = setUp();
    store.record(place('a', 'plan-1'));
    store.record(place('b'));
    expect(store.back(place('c'))?.locator.sentence).toBe('b');
    expect(trail()).toBe('a|c');
    expect(store.back(place('b'))?.locator).toMatchObject({ book: 'plan-1', sentence: 'a' });
    expect(trail()).toBe('|bc');
    expect(store.back(place('a', 'plan-1'))).toBeNull();
    expect(store.forward(place('a', 'plan-1'))?.locator.sentence).toBe('b');
    expect(store.forward(place('b'))?.locator.sentence).toBe('c');
    expect(trail()).toBe('ab|');
  });

  it('forgets what lay ahead with the next jump', () => {
    const { store, trail } = setUp();
    store.record(place('a'));
    store.back(place('b'));
    store.record(place('c'));
    expect(trail()).toBe('c|');
  });

  it('holds a place once, as it was left last, and tells sentences of different books apart', () => {
    const { store, trail } = setUp();
    store.record(place('a', 'plan-5', 1));
    store.record(place('b'));
    store.record(place('a', 'plan-5', 7));
    expect(trail()).toBe('ba|');
    expect(store.getSnapshot().past[1]?.updated).toBe(7);
    store.record(place('a', 'plan-1'));
    expect(trail()).toBe('baa|');
  });

  it('doesn’t go back to where one is', () => {
    const { store } = setUp();
    store.record(place('a'));
    store.record(place('b'));
    expect(store.back(place('b'))?.locator.sentence).toBe('a');
    const { store: only } = setUp();
    only.record(place('a'));
    expect(only.back(place('a'))).toBeNull();
    expect(only.getSnapshot().past).toHaveLength(1);
  });

  it('lets the place that was left longest ago go when there are too many', () => {
    const { store } = setUp();
    for (let index = 0; index <= MOST_LEFT_PLACES; index++) store.record(place(`s${index}`));
    const { past } = store.getSnapshot();
    expect([past.length, past[0]?.locator.sentence]).toEqual([MOST_LEFT_PLACES, 's1']);
  });

  it('gives a later page the same trail, with seconds and chapters', () => {
    const { storage, store } = setUp();
    const left: Place = { ...place('a'), seconds: 3.5, chapter: '{章|しょう}', title: '計画' };
    store.record(left);
    store.record(place('b'));
    store.back(place('c'));
    expect(createHistoryStore(storage).getSnapshot()).toEqual({ past: [left], future: [place('c')] });
  });

  it('joins the jumps of two tabs, and hears of the other until it is disposed of', () => {
    const { storage, store, trail } = setUp();
    store.record(place('a'));
    storage.writeElsewhere(HISTORY_KEY, JSON.stringify({ past: [place('a'), place('x')], future: [] }));
    expect(trail()).toBe('ax|');
    store.record(place('b'));
    expect(trail()).toBe('axb|');
    store.dispose();
    storage.writeElsewhere(HISTORY_KEY, JSON.stringify({ past: [], future: [] }));
    expect(trail()).toBe('axb|');
  });

  it('sets damaged text aside before it writes', () => {
    const { storage, store, trail } = setUp('{"past": [');
    expect(trail()).toBe('|');
    store.record(place('a'));
    expect(storage.read(`${HISTORY_KEY}.damaged`)).toBe('{"past": [');
  });
});

describe('parseTrail', () => {
  it.each([
    [undefined, 0, 0, false],
    [null, 0, 0, true],
    [{}, 0, 0, true],
    [{ past: [], future: [] }, 0, 0, false],
    [{ past: [place('a')] }, 1, 0, true],
    [{ past: [place('a'), { locator: 3 }, place('a')], future: [place('b')] }, 1, 1, true],
    [{ past: Array.from({ length: 60 }, (_, n) => place(`${n}`)), future: [place('b')] }, 50, 0, false],
  ])('of %j', (value, past, future, damaged) => {
    const parsed = parseTrail(value);
    expect([parsed.value.past.length, parsed.value.future.length, parsed.damaged]).toEqual([
      past,
      future,
      damaged,
    ]);
  });
});
