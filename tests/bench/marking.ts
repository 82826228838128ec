/** How much of the main thread a move of the marks takes, over every sentence and word of a plan. */
import type { Browser } from '@playwright/test';
import { type Bar, formatNumber, formatTable } from './bars.ts';
import { openCold, SLOW } from './browser.ts';
import { median } from './statistics.ts';

export interface MoveTimes {
  /** Milliseconds. */
  readonly median: number;
  readonly worst: number;
  /** How many moves these are of. */
  readonly moves: number;
}

export interface MarkingResult {
  readonly guide: 'none' | 'ruler' | 'mask';
  /** How many times slower than the machine the main thread ran. */
  readonly throttle: number;
  /** To another sentence, its first word included. */
  readonly sentences: MoveTimes;
  /** To another word of the same sentence. */
  readonly words: MoveTimes;
}

/**
 * Marks each sentence of the plan and each word in it, as the player would: script, style and layout of a move, with what it
 * asks of the next frame; painting isn't in it. `script` is the bundled `page/marking.ts`.
 */
export async function measureMarking(
  browser: Browser,
  { url, script }: { readonly url: string; readonly script: string },
): Promise<readonly MarkingResult[]> {
  const results: MarkingResult[] = [];
  for (const throttle of [1, SLOW.cpu]) {
    for (const guide of ['none', 'ruler', 'mask'] as const) {
      const { page, session, close } = await openCold(browser);
      try {
        await page.addInitScript({ content: script });
        await page.goto(url);
        await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
        await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
        const taken = await page.evaluate((which) => globalThis.benchMarking(which), guide);
        results.push({ guide, throttle, sentences: timesOf(taken.sentences), words: timesOf(taken.words) });
      } finally {
        await close();
      }
    }
  }
  return results;
}

function timesOf(values: readonly number[]): MoveTimes {
  return { median: median(values), worst: Math.max(...values), moves: values.length };
}

/** The bar is of the machine as it is, with the guide that asks for most. */
export function markingBars(results: readonly MarkingResult[]): readonly Bar[] {
  return results
    .filter(({ guide, throttle }) => guide === 'mask' && throttle === 1)
    .map(({ sentences }) => ({
      name: 'a move of the marks, median',
      figure: sentences.median,
      most: 2,
      unit: 'ms',
    }));
}

export function markingTable(results: readonly MarkingResult[]): string {
  const rows = results.map(({ guide, throttle, sentences, words }) => [
    `guide ${guide}, ${throttle}×`,
    ...[sentences, words].flatMap(({ median: middle, worst }) => [
      `${formatNumber(middle)} ms`,
      `${formatNumber(worst)} ms`,
    ]),
  ]);
  return `Moves of the marks\n${formatTable([['', 'sentence', 'worst', 'word', 'worst'], ...rows])}`;
}
