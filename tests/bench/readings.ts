/**
 * Furigana for a long text in a worker, beside kuroshiro with kuromoji as they come: how fast, how soon the first
 * paragraph has its readings, what comes over the wire for it, and how long the page is ever blocked.
 */
import type { Browser, Page, Request } from '@playwright/test';
import { openCold } from './browser.ts';
import { type Blocked, measureBlocked } from './opening-blocked.ts';

/** One engine's figures, each a run's. */
export interface EngineSamples {
  /** From a worker's start in a page with nothing kept to the first paragraph's readings, ms. */
  readonly first: readonly number[];
  /** In a worker that has read the text once before; the best of three times over it. */
  readonly charactersPerSecond: readonly number[];
  /** What the dictionary takes over the wire, in MB of 1,000,000 bytes, headers included. */
  readonly megabytes: readonly number[];
}

export interface ReadingsResult {
  readonly characters: number;
  readonly own: EngineSamples;
  readonly peer: EngineSamples;
  /** The whole way of a pasted text in the app, on a main thread six times slower. */
  readonly blocked: readonly Blocked[];
}

interface Options {
  readonly origin: string;
  readonly peers: string;
  /** The app's worker, as an address on its site. */
  readonly worker: string;
  readonly paragraphs: readonly string[];
  readonly runs: number;
}

interface Engine {
  /** Where a page of its site lies that does nothing by itself. */
  readonly page: string;
  readonly dictionary: RegExp;
  /** The worker whose start counts, and what it is asked for the first paragraph's readings. */
  readonly start: {
    readonly address: string;
    readonly module: boolean;
    readonly ask: unknown;
    readonly answer: string;
  };
  /** The worker that takes lists of paragraphs. */
  readonly worker: string;
}

const ROUNDS = 4;

export async function measureReadings(browser: Browser, options: Options): Promise<ReadingsResult> {
  const { origin, peers, worker, paragraphs, runs } = options;
  const [first = ''] = paragraphs;
  const own: Engine = {
    page: `${origin}/404.html`,
    dictionary: /\/dictionary\//u,
    // The app's own worker, with all that it does: the paragraph becomes a book, and is kept.
    start: {
      address: worker,
      module: true,
      ask: { type: 'read-text', id: 1, name: 'bench', text: first },
      answer: 'kept',
    },
    worker: `${peers}/engine-worker.js`,
  };
  const peer: Engine = {
    page: `${peers}/blank.html`,
    dictionary: /\/dict\//u,
    start: { address: '/kuroshiro-worker.js', module: false, ask: [first], answer: 'done' },
    worker: `${peers}/kuroshiro-worker.js`,
  };
  const samples = { own: emptySamples(), peer: emptySamples() };
  for (let run = 0; run < runs; run += 1) {
    for (const [engine, taken] of [
      [own, samples.own],
      [peer, samples.peer],
    ] as const) {
      const started = await measureFirst(browser, engine);
      taken.first.push(started.took);
      taken.megabytes.push(started.bytes / 1_000_000);
      const took = await measureWarm(browser, `${peers}/blank.html`, engine.worker, paragraphs);
      taken.charactersPerSecond.push((lengthOf(paragraphs) / took) * 1000);
    }
  }
  const blocked: Blocked[] = [];
  for (let run = 0; run < Math.min(runs, 3); run += 1) {
    blocked.push(await measureBlocked(browser, `${origin}/open`, paragraphs.join('\n\n')));
  }
  return { characters: lengthOf(paragraphs), ...samples, blocked };
}

function emptySamples() {
  return { first: [] as number[], charactersPerSecond: [] as number[], megabytes: [] as number[] };
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, { length }) => sum + length, 0);
}

async function measureFirst(
  browser: Browser,
  { page: address, start, dictionary }: Engine,
): Promise<{ readonly took: number; readonly bytes: number }> {
  const { page, close } = await openCold(browser);
  try {
    const sizes: Promise<number>[] = [];
    const isPart = (request: Request): boolean => dictionary.test(new URL(request.url()).pathname);
    let asked = 0;
    page.on('request', (request) => {
      if (isPart(request)) asked += 1;
    });
    page.on('requestfinished', (request) => {
      if (!isPart(request)) return;
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      );
    });
    await page.goto(address);
    const took = await page.evaluate(
      ({ address: script, module, ask, answer }) =>
        new Promise<number>((fulfil, reject) => {
          const begin = performance.now();
          const worker = new Worker(script, module ? { type: 'module' } : {});
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.onmessage = ({ data }) => {
            const type = (data as { type?: string }).type ?? 'done';
            if (type === answer) fulfil(performance.now() - begin);
            else if (type !== 'progress') reject(new Error(JSON.stringify(data)));
          };
          worker.postMessage(ask);
        }),
      start,
    );
    // The browser tells of what has come a little later than the worker has it.
    while (sizes.length < asked) await page.waitForEvent('requestfinished');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    return { took, bytes };
  } finally {
    await close();
  }
}

/** Milliseconds for the whole text, the best of the rounds after the first. */
async function measureWarm(
  browser: Browser,
  address: string,
  script: string,
  paragraphs: readonly string[],
): Promise<number> {
  const { page, close } = await openCold(browser);
  try {
    await page.goto(address);
    const times = await askOften(page, script, paragraphs);
    return Math.min(...times.slice(1));
  } finally {
    await close();
  }
}

function askOften(page: Page, script: string, paragraphs: readonly string[]): Promise<readonly number[]> {
  return page.evaluate(
    ([address, texts, rounds]) =>
      new Promise<readonly number[]>((fulfil, reject) => {
        const times: number[] = [];
        const worker = new Worker(address);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => {
          times.push((data as { took: number }).took);
          if (times.length < rounds) worker.postMessage(texts);
          else fulfil(times);
        };
        worker.postMessage(texts);
      }),
    [script, paragraphs, ROUNDS] as const,
  );
}
