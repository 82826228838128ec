/**
 * Files on the device: they come in parts, each of which is kept at once, so that a download goes on where it was
 * interrupted, by the reader, by the network or by the end of the page. A whole file lies under its own address.
 */
import { DownloadError, type DownloadKeeper, type KeptFile } from '../../library/downloads.ts';
import { DOWNLOADS_INDEX, type SiteFile } from '../../library/downloads-index.ts';
import type { DownloadPorts, FileCache } from './download-ports.ts';
import { fetchRest } from './fetch-rest.ts';
import { findParts, partKey } from './file-parts.ts';

/** What an interruption costs at most, should there be no time to keep what has come. */
const PART_BYTES = 256 * 1024;

/** On a whole file: which edition it is. */
const EDITION = 'X-Edition';

export function createDownloadKeeper(ports: DownloadPorts): DownloadKeeper {
  const opened = async (): Promise<FileCache | null> => ports.openCache().catch(() => null);
  return {
    index: async ({ fresh }) => {
      // Another address than the one that the service worker knows: so the answer is the network's.
      const address = fresh ? `${DOWNLOADS_INDEX}?fresh` : DOWNLOADS_INDEX;
      try {
        const response = await ports.fetch(address, { cache: 'no-cache' });
        if (!response.ok) throw new DownloadError('server');
        return (await response.json()) as unknown;
      } catch (cause) {
        throw cause instanceof DownloadError ? cause : new DownloadError('offline', { cause });
      }
    },

    look: async (file): Promise<KeptFile> => {
      const cache = await opened();
      if (cache === null) return { state: 'absent' };
      try {
        const whole = await cache.match(file.address);
        if (whole?.headers.get(EDITION) === file.sha256) return { state: 'whole' };
        const { loaded } = await findParts(cache, file);
        if (loaded > 0) return { state: 'part', loaded };
        return { state: whole === undefined ? 'absent' : 'earlier' };
      } catch {
        return { state: 'absent' };
      }
    },

    bring: (file, { signal, onLoaded }) =>
      ports.alone(`tomoyomi ${file.address}`, signal, async () => {
        const cache = await opened();
        if (cache === null) throw new DownloadError('refused');
        await ports.persist();
        const whole = await orRefused(() => cache.match(file.address));
        // Another window has brought it meanwhile.
        if (whole?.headers.get(EDITION) === file.sha256) return;
        await bringParts(ports, cache, file, signal, onLoaded);
        await joinParts(ports, cache, file);
      }),

    open: async (file) => {
      try {
        return (await (await (await opened())?.match(file.address))?.blob()) ?? null;
      } catch {
        return null;
      }
    },

    remove: async (file) => {
      const cache = await opened();
      if (cache === null) return;
      try {
        const { parts, useless } = await findParts(cache, file);
        const keys = [file.address, ...parts.map(({ key }) => key), ...useless];
        await Promise.all(keys.map((key) => cache.delete(key)));
      } catch {
        // What can't be removed is still there, and is shown so.
      }
    },
  };
}

async function bringParts(
  ports: DownloadPorts,
  cache: FileCache,
  file: SiteFile,
  signal: AbortSignal,
  onLoaded: (bytes: number) => void,
): Promise<void> {
  const { loaded, useless } = await orRefused(() => findParts(cache, file));
  for (const key of useless) await orRefused(() => cache.delete(key));
  onLoaded(loaded);
  if (loaded === file.bytes) return;
  let from = loaded;
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const keep = async (): Promise<void> => {
    if (bytes === 0) return;
    await orRefused(() => cache.put(partKey(file, from, from + bytes), new Response(new Blob(waiting))));
    from += bytes;
    waiting = [];
    bytes = 0;
  };
  try {
    await fetchRest(ports, file, loaded, signal, async (piece) => {
      waiting.push(piece);
      bytes += piece.byteLength;
      onLoaded(from + bytes);
      if (bytes >= PART_BYTES) await keep();
    });
  } catch (error) {
    const isLost = error instanceof DownloadError && ['full', 'refused', 'changed'].includes(error.code);
    // Why it ended matters more than whether the last part could still be kept.
    if (!isLost) await keep().catch(() => undefined);
    throw error;
  }
  await keep();
}

/** One file out of its parts, where they are what they should be. */
async function joinParts(ports: DownloadPorts, cache: FileCache, file: SiteFile): Promise<void> {
  const { parts } = await orRefused(() => findParts(cache, file));
  const found = await orRefused(() =>
    Promise.all(parts.map(async ({ key }) => (await cache.match(key))?.blob())),
  );
  const whole = new Blob(found.filter((part) => part !== undefined));
  const digest = await ports.sha256(await orRefused(() => whole.arrayBuffer()));
  const isRight = whole.size === file.bytes && (digest === null || digest === file.sha256);
  if (isRight) {
    const headers = {
      'Content-Type': typeOf(file),
      'Content-Length': String(file.bytes),
      [EDITION]: file.sha256,
    };
    await orRefused(() => cache.put(file.address, new Response(whole, { headers })));
  }
  await Promise.all(parts.map(({ key }) => cache.delete(key).catch(() => false)));
  if (!isRight) throw new DownloadError('damaged');
}

const TYPES: Readonly<Record<string, string>> = {
  epub: 'application/epub+zip',
  json: 'application/json',
  mp3: 'audio/mpeg',
  zip: 'application/zip',
};

function typeOf({ address }: SiteFile): string {
  return TYPES[address.slice(address.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
    throw new DownloadError(isFull ? 'full' : 'refused', { cause });
  }
}
