/** From a press to sound, with a plan's recording on the device. */
import type { Browser, Page } from '@playwright/test';
import type { RecordedBook } from '../../src/narration/recorded-book.ts';
import { AUDIO_CACHE } from '../../src/sw/constants.ts';
import type { Bar } from './bars.ts';
import { formatNumber, formatTable } from './bars.ts';
import { VIEWPORT } from './browser.ts';
import { median } from './statistics.ts';

/** Milliseconds from the press to the first moment at which the sound's own time has moved. */
export interface RecordedResult {
  /** 聞く on a page that has just been opened. */
  readonly listen: readonly number[];
  /** 次の文 while a sentence is read. */
  readonly next: readonly number[];
}

/** How many times each plan is moved on by a sentence. */
const MOVES = 12;

/** `address` is of the list of clips, on the site. */
export async function measureRecorded(
  browser: Browser,
  {
    origin,
    plan,
    address,
    script,
    runs,
  }: {
    readonly origin: string;
    readonly plan: string;
    readonly address: string;
    readonly script: string;
    readonly runs: number;
  },
): Promise<RecordedResult> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'ja-JP' });
  const listen: number[] = [];
  const next: number[] = [];
  try {
    await context.addInitScript({ content: script });
    const first = await context.newPage();
    await first.goto(`${origin}/read/${plan}`);
    await putOnDevice(first, address);
    await first.close();
    // The first run warms up and isn't counted.
    for (let run = 0; run <= runs; run++) {
      const page = await context.newPage();
      await page.goto(`${origin}/read/${plan}`);
      await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
      // Its length is known: the recording is there, as it is for a reader who has looked at the page.
      await page.waitForFunction(() => globalThis.benchSound.some(({ readyState }) => readyState > 0));
      const heard = await page.evaluate(() => globalThis.benchPress('聞く'));
      if (run > 0) listen.push(heard);
      for (let move = 0; move < MOVES; move++) {
        const taken = await page.evaluate(() => globalThis.benchPress('次の文'));
        if (run > 0) next.push(taken);
      }
      await page.close();
    }
  } finally {
    await context.close();
  }
  return { listen, next };
}

/** Waits for the service worker, and puts the recording where the app's own downloads put it. */
async function putOnDevice(page: Page, address: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.evaluate(
    async ([list, name]) => {
      const cache = await caches.open(name);
      const book = (await (await fetch(list)).clone().json()) as RecordedBook;
      await cache.addAll([list, ...book.files.map((file) => file.address)]);
    },
    [address, AUDIO_CACHE] as const,
  );
}

export function recordedBars({ listen, next }: RecordedResult): readonly Bar[] {
  return [
    { name: '聞く to sound, recording on the device', figure: median(listen), most: 200, unit: 'ms' },
    { name: 'next sentence to sound', figure: median(next), most: 50, unit: 'ms' },
  ];
}

export function recordedTable({ listen, next }: RecordedResult): string {
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    `${formatNumber(median(values))} ms`,
    `${formatNumber(Math.max(...values))} ms`,
    String(values.length),
  ];
  return `From a press to sound, the recording on the device\n${formatTable([
    ['press', 'median', 'worst', 'presses'],
    row('聞く', listen),
    row('次の文', next),
  ])}`;
}
