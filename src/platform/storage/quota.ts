/** Whether the device promises not to clear what the page keeps. */

/** What is needed of `navigator.storage`; absent outside of secure contexts and in old browsers. */
export interface StorageQuota {
  persist?(): Promise<boolean>;
  persisted?(): Promise<boolean>;
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
