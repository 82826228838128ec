import { describe, expect, it } from 'vitest';
import {
  estimateRoom,
  type Persistence,
  type Room,
  requestPersistence,
  type StorageQuota,
} from '../../../../src/platform/storage/quota.ts';

async function refuse(): Promise<never> {
  throw new Error('SecurityError');
}

describe('requestPersistence', () => {
  it.each<[string, StorageQuota | undefined, Persistence]>([
    ['there is no storage manager', undefined, 'unknown'],
    ['it can’t be asked', {}, 'unknown'],
    ['it is given already', { persisted: async () => true, persist: refuse }, 'persistent'],
    ['it is given now', { persisted: async () => false, persist: async () => true }, 'persistent'],
    ['it is not given', { persist: async () => false }, 'best-effort'],
    ['asking fails', { persist: refuse }, 'unknown'],
  ])('where %s', async (_, storage, expected) => {
    expect(await requestPersistence(storage)).toBe(expected);
  });
});

describe('estimateRoom', () => {
  it.each<[string, StorageQuota | undefined, Room | null]>([
    ['there is no storage manager', undefined, null],
    ['it says both', { estimate: async () => ({ usage: 10, quota: 100 }) }, { used: 10, available: 90 }],
    [
      'more is used than given',
      { estimate: async () => ({ usage: 9, quota: 5 }) },
      { used: 9, available: 0 },
    ],
    ['it says one only', { estimate: async () => ({ usage: 9 }) }, null],
    ['asking fails', { estimate: refuse }, null],
  ])('where %s', async (_, storage, expected) => {
    expect(await estimateRoom(storage)).toEqual(expected);
  });
});
