/** The browser as the dictionary needs it; the same in a page and in a worker. */

/** What is used of a `Cache`. */
export type OpenCache = Pick<Cache, 'match' | 'put' | 'delete'>;

/** What is needed of the browser. */
export interface DictionaryPorts {
  fetch(address: string, init: { signal?: AbortSignal; cache?: RequestCache }): Promise<Response>;
  /** Opens the cache, or `null` where the browser has none (an insecure address, private mode in some). May reject. */
  openCache(name: string): Promise<OpenCache | null>;
  /** SHA-256 in lower-case hexadecimal, or `null` where the browser can't: then the length alone is checked. */
  sha256(bytes: ArrayBuffer): Promise<string | null>;
}

export function browserDictionaryPorts(): DictionaryPorts {
  return {
    fetch: (address, init) => fetch(address, init),
    // Typed as always there, yet absent outside of secure contexts.
    openCache: async (name) => ('caches' in globalThis ? caches.open(name) : null),
    sha256: async (bytes) => {
      if (!('subtle' in crypto)) return null;
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
  };
}
