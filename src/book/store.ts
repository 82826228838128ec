/**
 * The smallest observable value: what `useSyncExternalStore` needs and nothing of any framework. It lives beside the
 * model because what is kept (library) and what is spoken (narration) both hand out stores, and neither knows the other.
 */

/** A value that changes over time. The snapshot is the same object until something has changed. */
export interface Store<T> {
  getSnapshot(): T;
  /** Calls `listener` after each change; the returned function ends that, and may be called twice. */
  subscribe(listener: () => void): () => void;
}

/** A store with the handle that changes it; hand out only the `Store` part. */
export interface WritableStore<T> extends Store<T> {
  /** Replaces the value. Listeners hear of it at once, and only when it differs by `Object.is`. */
  set(next: T): void;
}

/** A store that holds `initial` until it is set. Its functions may be passed around without their object. */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<{ readonly call: () => void }>();
  return {
    getSnapshot: () => value,
    subscribe: (listener) => {
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const entry = { call: listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    set: (next) => {
      if (Object.is(value, next)) return;
      value = next;
      for (const entry of [...listeners]) if (listeners.has(entry)) entry.call();
    },
  };
}
