/** Counts what comes over the wire for a page, as the browser's network layer reports it. */
import type { CDPSession } from '@playwright/test';

export interface WireUse {
  /** Bytes received, headers included, bodies as they were compressed; fonts apart. */
  readonly bytes: number;
  readonly fontBytes: number;
  /** Requests sent, fonts apart. */
  readonly requests: number;
  readonly addresses: readonly string[];
}

interface Received {
  readonly at: number;
  readonly bytes: number;
}

interface Request {
  readonly address: string;
  readonly font: boolean;
  readonly sentAt: number;
  readonly parts: Received[];
  /** When all was there, and how much that was: the sum that is sure. */
  finished: Received | null;
}

/** Listens from now on; `until` tells what was used before an epoch time in milliseconds. */
export function watchWire(session: CDPSession): { until: (epoch: number) => WireUse } {
  const requests = new Map<string, Request>();
  /** From the network's own clock, in seconds, to epoch milliseconds. */
  let offset = Number.NaN;

  session.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp, wallTime }) => {
    if (Number.isNaN(offset)) offset = (wallTime - timestamp) * 1000;
    if (!request.url.startsWith('http')) return;
    requests.set(requestId, {
      address: request.url,
      font: type === 'Font',
      sentAt: timestamp,
      parts: [],
      finished: null,
    });
  });
  session.on('Network.responseReceived', ({ requestId, response, timestamp }) => {
    requests.get(requestId)?.parts.push({ at: timestamp, bytes: response.encodedDataLength });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength, timestamp }) => {
    requests.get(requestId)?.parts.push({ at: timestamp, bytes: encodedDataLength });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const request = requests.get(requestId);
    if (request !== undefined) request.finished = { at: timestamp, bytes: encodedDataLength };
  });

  return {
    until: (epoch) => {
      const before = (seconds: number): boolean => seconds * 1000 + offset <= epoch;
      const sent = [...requests.values()].filter(({ sentAt }) => before(sentAt));
      const bytesOf = ({ finished, parts }: Request): number => {
        if (finished !== null && before(finished.at)) return finished.bytes;
        return parts.reduce((sum, part) => (before(part.at) ? sum + part.bytes : sum), 0);
      };
      const sum = (some: readonly Request[]): number =>
        some.reduce((total, request) => total + bytesOf(request), 0);
      const others = sent.filter(({ font }) => !font);
      return {
        bytes: sum(others),
        fontBytes: sum(sent.filter(({ font }) => font)),
        requests: others.length,
        addresses: others.map(({ address }) => address),
      };
    },
  };
}
