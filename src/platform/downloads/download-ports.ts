/** The browser as downloads need it. */
import { requestPersistence } from '../storage/quota.ts';

/** What is used of a `Cache`. */
export type FileCache = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

export interface DownloadPorts {
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Opens the cache, or `null` where the browser has none. May reject. */
  openCache(): Promise<FileCache | null>;
  /** SHA-256 in lower-case hexadecimal, or `null` where the browser can't: then the length alone is checked. */
  sha256(bytes: ArrayBuffer): Promise<string | null>;
  /** Runs `work` when no other window works under this name, and not before. Rejects with the signal's reason, or as `work`. */
  alone<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Asks the browser not to clear what is kept. Never rejects. */
  persist(): Promise<unknown>;
}

export function browserDownloadPorts(cacheName: string): DownloadPorts {
  return {
    fetch: (address, init) => fetch(address, init),
    // Typed as always there, yet absent outside of secure contexts.
    openCache: async () => ('caches' in globalThis ? caches.open(cacheName) : null),
    sha256: async (bytes) => {
      if (!('subtle' in crypto)) return null;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    alone: async (name, signal, work) =>
      'locks' in navigator ? navigator.locks.request(name, { signal }, work) : work(),
    persist: () => requestPersistence(navigator.storage),
  };
}
