/**
 * The analyzer's dictionary on the device: fetched once, piece by piece, each checked and then kept, so that a download
 * that was interrupted goes on with the pieces that are missing.
 */
import {
  DICTIONARY_ADDRESS,
  DICTIONARY_CACHE,
  type DictionaryManifest,
  MANIFEST_ADDRESS,
  parseManifest,
} from './dictionary-manifest.ts';
import type { DictionaryPorts, OpenCache } from './dictionary-ports.ts';
import { DictionaryError, fetchPiece, orUnavailable } from './fetch-piece.ts';

export interface DictionaryProgress {
  /** Bytes of the dictionary that are there. */
  readonly loaded: number;
  readonly total: number;
}

export interface FetchDictionaryOptions {
  readonly signal?: AbortSignal;
  /** Called only while something comes over the network. */
  readonly onProgress?: (progress: DictionaryProgress) => void;
}

/** `partial`: a download was interrupted and goes on where it stopped. */
export type DictionaryState = 'absent' | 'partial' | 'ready';

export interface DictionaryStore {
  /** Asks the device only, never the network. Never rejects. */
  state(): Promise<DictionaryState>;
  /**
   * The whole file, from the device, or from the network what is missing there. Rejects with a `DictionaryError`, or
   * with the signal's reason. That a piece could not be kept is no error.
   */
  load(options?: FetchDictionaryOptions): Promise<ArrayBuffer>;
  /** Removes all of it from the device, after it has turned out to be damaged. Never rejects. */
  clear(): Promise<void>;
}

/** So many at once: the link isn't idle between two pieces, and an interruption still costs little. */
const AT_A_TIME = 2;

export function createDictionaryStore(ports: DictionaryPorts): DictionaryStore {
  const open = async (): Promise<OpenCache | null> => {
    try {
      return await ports.openCache(DICTIONARY_CACHE);
    } catch {
      return null;
    }
  };

  return {
    state: async () => {
      const cache = await open();
      if (cache === null) return 'absent';
      try {
        const manifest = parseManifest(await (await cache.match(MANIFEST_ADDRESS))?.json());
        if (manifest === null) return 'absent';
        const found = await Promise.all(
          manifest.pieces.map(({ name }) => cache.match(DICTIONARY_ADDRESS + name)),
        );
        const kept = found.filter((response) => response !== undefined).length;
        return kept === found.length ? 'ready' : kept > 0 ? 'partial' : 'absent';
      } catch {
        return 'absent';
      }
    },

    load: async ({ signal, onProgress } = {}) => {
      const cache = await open();
      const manifest = await manifestOf(ports, cache, signal);
      return join(manifest, await loadPieces(ports, cache, manifest, { signal, onProgress }));
    },

    clear: async () => {
      const cache = await open();
      const manifest = await kept(cache, MANIFEST_ADDRESS, async (response) =>
        parseManifest(await response.json()),
      );
      const pieces = manifest?.pieces ?? [];
      const addresses = [...pieces.map(({ name }) => DICTIONARY_ADDRESS + name), MANIFEST_ADDRESS];
      await Promise.all(addresses.map((address) => cache?.delete(address).catch(() => false)));
    },
  };
}

async function manifestOf(
  ports: DictionaryPorts,
  cache: OpenCache | null,
  signal: AbortSignal | undefined,
): Promise<DictionaryManifest> {
  const known = await kept(cache, MANIFEST_ADDRESS, async (response) => parseManifest(await response.json()));
  if (known !== null) return known;
  const text = await orUnavailable(signal, async () => {
    const response = await ports.fetch(MANIFEST_ADDRESS, signal === undefined ? {} : { signal });
    if (!response.ok) throw new DictionaryError(`The manifest was answered with ${response.status}.`);
    return response.text();
  });
  const manifest = await orUnavailable(signal, async () => parseManifest(JSON.parse(text)));
  if (manifest === null) throw new DictionaryError('The manifest is none.');
  await keep(cache, MANIFEST_ADDRESS, text, 'application/json');
  return manifest;
}

interface LoadPiecesOptions {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: FetchDictionaryOptions['onProgress'];
}

/** In the manifest's order. After one that fails no other is begun; what is on its way still arrives, and is kept. */
async function loadPieces(
  ports: DictionaryPorts,
  cache: OpenCache | null,
  { pieces, bytes: total }: DictionaryManifest,
  { signal, onProgress }: LoadPiecesOptions,
): Promise<readonly ArrayBuffer[]> {
  // A piece that is kept was checked before; only a length that is wrong by now is looked at.
  const found = await Promise.all(
    pieces.map(async ({ name, bytes }) => {
      const part = await kept(cache, DICTIONARY_ADDRESS + name, (response) => response.arrayBuffer());
      return part?.byteLength === bytes ? part : null;
    }),
  );
  const loaded = found.map((part) => part?.byteLength ?? 0);
  const missing = found.flatMap((part, index) => (part === null ? [index] : []));
  const fetchOne = async (index: number): Promise<void> => {
    const piece = pieces[index];
    if (piece === undefined) return;
    const part = await fetchPiece(ports, piece, signal, (bytes) => {
      loaded[index] = Math.min(bytes, piece.bytes);
      onProgress?.({ loaded: loaded.reduce((sum, one) => sum + one, 0), total });
    });
    await keep(cache, DICTIONARY_ADDRESS + piece.name, part, 'application/octet-stream');
    found[index] = part;
  };
  const work = async (): Promise<void> => {
    for (let index = missing.shift(); index !== undefined; index = missing.shift()) {
      signal?.throwIfAborted();
      await fetchOne(index).catch((error: unknown) => {
        missing.length = 0;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_A_TIME }, work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) {
    // What the server has by now may be another edition: the next try asks for its manifest.
    if (failed.reason instanceof DictionaryError && failed.reason.cause === undefined)
      await cache?.delete(MANIFEST_ADDRESS).catch(() => false);
    throw failed.reason;
  }
  return found.filter((part) => part !== null);
}

function join({ bytes }: DictionaryManifest, parts: readonly ArrayBuffer[]): ArrayBuffer {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole.buffer;
}

/** What the device has at an address, or `null` where it has nothing or can't be asked. */
async function kept<T>(
  cache: OpenCache | null,
  address: string,
  read: (response: Response) => Promise<T>,
): Promise<T | null> {
  try {
    const response = await cache?.match(address);
    return response === undefined ? null : await read(response);
  } catch {
    return null;
  }
}

/** Not being able to keep a piece costs the next download, not this one. */
async function keep(cache: OpenCache | null, address: string, body: BodyInit, type: string): Promise<void> {
  await cache?.put(address, new Response(body, { headers: { 'Content-Type': type } })).catch(() => undefined);
}
