/** One piece of the dictionary over the network, checked against the manifest. */
import { DICTIONARY_ADDRESS, type DictionaryPiece } from './dictionary-manifest.ts';
import type { DictionaryPorts } from './dictionary-ports.ts';

/**
 * Why there is no dictionary. `cause` is what the browser said: without one, the server answered, with something that
 * isn't what was asked for.
 */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

/** Rejects with a `DictionaryError`, or with the signal's reason. `onLoaded` is told the bytes that have come. */
export async function fetchPiece(
  ports: DictionaryPorts,
  piece: DictionaryPiece,
  signal: AbortSignal | undefined,
  onLoaded: (bytes: number) => void,
): Promise<ArrayBuffer> {
  // A second try goes past the browser's own cache, which may hold what a broken connection left there.
  for (const mode of ['default', 'reload'] as const) {
    const bytes = await orUnavailable(signal, async () => {
      const response = await ports.fetch(DICTIONARY_ADDRESS + piece.name, {
        cache: mode,
        ...(signal !== undefined && { signal }),
      });
      if (!response.ok) throw new DictionaryError(`${piece.name} was answered with ${response.status}.`);
      return readBody(response, onLoaded);
    });
    if (await isPiece(ports, piece, bytes)) return bytes;
    // A server that gzips every file without saying so. The first piece begins like that by itself: hence only now.
    const inflated = isGzipped(bytes) ? await inflate(bytes) : null;
    if (inflated !== null && (await isPiece(ports, piece, inflated))) return inflated;
  }
  throw new DictionaryError(`${piece.name} is not what the manifest says.`);
}

/** Whatever isn't our own error, or a stop that was asked for, is that the network didn't answer. */
export async function orUnavailable<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof DictionaryError) throw cause;
    throw new DictionaryError('The dictionary could not be fetched.', { cause });
  }
}

async function isPiece(ports: DictionaryPorts, piece: DictionaryPiece, bytes: ArrayBuffer): Promise<boolean> {
  return bytes.byteLength === piece.bytes && [null, piece.sha256].includes(await ports.sha256(bytes));
}

function isGzipped(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return first === 0x1f && second === 0x8b;
}

/** `null` where the bytes end or break within the stream, as the dictionary's own first piece does. */
async function inflate(bytes: ArrayBuffer): Promise<ArrayBuffer | null> {
  try {
    return await new Response(
      new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).arrayBuffer();
  } catch {
    return null;
  }
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
