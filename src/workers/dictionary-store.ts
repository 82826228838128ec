/**
 * The analyzer's dictionary on the device: fetched once, file by file, each checked and then kept, so that a download
 * that was interrupted goes on with the file where it stopped.
 */
import {
  DICTIONARY_ADDRESS,
  DICTIONARY_CACHE,
  type DictionaryFile,
  MANIFEST_ADDRESS,
  parseManifest,
} from './dictionary-manifest.ts';

/** `cause` says why: no network, an answer that is no dictionary, a file that didn't pass its check twice. */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

/** What is needed of the browser. */
export interface DictionaryPorts {
  fetch(address: string, init: { signal?: AbortSignal; cache?: RequestCache }): Promise<Response>;
  /** Opens the cache, or `null` where the browser has none (an insecure address, private mode in some). May reject. */
  openCache(name: string): Promise<Pick<Cache, 'match' | 'put' | 'delete'> | null>;
  /** SHA-256 in lower-case hexadecimal, or `null` where the browser can't: then the length alone is checked. */
  sha256(bytes: ArrayBuffer): Promise<string | null>;
}

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
   * Gives `receive` each file in turn, from the device or the network. Rejects with a `DictionaryError`, or with the
   * signal's reason. That a file could not be kept is no error.
   */
  each(receive: (name: string, bytes: ArrayBuffer) => void, options?: FetchDictionaryOptions): Promise<void>;
  /** Removes all of it from the device, after it has turned out to be damaged. Never rejects. */
  clear(): Promise<void>;
}

type OpenCache = Pick<Cache, 'match' | 'put' | 'delete'>;

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
        const files = parseManifest(await (await cache.match(MANIFEST_ADDRESS))?.json());
        if (files === null) return 'absent';
        const found = await Promise.all(files.map(({ name }) => cache.match(DICTIONARY_ADDRESS + name)));
        const kept = found.filter((response) => response !== undefined).length;
        return kept === files.length ? 'ready' : kept > 0 ? 'partial' : 'absent';
      } catch {
        return 'absent';
      }
    },

    each: async (receive, { signal, onProgress } = {}) => {
      const cache = await open();
      const files = await manifestOf(ports, cache, signal);
      const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
      let before = 0;
      for (const file of files) {
        signal?.throwIfAborted();
        const bytes =
          (await keptFile(cache, file)) ??
          (await fetchFile(ports, cache, file, signal, (loaded) =>
            onProgress?.({ loaded: before + Math.min(loaded, file.bytes), total }),
          ));
        before += file.bytes;
        receive(file.name, bytes);
      }
    },

    clear: async () => {
      const cache = await open();
      const files = await manifestOf(ports, cache, undefined).catch(() => []);
      const addresses = [...files.map(({ name }) => DICTIONARY_ADDRESS + name), MANIFEST_ADDRESS];
      await Promise.all(addresses.map((address) => cache?.delete(address).catch(() => false)));
    },
  };
}

async function manifestOf(
  ports: DictionaryPorts,
  cache: OpenCache | null,
  signal: AbortSignal | undefined,
): Promise<readonly DictionaryFile[]> {
  const kept = await cache
    ?.match(MANIFEST_ADDRESS)
    .then((response) => response?.json())
    .catch(() => undefined);
  const known = parseManifest(kept);
  if (known !== null) return known;
  const text = await orUnavailable(signal, async () => {
    const response = await ports.fetch(MANIFEST_ADDRESS, signal === undefined ? {} : { signal });
    if (!response.ok) throw new DictionaryError(`The manifest was answered with ${response.status}.`);
    return response.text();
  });
  const files = await orUnavailable(signal, async () => parseManifest(JSON.parse(text)));
  if (files === null) throw new DictionaryError('The manifest is none.');
  await keep(cache, MANIFEST_ADDRESS, text, 'application/json');
  return files;
}

/** A file that is kept was checked before; only a length that is wrong by now is looked at. */
async function keptFile(cache: OpenCache | null, file: DictionaryFile): Promise<ArrayBuffer | null> {
  try {
    const bytes = await (await cache?.match(DICTIONARY_ADDRESS + file.name))?.arrayBuffer();
    return bytes?.byteLength === file.bytes ? bytes : null;
  } catch {
    return null;
  }
}

async function fetchFile(
  ports: DictionaryPorts,
  cache: OpenCache | null,
  file: DictionaryFile,
  signal: AbortSignal | undefined,
  onLoaded: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const address = DICTIONARY_ADDRESS + file.name;
  // A second try goes past the browser's own cache, which may hold what a broken connection left there.
  for (const mode of ['default', 'reload'] as const) {
    const { bytes, inflated } = await orUnavailable(signal, async () => {
      const response = await ports.fetch(address, {
        cache: mode,
        ...(signal !== undefined && { signal }),
      });
      if (!response.ok) throw new DictionaryError(`${file.name} was answered with ${response.status}.`);
      return {
        bytes: await readBody(response, onLoaded),
        inflated: response.headers.get('content-encoding') === 'gzip',
      };
    });
    if (bytes.byteLength === file.bytes && [null, file.sha256].includes(await ports.sha256(bytes))) {
      await keep(cache, address, bytes, 'application/gzip');
      return bytes;
    }
    // Some servers say that a .gz file is gzipped, and the browser undoes it. The manifest can't vouch for that.
    if (inflated && bytes.byteLength > file.bytes) return bytes;
  }
  throw new DictionaryError(`${file.name} is not what the manifest says.`);
}

async function readBody(response: Response, onLoaded: (bytes: number) => void): Promise<ArrayBuffer> {
  if (response.body === null) return response.arrayBuffer();
  const reader = response.body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    loaded += read.value.byteLength;
    onLoaded(loaded);
  }
  return new Blob(chunks).arrayBuffer();
}

/** Not being able to keep a file costs the next download, not this one. */
async function keep(cache: OpenCache | null, address: string, body: BodyInit, type: string): Promise<void> {
  await cache?.put(address, new Response(body, { headers: { 'Content-Type': type } })).catch(() => undefined);
}

async function orUnavailable<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof DictionaryError) throw cause;
    throw new DictionaryError('The dictionary could not be fetched.', { cause });
  }
}
