/** How much the page keeps on the device, and whether the device promises not to clear it. */

/** What is needed of `navigator.storage`; absent outside of secure contexts and in old browsers. */
export interface StorageQuota {
  persist?(): Promise<boolean>;
  persisted?(): Promise<boolean>;
  estimate?(): Promise<{ readonly usage?: number; readonly quota?: number }>;
}

/**
 * `persistent`: cleared by the reader alone. `best-effort`: the browser may clear it when room gets short.
 * `unknown`: the browser doesn't say.
 */
export type Persistence = 'persistent' | 'best-effort' | 'unknown';

/** Asks for a promise that nothing is cleared, unless it is given already. Some browsers ask the reader. Never rejects. */
export async function requestPersistence(storage: StorageQuota | undefined): Promise<Persistence> {
  if (storage?.persist === undefined) return 'unknown';
  try {
    if ((await storage.persisted?.()) === true) return 'persistent';
    return (await storage.persist()) ? 'persistent' : 'best-effort';
  } catch {
    return 'unknown';
  }
}

export interface StorageRoom {
  /** Bytes of everything that the site keeps; `null` where the browser doesn't say. */
  readonly used: number | null;
  /** Bytes that it may still take, as far as the browser says; `null` where it doesn't. */
  readonly left: number | null;
  readonly persistence: Persistence;
}

/** Asks nothing of the reader. Never rejects. */
export async function readStorageRoom(storage: StorageQuota | undefined): Promise<StorageRoom> {
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  const { usage, quota } = estimate ?? {};
  return {
    used: usage ?? null,
    left: usage === undefined || quota === undefined ? null : Math.max(0, quota - usage),
    persistence: persisted === null ? 'unknown' : persisted ? 'persistent' : 'best-effort',
  };
}
