/** The rest of a file over the network: from the byte at which an earlier attempt ended. */
import { DownloadError } from '../../library/downloads.ts';
import type { SiteFile } from '../../library/downloads-index.ts';
import type { DownloadPorts } from './download-ports.ts';

/**
 * Calls back with each piece from `from` on, in order. Servers that know no ranges send the whole file; what is there
 * already is passed over then. Rejects with a `DownloadError`, with the signal's reason, or as `take` does.
 */
export async function fetchRest(
  ports: Pick<DownloadPorts, 'fetch'>,
  file: SiteFile,
  from: number,
  signal: AbortSignal,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const response = await orOffline(signal, () =>
    ports.fetch(file.address, {
      signal,
      cache: 'no-store',
      ...(from > 0 && { headers: { Range: `bytes=${from}-` } }),
    }),
  );
  let over = placeOf(response, file, from);
  const reader = response.body?.getReader();
  if (reader === undefined) throw new DownloadError('offline');
  let at = from - over;
  for (;;) {
    const { done, value } = await orOffline(signal, () => reader.read());
    if (done) break;
    at += value.byteLength;
    const fresh = value.subarray(Math.min(over, value.byteLength));
    over -= value.byteLength - fresh.byteLength;
    if (at > file.bytes) throw new DownloadError('changed');
    if (fresh.byteLength > 0) await take(fresh);
  }
  if (at < file.bytes) throw new DownloadError('offline');
}

/** How many bytes of the answer's body are there already. */
function placeOf(response: Response, file: SiteFile, from: number): number {
  const { status, headers } = response;
  if (status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+)$/u.exec(headers.get('Content-Range') ?? '');
    if (Number(range?.[1]) === from && Number(range?.[2]) === file.bytes) return 0;
    throw new DownloadError('changed');
  }
  // An edition that is shorter, or a file that is there no more.
  if (status === 416 || status === 404 || status === 410) throw new DownloadError('changed');
  if (status !== 200) throw new DownloadError('server');
  const length = headers.get('Content-Length');
  const isEncoded = headers.get('Content-Encoding') !== null;
  if (length !== null && !isEncoded && Number(length) !== file.bytes) throw new DownloadError('changed');
  return from;
}

async function orOffline<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    signal.throwIfAborted();
    throw new DownloadError('offline', { cause });
  }
}
