/** An hour's listening, in real time: what the page holds, what it kept the browser busy with, and whether the mark kept up. */
import type { Browser, Page } from '@playwright/test';
import type { RecordedBook } from '../../src/narration/recorded-book.ts';
import type { Bar } from '../bench/bars.ts';
import { giveSettings, type Holding, measureHolding, openPage, untilReady } from './browser.ts';
import { driftOf, readRecording } from './clips.ts';
import { apart, collect, type Seen, watch } from './probe.ts';

/** One after the other, and from the beginning again; the shortest first, so that a short trial hears more than one. */
const PLANS = ['plan-2', 'plan-1', 'plan-4', 'plan-5', 'plan-3'] as const;

const SAMPLE_EVERY = 30_000;
/** After a book was opened, in milliseconds: until then it is being opened, which has bars of its own. */
const SETTLING = 2000;

export interface ListenSample extends Holding {
  readonly minute: number;
  readonly plan: string;
  /** How many moments were looked at since the last sample. */
  readonly moments: number;
  /** The farthest that the mark was from the sound, in seconds of sound. */
  readonly drift: number;
  /** The longest task of the main thread, in milliseconds; 0 where none took 50. */
  readonly longest: number;
}

export interface ListenResult {
  readonly before: Holding;
  readonly after: Holding;
  readonly samples: readonly ListenSample[];
  readonly errors: readonly string[];
  /** How many books were listened to, the last one not to its end. */
  readonly books: number;
}

interface Options {
  readonly origin: string;
  readonly dist: string;
  readonly minutes: number;
  /** Minutes of listening before the first measurement: until then the browser compiles what it sees run often. */
  readonly warming: number;
  readonly rate: number;
  readonly onSample: (sample: ListenSample) => void;
}

export async function measureListening(browser: Browser, options: Options): Promise<ListenResult> {
  const { origin, dist, minutes, warming, rate, onSample } = options;
  const { context, page, session } = await openPage(browser);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  try {
    await giveSettings(context, { rate, narrator: 'recorded' });
    await watch(context);
    await page.goto(origin);
    await untilReady(page);
    // Every book once, so that what is kept of them for the next time is there before the first measurement.
    for (const plan of PLANS) {
      await openPlan(page, plan);
      await listen(page);
      await page.waitForTimeout(SETTLING);
    }
    const atFirstPlan = async (): Promise<Holding> => {
      await openPlan(page, PLANS[0]);
      await page.waitForTimeout(SETTLING);
      return measureHolding(session);
    };
    const samples: ListenSample[] = [];
    let books = 0;
    const listenFor = async (length: number, onSample: (sample: ListenSample) => void): Promise<void> => {
      const begun = Date.now();
      const end = begun + length * 60_000;
      while (Date.now() < end) {
        const plan = PLANS[books % PLANS.length] ?? PLANS[0];
        const recording = readRecording(dist, plan);
        books += 1;
        await openPlan(page, plan);
        await listen(page);
        await page.waitForTimeout(SETTLING);
        await collect(page);
        while (Date.now() < end && (await isPlaying(page))) {
          await untilNext(page, Math.min(end, Date.now() + SAMPLE_EVERY));
          const seen = await collect(page);
          const holding = await apart(page, () => measureHolding(session));
          const sample = {
            ...holding,
            minute: (Date.now() - begun) / 60_000,
            plan,
            ...judgeSeen(recording, seen),
          };
          onSample(sample);
        }
      }
    };
    await listenFor(warming, () => {});
    const before = await atFirstPlan();
    books = 0;
    await listenFor(minutes, (sample) => {
      samples.push(sample);
      onSample(sample);
    });
    return { before, after: await atFirstPlan(), samples, errors, books };
  } finally {
    await context.close();
  }
}

function judgeSeen(
  recording: RecordedBook,
  { moments, tasks }: Seen,
): Pick<ListenSample, 'moments' | 'drift' | 'longest'> {
  return {
    moments: moments.length,
    drift: Math.max(0, ...moments.map((moment) => driftOf(recording, moment))),
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
  };
}

/** From book to book within the app, as a listener goes, to the book's first sentence. */
async function openPlan(page: Page, plan: string): Promise<void> {
  if (await isPlaying(page)) await page.getByRole('button', { name: 'とめる', exact: true }).click();
  if (new URL(page.url()).pathname !== '/') {
    await page.getByRole('link', { name: '本だな', exact: true }).click();
  }
  await page.locator(`main a[href="/read/${plan}"]`).first().click();
  await page.waitForURL(`**/read/${plan}*`);
  await untilReady(page);
  await page.locator('article [data-sentence]').first().waitFor();
  await page.evaluate(() => {
    const first = document.querySelector('article [data-sentence]')?.getAttribute('data-sentence');
    location.hash = first ?? '';
  });
  await page.waitForFunction(
    () => document.querySelector('article [data-sentence]')?.getAttribute('aria-current') === 'true',
  );
}

async function listen(page: Page): Promise<void> {
  await page.getByRole('button', { name: '聞く', exact: true }).click();
  await page.getByRole('button', { name: 'とめる', exact: true }).waitFor();
}

async function isPlaying(page: Page): Promise<boolean> {
  return page.getByRole('button', { name: 'とめる', exact: true }).isVisible();
}

/** Waits, unless the book ends before. */
async function untilNext(page: Page, until: number): Promise<void> {
  while (Date.now() < until && (await isPlaying(page))) await page.waitForTimeout(1000);
}

/** Grown since the beginning, in per cent. */
const growth = (before: number, after: number): number => (after / before - 1) * 100;

/** What must hold of it. */
export function listenBars({ before, after, samples, errors }: ListenResult): readonly Bar[] {
  const most = (of: (sample: ListenSample) => number): number => Math.max(0, ...samples.map(of));
  return [
    { name: 'heap after collection', figure: growth(before.heap, after.heap), most: 5, unit: '% more' },
    { name: 'nodes of the page', figure: growth(before.nodes, after.nodes), most: 5, unit: '% more' },
    { name: 'listeners', figure: growth(before.listeners, after.listeners), most: 5, unit: '% more' },
    { name: 'longest task while listening', figure: most(({ longest }) => longest), most: 50, unit: 'ms' },
    { name: 'the mark from the sound, at most', figure: most(({ drift }) => drift), most: 0.05, unit: 's' },
    {
      name: 'moments looked at',
      figure: samples.reduce((sum, { moments }) => sum + moments, 0),
      least: 1,
      unit: '',
    },
    { name: 'uncaught errors', figure: errors.length, most: 0, unit: '' },
  ];
}
