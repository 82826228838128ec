/** How much room the device gives the page, and whether it promises not to clear it. */

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

/** In bytes, as the browser guesses. */
export interface Room {
  readonly used: number;
  readonly available: number;
}

/** `null` where the browser doesn't say. Never rejects. */
export async function estimateRoom(storage: StorageQuota | undefined): Promise<Room | null> {
  try {
    const { usage, quota } = (await storage?.estimate?.()) ?? {};
    if (usage === undefined || quota === undefined) return null;
    return { used: usage, available: Math.max(0, quota - usage) };
  } catch {
    return null;
  }
}
