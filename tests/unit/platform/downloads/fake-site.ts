import { createHash } from 'node:crypto';
import type { DownloadFile } from '../../../../src/library/downloads-index.ts';
import type { DownloadPorts } from '../../../../src/platform/downloads/download-ports.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes of which no two stretches are alike. */
export function bytesOf(length: number, seed = 0): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8) * 7 + seed) & 255);
}

export function fileOf(bytes: Uint8Array): DownloadFile {
  return {
    format: 'epub',
    address: '/downloads/plan-2.epub',
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
  };
}

/** A site with one file, a browser's cache, and a list of what was asked of the network. */
export function createFakeSite(served: Uint8Array<ArrayBuffer>) {
  const cached = new Map<string, Response>();
  const asked: (string | null)[] = [];
  const fake = {
    served,
    cached,
    /** The Range header of each request; `null` for the whole file. */
    asked,
    /** How a request is answered: after so many bytes of the answer the connection breaks. */
    breaksAfter: Number.POSITIVE_INFINITY,
    /** In the stream's pieces, in bytes. */
    piece: 100_000,
    /** Called before each piece; may throw, abort, or wait. */
    onPiece: async (): Promise<void> => undefined,
    ranges: true,
    status: 0,
    network: true,
    cache: 'there' as 'there' | 'none' | 'throws',
    /** So many are put until the device is full. */
    room: Number.POSITIVE_INFINITY,
    subtle: true,
    persisted: 0,
    turns: [] as string[],
  };
  const ports: DownloadPorts = {
    fetch: async (address, init) => {
      if (!fake.network) throw new TypeError('Failed to fetch');
      const range = new Headers(init.headers).get('range');
      asked.push(range);
      if (fake.status !== 0) return new Response('no', { status: fake.status });
      if (!address.endsWith('.epub')) return Response.json({ asked: address });
      const from = range === null || !fake.ranges ? 0 : Number(/\d+/u.exec(range)?.[0]);
      const total = fake.served.byteLength;
      if (from >= total) return new Response(null, { status: 416 });
      const headers: Record<string, string> = { 'Content-Length': String(total - from) };
      if (from > 0) headers['Content-Range'] = `bytes ${from}-${total - 1}/${total}`;
      return new Response(streamOf(fake.served.subarray(from), init.signal ?? null), {
        status: from > 0 ? 206 : 200,
        headers,
      });
    },
    openCache: async () => {
      if (fake.cache === 'throws') throw new Error('SecurityError');
      if (fake.cache === 'none') return null;
      return {
        match: async (key) => cached.get(String(key))?.clone(),
        put: async (key, response) => {
          if (fake.room <= 0) throw new DOMException('full', 'QuotaExceededError');
          fake.room -= 1;
          const body = await response.arrayBuffer();
          cached.set(String(key), new Response(body, { headers: response.headers }));
        },
        delete: async (key) => cached.delete(String(key)),
        keys: async () => [...cached.keys()].map((key) => new Request(`http://localhost${key}`)),
      };
    },
    sha256: async (bytes) => (fake.subtle ? sha256(new Uint8Array(bytes)) : null),
    alone: async (name, _signal, work) => {
      fake.turns.push(name);
      return work();
    },
    persist: async () => {
      fake.persisted += 1;
    },
  };

  function streamOf(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal | null): ReadableStream {
    let at = 0;
    return new ReadableStream({
      pull: async (controller) => {
        await fake.onPiece();
        if (signal?.aborted === true) return controller.error(new DOMException('ended', 'AbortError'));
        if (at >= fake.breaksAfter) return controller.error(new TypeError('network error'));
        if (at >= bytes.byteLength) return controller.close();
        const end = Math.min(at + fake.piece, fake.breaksAfter, bytes.byteLength);
        controller.enqueue(bytes.slice(at, end));
        at = end;
      },
    });
  }
  return { fake, ports };
}
