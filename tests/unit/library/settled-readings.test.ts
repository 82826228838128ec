import { describe, expect, it } from 'vitest';
import { createSettledStore, type SettledReading } from '../../../src/library/settled-readings.ts';
import { createFakeStorage } from './fake-storage.ts';

const KEY = 'tomoyomi.settled-readings';
const one: SettledReading = {
  base: '方',
  was: 'かた',
  surface: 'あの方',
  reading: 'あのかた',
  decision: 'accepted',
  listed: true,
};
const other: SettledReading = {
  ...one,
  base: '家',
  was: 'いえ',
  surface: '家',
  reading: 'うち',
  decision: 'changed',
};

describe('settled readings', () => {
  it('are there after opening again, with the document', () => {
    const storage = createFakeStorage();
    const store = createSettledStore(storage);
    store.choose('plan-5');
    store.settle(one);
    store.settle(other);
    const again = createSettledStore(storage).getSnapshot();
    expect(again).toEqual({ settled: [one, other], book: 'plan-5', problem: 'none' });
  });

  it('hold one decision for a doubt, the last', () => {
    const store = createSettledStore(createFakeStorage());
    store.settle(one);
    store.settle(other);
    store.settle({ ...one, reading: 'あのほう', decision: 'changed' });
    expect(store.getSnapshot().settled.map(({ reading }) => reading)).toEqual(['うち', 'あのほう']);
  });

  it('are taken back one by one, also after opening again', () => {
    const storage = createFakeStorage();
    const first = createSettledStore(storage);
    first.settle(one);
    first.settle(other);
    const store = createSettledStore(storage);
    expect(store.undo()).toEqual(other);
    expect(store.undo()).toEqual(one);
    expect(store.undo()).toBeNull();
    expect(store.getSnapshot().settled).toEqual([]);
  });

  it.each<[string, string, readonly SettledReading[], boolean]>([
    ['nothing', '', [], false],
    ['no JSON', '{', [], true],
    ['another type', '[1]', [], true],
    ['no list', '{"settled":5}', [], true],
    [
      'a damaged one among whole ones',
      JSON.stringify({ settled: [one, { ...other, reading: '漢字' }] }),
      [one],
      true,
    ],
    ['an unknown decision', JSON.stringify({ settled: [{ ...one, decision: 'perhaps' }] }), [], true],
    ['a surface that is none', JSON.stringify({ settled: [{ ...one, surface: ' ' }] }), [], true],
  ])('leave out what is damaged: %s', (_, text, settled, damaged) => {
    const storage = createFakeStorage();
    if (text !== '') storage.write(KEY, text);
    const store = createSettledStore(storage);
    expect(store.getSnapshot()).toEqual({ settled, book: null, problem: damaged ? 'repaired' : 'none' });
    store.settle(other);
    expect(store.getSnapshot().settled).toEqual([...settled, other]);
    expect(storage.read(`${KEY}.damaged`)).toBe(damaged ? text : null);
  });
});
