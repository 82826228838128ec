import { createHash } from 'node:crypto';
import {
  DICTIONARY_ADDRESS,
  type DictionaryPiece,
  MANIFEST_ADDRESS,
} from '../../../src/workers/dictionary-manifest.ts';
import type { DictionaryPorts } from '../../../src/workers/dictionary-ports.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A site with a dictionary of three small pieces, a browser's cache, and a list of what was asked of the network. */
export function createFakeDictionary() {
  const served = new Map(
    ['first ', 'second ', 'third'].map((text, index) => [`${DICTIONARY_ADDRESS}${index}.bin`, encode(text)]),
  );
  const pieces: DictionaryPiece[] = [...served].map(([address, bytes]) => ({
    name: address.slice(DICTIONARY_ADDRESS.length),
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
  }));
  served.set(MANIFEST_ADDRESS, encode(JSON.stringify({ bytes: 18, pieces })));

  const cached = new Map<string, Uint8Array<ArrayBuffer>>();
  const asked: string[] = [];
  const fake = {
    served,
    cached,
    asked,
    /** Called before each answer of the network; may throw. */
    onFetch: async (_address: string): Promise<void> => undefined,
    headers: {} as Record<string, string>,
    cache: 'there' as 'there' | 'none' | 'throws' | 'full',
    subtle: true,
  };

  const ports: DictionaryPorts = {
    fetch: async (address, { signal, cache }) => {
      asked.push(`${address.slice(DICTIONARY_ADDRESS.length)}${cache === 'reload' ? ' again' : ''}`);
      await fake.onFetch(address);
      signal?.throwIfAborted();
      const bytes = served.get(address);
      return bytes === undefined
        ? new Response('no such file', { status: 404 })
        : new Response(bytes, { headers: fake.headers });
    },
    openCache: async () => {
      if (fake.cache === 'throws') throw new Error('SecurityError');
      if (fake.cache === 'none') return null;
      return {
        match: async (address) => {
          const bytes = cached.get(String(address));
          return bytes && new Response(bytes);
        },
        put: async (address, response) => {
          if (fake.cache === 'full') throw new Error('QuotaExceededError');
          cached.set(String(address), new Uint8Array(await response.arrayBuffer()));
        },
        delete: async (address) => cached.delete(String(address)),
      };
    },
    sha256: async (bytes) => (fake.subtle ? sha256(new Uint8Array(bytes)) : null),
  };
  return { fake, ports };
}
