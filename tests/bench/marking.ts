/** How much of the main thread a move of the marks takes, over every sentence and word of a plan. */
import type { Browser } from '@playwright/test';
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
