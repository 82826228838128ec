/** The text-storage port on `localStorage`, going on in memory where the browser refuses or has no room. */
import type { Kept, TextStorage } from '../../library/text-storage.ts';

/** What is needed of `window`. Reading `localStorage` itself may throw. */
export interface StorageHost {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  addEventListener(type: 'storage', listener: (event: { readonly key: string | null }) => void): void;
  removeEventListener(type: 'storage', listener: (event: { readonly key: string | null }) => void): void;
}

/** Never throws. What could not be written is held in memory, and read from there, until a later write succeeds. */
export function createTextStorage(host: StorageHost): TextStorage {
  /** What the device didn't take; `null` for a key that it didn't let go. */
  const held = new Map<string, string | null>();
  return {
    read: (key) => {
      const inMemory = held.get(key);
      if (inMemory !== undefined) return inMemory;
      try {
        return host.localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, value) => {
      try {
        host.localStorage.setItem(key, value);
        held.delete(key);
        return 'kept';
      } catch (error) {
        held.set(key, value);
        return whyNot(error);
      }
    },
    remove: (key) => {
      try {
        host.localStorage.removeItem(key);
        held.delete(key);
      } catch {
        held.set(key, null);
      }
    },
    watch: (key, listener) => {
      // A key of `null` means that everything was cleared.
      const onStorage = (event: { readonly key: string | null }): void => {
        if (event.key === key || event.key === null) listener();
      };
      host.addEventListener('storage', onStorage);
      return () => host.removeEventListener('storage', onStorage);
    },
  };
}

/** Browsers name a full storage differently: the standard's name, and Firefox's own. */
function whyNot(error: unknown): Exclude<Kept, 'kept'> {
  const name = error instanceof Error ? error.name : '';
  return name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED' ? 'full' : 'refused';
}
