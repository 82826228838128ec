import { describe, expect, it } from 'vitest';
import { createTextStorage, type StorageHost } from '../../../../src/platform/storage/text-storage.ts';

type Listener = (event: { readonly key: string | null }) => void;

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

function createHost(fails: { access?: Error; read?: Error; write?: Error }) {
  const kept = new Map<string, string>();
  const listeners = new Set<Listener>();
  const host: StorageHost = {
    get localStorage() {
      if (fails.access !== undefined) throw fails.access;
      return {
        getItem: (key: string) => {
          if (fails.read !== undefined) throw fails.read;
          return kept.get(key) ?? null;
        },
        setItem: (key: string, value: string) => {
          if (fails.write !== undefined) throw fails.write;
          kept.set(key, value);
        },
        removeItem: (key: string) => {
          if (fails.write !== undefined) throw fails.write;
          kept.delete(key);
        },
      };
    },
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  return {
    host,
    fails,
    kept,
    listeners,
    emit: (key: string | null) => {
      for (const call of listeners) call({ key });
    },
  };
}

describe('createTextStorage', () => {
  it.each([
    ['nothing fails', {}, 'kept'],
    ['access throws', { access: named('SecurityError') }, 'refused'],
    ['writing throws', { write: named('SecurityError') }, 'refused'],
    ['it is full', { write: named('QuotaExceededError') }, 'full'],
    ['it is full in Firefox', { write: named('NS_ERROR_DOM_QUOTA_REACHED') }, 'full'],
  ] as const)('answers a write where %s, and reads it back in any case', (_, fails, expected) => {
    const storage = createTextStorage(createHost(fails).host);
    expect(storage.write('key', 'value')).toBe(expected);
    expect(storage.read('key')).toBe('value');
    storage.remove('key');
    expect(storage.read('key')).toBeNull();
  });

  it('reads nothing where reading throws', () => {
    expect(createTextStorage(createHost({ read: named('SecurityError') }).host).read('key')).toBeNull();
  });

  it('prefers what this session wrote to the older text that is kept, until a write succeeds', () => {
    const { host, fails, kept } = createHost({});
    const storage = createTextStorage(host);
    storage.write('key', 'old');
    fails.write = named('QuotaExceededError');
    storage.write('key', 'new');
    expect([storage.read('key'), kept.get('key')]).toEqual(['new', 'old']);
    delete fails.write;
    storage.write('key', 'newer');
    expect([storage.read('key'), kept.get('key')]).toEqual(['newer', 'newer']);
  });

  it('tells of another tab’s change of the key, and of everything being cleared, until it is told to stop', () => {
    const { host, emit, listeners } = createHost({});
    let heard = 0;
    const stop = createTextStorage(host).watch('key', () => heard++);
    emit('key');
    emit('other');
    emit(null);
    expect(heard).toBe(2);
    stop();
    expect(listeners.size).toBe(0);
  });
});
