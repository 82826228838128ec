import { describe, expect, it } from 'vitest';
import { estimateRoom, requestPersistence } from '../../../../src/platform/storage/quota.ts';

const refuse = (): Promise<never> => Promise.reject(new Error('SecurityError'));

describe('requestPersistence', () => {
  it.each([
    ['there is no storage manager', undefined, 'unknown'],
    ['it can’t be asked', {}, 'unknown'],
    ['it is given already', { persisted: async () => true, persist: refuse }, 'persistent'],
    ['it is given now', { persisted: async () => false, persist: async () => true }, 'persistent'],
    ['it is not given', { persist: async () => false }, 'best-effort'],
    ['asking fails', { persist: refuse }, 'unknown'],
  ] as const)('where %s', async (_, storage, expected) => {
    expect(await requestPersistence(storage)).toBe(expected);
  });
});

describe('estimateRoom', () => {
  it.each([
    ['there is no storage manager', undefined, null],
    ['it says both', { estimate: async () => ({ usage: 10, quota: 100 }) }, { used: 10, available: 90 }],
    [
      'more is used than given',
      { estimate: async () => ({ usage: 9, quota: 5 }) },
      { used: 9, available: 0 },
    ],
    ['it says one only', { estimate: async () => ({ usage: 9 }) }, null],
    ['asking fails', { estimate: refuse }, null],
  ] as const)('where %s', async (_, storage, expected) => {
    expect(await estimateRoom(storage)).toEqual(expected);
  });
});
