/** The finished site with one book to take along that comes only as fast as the test lets it. */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHandler } from '../../../tools/serve.mjs';

export interface SlowSite {
  readonly url: string;
  /** The whole file. */
  readonly book: Buffer;
  /** The Range headers that were asked for, in order; `null` for the whole. */
  readonly asked: readonly (string | null)[];
  /** So many bytes of the file may have been sent, counted from its begin. */
  allow(bytes: number): void;
  /** Ends the connections in the middle of what they send. */
  breakOff(): void;
  close(): void;
}

const ADDRESS = '/downloads/plan-2.epub';
const LENGTH = 3_000_000;

export async function createSlowSite(): Promise<SlowSite> {
  const book = Buffer.from(Uint8Array.from({ length: LENGTH }, (_, at) => (at * 31 + (at >> 8)) & 255));
  const sha256 = createHash('sha256').update(book).digest('hex');
  const files = [{ format: 'epub', address: ADDRESS, bytes: LENGTH, sha256 }];
  const index = JSON.stringify({ version: 1, books: { 'plan-2': { seconds: 200, recorded: null, files } } });
  const handle = createHandler('dist');
  const asked: (string | null)[] = [];
  const sending = new Map<ServerResponse, number>();
  let allowed = 0;

  const send = (response: ServerResponse): void => {
    const at = sending.get(response) ?? LENGTH;
    const end = Math.min(allowed, LENGTH);
    if (at < end) response.write(book.subarray(at, end));
    sending.set(response, Math.max(at, end));
    if (end === LENGTH) {
      response.end();
      sending.delete(response);
    }
  };
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/downloads/index.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(index);
    } else if (path === ADDRESS) {
      const range = request.headers.range ?? null;
      asked.push(range);
      const from = range === null ? 0 : Number(/\d+/u.exec(range)?.[0]);
      response.writeHead(range === null ? 200 : 206, {
        'Content-Type': 'application/epub+zip',
        'Content-Length': LENGTH - from,
        ...(range !== null && { 'Content-Range': `bytes ${from}-${LENGTH - 1}/${LENGTH}` }),
      });
      response.flushHeaders();
      sending.set(response, from);
      response.on('close', () => sending.delete(response));
      send(response);
    } else handle(request, response);
  });
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    book,
    asked,
    allow: (bytes) => {
      allowed = bytes;
      for (const response of [...sending.keys()]) send(response);
    },
    breakOff: () => {
      for (const response of [...sending.keys()]) response.destroy();
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
