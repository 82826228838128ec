/** The finished site, whose recordings come onto the device only as fast as the test lets them; what is played comes at once. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseRange } from '../../../tools/files.mjs';
import { createHandler } from '../../../tools/serve.mjs';

export interface SlowSound {
  readonly url: string;
  /** What was asked for of the recordings by downloads, in order: `/audio/plan-2/….mp3`, with its Range header. */
  readonly asked: readonly { readonly path: string; readonly range: string | null }[];
  /** How many requests came from audio elements. */
  played(): number;
  /** So many bytes of recordings more may be sent, of all of them together. */
  allow(bytes: number): void;
  close(): Promise<void>;
}

const PIECE = 16 * 1024;

export async function createSlowSound(): Promise<SlowSound> {
  const handle = createHandler('dist');
  const asked: { path: string; range: string | null }[] = [];
  const waiting = new Set<() => void>();
  let allowed = 0;
  let played = 0;

  const send = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const content = await readFile(`dist${path}`);
    const range = parseRange(request.headers.range, content.length);
    asked.push({ path, range: request.headers.range ?? null });
    const { start, end } =
      range === null || range === 'unsatisfiable' ? { start: 0, end: content.length - 1 } : range;
    response.writeHead(range === null ? 200 : 206, {
      'Content-Type': 'audio/mpeg',
      'Content-Length': end - start + 1,
      ...(range !== null && { 'Content-Range': `bytes ${start}-${end}/${content.length}` }),
    });
    response.flushHeaders();
    for (let at = start; at <= end && !response.destroyed; ) {
      const piece = Math.min(PIECE, allowed, end + 1 - at);
      if (piece > 0) {
        response.write(content.subarray(at, at + piece));
        allowed -= piece;
        at += piece;
      } else await new Promise<void>((fulfil) => waiting.add(fulfil));
    }
    response.end();
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // Downloads pass over the browser's cache and say so; by way of the service worker nothing else tells them from an element.
    const isPlayed = request.headers['cache-control'] !== 'no-cache';
    const isSound = path.endsWith('.mp3');
    if (isSound && isPlayed) played += 1;
    if (isSound && !isPlayed) void send(request, response, path);
    else handle(request, response);
  });
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil));
  const wake = (): void => {
    const woken = [...waiting];
    waiting.clear();
    for (const each of woken) each();
  };
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    played: () => played,
    allow: (bytes) => {
      allowed += bytes;
      wake();
    },
    close: async () => {
      const closed = new Promise((fulfil) => server.close(fulfil));
      server.closeAllConnections();
      wake();
      await closed;
    },
  };
}
