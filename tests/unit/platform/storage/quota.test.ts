import { describe, expect, it } from 'vitest';
import {
  type Persistence,
  readStorageRoom,
  requestPersistence,
  type StorageQuota,
  type StorageRoom,
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

describe('readStorageRoom', () => {
  it.each<[string, StorageQuota | undefined, StorageRoom]>([
    ['there is no storage manager', undefined, { used: null, left: null, persistence: 'unknown' }],
    ['it can’t be asked', {}, { used: null, left: null, persistence: 'unknown' }],
    [
      'it answers',
      { persisted: async () => false, estimate: async () => ({ usage: 300, quota: 1000 }) },
      { used: 300, left: 700, persistence: 'best-effort' },
    ],
    [
      'more is used than is allowed',
      { persisted: async () => true, estimate: async () => ({ usage: 300, quota: 200 }) },
      { used: 300, left: 0, persistence: 'persistent' },
    ],
    [
      'it says half',
      { persisted: async () => true, estimate: async () => ({ usage: 300 }) },
      { used: 300, left: null, persistence: 'persistent' },
    ],
    [
      'it refuses',
      { persisted: refuse, estimate: refuse },
      { used: null, left: null, persistence: 'unknown' },
    ],
  ])('where %s', async (_, storage, expected) => {
    expect(await readStorageRoom(storage)).toEqual(expected);
  });
});
