/** The page's side of the service worker: is the app on the device, is there a new version, and when may it come. */
import { createStore, type Store } from '../../book/store.ts';
import { isPrecacheProgress, PAGE_LOADED, PRECACHE } from '../../sw/constants.ts';

export interface OfflineSnapshot {
  /**
   * `installing` from the first visit until everything is on the device, also before `register`; `ready` when the app
   * opens without a network; `failed` when that couldn't be finished (`register` tries again); `unsupported` when the
   * browser has no service workers here, as in some private windows.
   */
  readonly state: 'unsupported' | 'installing' | 'ready' | 'failed';
  /** Files on the device so far, of all; `null` unless they are coming for the first time. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** `waiting` while a new version is on the device and could take over. */
  readonly update: 'none' | 'waiting';
}

export interface OfflineClient extends Store<OfflineSnapshot> {
  /**
   * Begins to bring the app onto the device, once the page is at rest, and looks for a new version. Does nothing while a
   * call is under way or has succeeded. Never rejects.
   */
  register(): Promise<void>;
  /**
   * The reader's consent to the new version: it takes over, and this window loads again. Nothing happens, and the result
   * is false, while something is read aloud or when no version waits. Should reading aloud begin before the new version
   * has taken over, this window goes on as it is; the next one that opens has the new version.
   *
   * @param isReading asked at once and again before the page is left
   */
  applyUpdate(isReading: () => boolean): boolean;
  /** The reader's あとで: no more of this version in this window. The next window that opens asks again. */
  postponeUpdate(): void;
  /** Looks for a new version now; where the app couldn't be brought onto the device, tries again. Never rejects. */
  checkForUpdate(): Promise<void>;
  /** The ids of bundled books whose page and text can be opened without a network. Never rejects. */
  onDevice(): Promise<ReadonlySet<string>>;
}

/** What is used of workbox-window's `Workbox`. */
export interface WorkboxPort {
  register(options: { readonly immediate: boolean }): Promise<unknown>;
  update(): Promise<void>;
  messageSkipWaiting(): void;
  addEventListener(type: 'waiting' | 'controlling' | 'redundant', listener: () => void): void;
}

/** What is used of `navigator.serviceWorker`. */
export interface ContainerPort {
  readonly controller: { postMessage(message: unknown): void } | null;
  /** Resolves when a version is active, whichever window installed it. */
  readonly ready: Promise<unknown>;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** What is used of `window.caches`. */
export interface CacheStoragePort {
  open(name: string): Promise<{ keys(): Promise<readonly { readonly url: string }[]> }>;
}

export interface OfflineParts {
  /** A new `Workbox` for `WORKER_ADDRESS`, whose code is fetched first; one that has failed can't be used again. */
  readonly createWorkbox: () => Promise<WorkboxPort>;
  readonly navigator: { readonly serviceWorker?: ContainerPort };
  /** Absent where the browser has none. */
  readonly caches?: CacheStoragePort | undefined;
  /** The bundled books. `address` is the path of the book's JSON. */
  readonly books: readonly { readonly id: string; readonly address: string }[];
  /** Resolves when the page has loaded and is at rest, so that downloads don't compete with its first paint. */
  readonly whenIdle: () => Promise<void>;
  /** Loads the page again. */
  readonly reload: () => void;
}

export function createOfflineClient(parts: OfflineParts): OfflineClient {
  const { createWorkbox, books, whenIdle, reload, caches } = parts;
  const container = parts.navigator.serviceWorker;
  const store = createStore<OfflineSnapshot>({
    state: container === undefined ? 'unsupported' : container.controller === null ? 'installing' : 'ready',
    progress: null,
    update: 'none',
  });
  const patch = (changes: Partial<OfflineSnapshot>): void => {
    const before = store.getSnapshot();
    const after = { ...before, ...changes };
    const isSame =
      before.state === after.state && before.progress === after.progress && before.update === after.update;
    if (!isSame) store.set(after);
  };
  let workbox: WorkboxPort | null = null;
  /** While a registration is under way or has succeeded. */
  let isRegistered = false;
  /** Asked before this window is left; `null` until the reader has consented here, and after that has been used. */
  let consent: (() => boolean) | null = null;

  container?.addEventListener('message', ({ data }) => {
    const { state, progress } = store.getSnapshot();
    if (state !== 'installing' || !isPrecacheProgress(data)) return;
    if (data.done > (progress?.done ?? 0)) patch({ progress: { done: data.done, total: data.total } });
  });

  const onControlling = (): void => {
    // Another window's consent, or the first visit: this page goes on with what it has loaded.
    const isReading = consent;
    consent = null;
    patch({ update: 'none' });
    if (isReading?.() === false) reload();
  };

  const onRedundant = (): void => {
    // A failed update leaves the running version as it was.
    if (store.getSnapshot().state === 'installing') fail();
  };

  const forget = (): void => {
    workbox = null;
    isRegistered = false;
  };

  const fail = (): void => {
    forget();
    patch({ state: 'failed', progress: null });
  };

  const register = async (): Promise<void> => {
    if (container === undefined || isRegistered) return;
    isRegistered = true;
    if (store.getSnapshot().state === 'failed') patch({ state: 'installing' });
    try {
      await whenIdle();
      const mine = await createWorkbox();
      workbox = mine;
      mine.addEventListener('waiting', () => patch({ update: 'waiting' }));
      mine.addEventListener('controlling', onControlling);
      mine.addEventListener('redundant', onRedundant);
      container.controller?.postMessage({ type: PAGE_LOADED });
      await mine.register({ immediate: true });
    } catch {
      // Refused by the browser, or no network: where a version runs, it goes on.
      if (store.getSnapshot().state === 'ready') forget();
      else fail();
      return;
    }
    void container.ready.then(() => patch({ state: 'ready', progress: null }));
  };

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    register,
    applyUpdate: (isReading) => {
      if (workbox === null || store.getSnapshot().update !== 'waiting' || isReading()) return false;
      consent = isReading;
      workbox.messageSkipWaiting();
      return true;
    },
    postponeUpdate: () => patch({ update: 'none' }),
    checkForUpdate: async () => {
      if (workbox === null) return register();
      // Without a network there is nothing new to find.
      await workbox.update().catch(() => undefined);
    },
    onDevice: async () => {
      if (caches === undefined || store.getSnapshot().state !== 'ready') return new Set();
      try {
        const requests = await (await caches.open(PRECACHE)).keys();
        const paths = new Set(requests.map(({ url }) => new URL(url).pathname));
        const isKept = ({ id, address }: (typeof books)[number]) =>
          paths.has(address) && paths.has(`/read/${id}/index.html`);
        return new Set(books.filter(isKept).map(({ id }) => id));
      } catch {
        // Storage refused: then nothing is on the device.
        return new Set();
      }
    },
  };
}
