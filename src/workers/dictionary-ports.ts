/** The browser as the dictionary needs it; the same in a page and in a worker. */
import type { DictionaryPorts } from './dictionary-store.ts';

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
