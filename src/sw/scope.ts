/**
 * What the service worker uses of its global scope. TypeScript's own declarations for workers clash with those for
 * pages, and both kinds of code are checked together.
 */

export interface ServiceWorkerScope {
  readonly registration: { readonly installing: unknown; readonly waiting: unknown };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      readonly type: 'window';
      readonly includeUncontrolled: boolean;
    }): Promise<readonly WindowClient[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifetimeEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerMessageEvent) => void): void;
}

export interface WindowClient {
  readonly id: string;
  postMessage(message: unknown): void;
}

/** An `ExtendableEvent`: the browser keeps the worker alive until the promise is settled. */
export interface LifetimeEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

export interface WorkerMessageEvent extends LifetimeEvent {
  readonly data: unknown;
}
