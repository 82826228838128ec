import {
  createOfflineClient,
  type OfflineParts,
  type WorkboxPort,
} from '../../../../src/platform/offline/offline-client.ts';

type WorkboxEvent = 'waiting' | 'controlling' | 'redundant';

/** A `Workbox` that does nothing until it is told to. */
export class FakeWorkbox implements WorkboxPort {
  readonly calls: string[] = [];
  registering: () => Promise<unknown> = async () => undefined;
  updating: () => Promise<void> = async () => undefined;
  readonly #listeners: [WorkboxEvent, () => void][] = [];

  register(options: { readonly immediate: boolean }): Promise<unknown> {
    this.calls.push(`register ${options.immediate}`);
    return this.registering();
  }
  update(): Promise<void> {
    this.calls.push('update');
    return this.updating();
  }
  messageSkipWaiting(): void {
    this.calls.push('skip waiting');
  }
  addEventListener(type: WorkboxEvent, listener: () => void): void {
    this.#listeners.push([type, listener]);
  }
  emit(type: WorkboxEvent): void {
    for (const [of, listener] of this.#listeners) if (of === type) listener();
  }
}

/** A `Workbox` whose registration the browser refuses. */
export function refusing(): FakeWorkbox {
  const workbox = new FakeWorkbox();
  workbox.registering = () => Promise.reject(new Error('refused'));
  return workbox;
}

/** A client with everything it touches faked. `visit: 'later'` has a version that runs already. */
export function setUp(visit: 'first' | 'later', parts: Partial<OfflineParts> = {}) {
  const workboxes: FakeWorkbox[] = [];
  const sent: unknown[] = [];
  const messageListeners: ((event: { readonly data: unknown }) => void)[] = [];
  let becomeReady: (value?: unknown) => void = () => undefined;
  let reloads = 0;
  const ready = new Promise((fulfil) => {
    becomeReady = fulfil;
  });
  if (visit === 'later') becomeReady();
  const client = createOfflineClient({
    createWorkbox: async () => {
      const workbox = new FakeWorkbox();
      workboxes.push(workbox);
      return workbox;
    },
    navigator: {
      serviceWorker: {
        controller: visit === 'first' ? null : { postMessage: (message) => sent.push(message) },
        ready,
        addEventListener: (_, listener) => messageListeners.push(listener),
      },
    },
    books: [],
    whenIdle: async () => undefined,
    reload: () => {
      reloads += 1;
    },
    ...parts,
  });
  return {
    client,
    sent,
    workboxes,
    /** The `Workbox` of the last try. */
    workbox: () => workboxes.at(-1) ?? new FakeWorkbox(),
    progress: (done: number, total: number) => {
      for (const listener of messageListeners) listener({ data: { type: 'PRECACHE_PROGRESS', done, total } });
    },
    becomeReady: async () => {
      becomeReady();
      await ready;
      await Promise.resolve();
    },
    reloads: () => reloads,
  };
}
