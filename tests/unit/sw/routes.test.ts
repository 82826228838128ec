import { beforeEach, describe, expect, it, vi } from 'vitest';

const SITE = 'http://localhost';
const PART = `${SITE}/audio/plan-2/0a-audio001.mp3`;

const scope = Object.assign(new EventTarget(), {
  location: { href: `${SITE}/sw.js`, origin: SITE },
  __WB_DISABLE_DEV_LOGS: true,
});
let kept: Map<string, Response>;
let network: Request[];
let isBroken: boolean;

/** What the service worker answers a request with; `null` where it leaves it to the browser. */
async function ask(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response | null> {
  let answer: Promise<Response> | null = null;
  const event = Object.assign(new Event('fetch'), {
    request: new Request(url, { headers, method }),
    respondWith: (response: Promise<Response>) => {
      answer = response;
    },
  });
  scope.dispatchEvent(event);
  return answer;
}

beforeEach(async () => {
  vi.stubGlobal('self', scope);
  // Workbox looks for it there, and reads it from the scope.
  vi.stubGlobal('__WB_DISABLE_DEV_LOGS', true);
  vi.stubGlobal('location', { href: `${SITE}/sw.js`, origin: SITE });
  vi.stubGlobal('caches', {
    match: async (url: string, { cacheName }: { cacheName: string }) => {
      if (isBroken) throw new DOMException('damaged', 'UnknownError');
      return cacheName === 'tomoyomi-audio-v1' ? kept.get(url)?.clone() : undefined;
    },
    // Nothing here may store anything.
    open: () => {
      throw new Error('opened');
    },
  });
  vi.stubGlobal('fetch', async (request: Request) => {
    network.push(request);
    return new Response('from the network', { status: request.headers.has('range') ? 206 : 200 });
  });
  kept = new Map([[PART, new Response('0123456789', { headers: { 'Content-Type': 'audio/mpeg' } })]]);
  network = [];
  isBroken = false;
  // The rules are set up by the first test: Workbox has one router, which listens once.
  await import('./audio-route.ts');
});

describe('a recording on the device', () => {
  it.each([
    [{}, 200, '0123456789'],
    [{ Range: 'bytes=0-1' }, 206, '01'],
    [{ Range: 'bytes=8-99' }, 206, '89'],
    [{ Range: 'bytes=10-' }, 416, ''],
  ])('asked for with %j is answered without a network', async (headers, status, body) => {
    const answer = await ask(PART, headers);
    expect([answer?.status, await answer?.text()]).toEqual([status, body]);
    expect(network).toEqual([]);
  });

  it('that can’t be read is had from the network', async () => {
    isBroken = true;
    expect(await (await ask(PART))?.text()).toBe('from the network');
  });
});

describe('a recording that isn’t on the device', () => {
  const OTHER = `${SITE}/audio/plan-3/0b-audio001.mp3`;

  it.each([
    [{}, 200],
    [{ range: 'bytes=100-' }, 206],
  ])('asked for with %j comes from the network as it is, and nothing is stored', async (headers, status) => {
    const answer = await ask(OTHER, headers);
    expect([answer?.status, await answer?.text()]).toEqual([status, 'from the network']);
    expect(network.map(({ url }) => url)).toEqual([OTHER]);
    expect(Object.fromEntries(network[0]?.headers ?? [])).toEqual(headers);
  });

  it('isn’t mixed up with the parts of one that is on its way', async () => {
    kept = new Map([[`${OTHER}?edition=a&from=0&to=3`, new Response('012')]]);
    expect(await (await ask(OTHER))?.text()).toBe('from the network');
  });
});

it.each([
  ['another site', ['https://example.org/audio/plan-2/0a-audio001.mp3']],
  ['another folder', [`${SITE}/downloads/plan-2.epub`]],
  ['another kind of request', [PART, {}, 'HEAD']],
] as const)('%s is left alone', async (_, [url, headers, method]) => {
  expect(await ask(url, headers, method)).toBeNull();
});
