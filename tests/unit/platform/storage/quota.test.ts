import { describe, expect, it } from 'vitest';
import {
  type Persistence,
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
