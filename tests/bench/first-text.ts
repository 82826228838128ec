/** How long a reader waits for the first words of a book, and what the device and the link do meanwhile. */
import type { Browser } from '@playwright/test';
import { openCold } from './browser.ts';
import { watchWire } from './wire.ts';

/** Longer than this a task keeps a press waiting noticeably; what is beyond it counts as blocking. Milliseconds. */
const LONG_TASK = 50;

/** The slowest peer on the slow setting stays well below this. Milliseconds. */
const PATIENCE = 120_000;

export interface FirstTextSample {
  /** From navigation to the first painted frame with the book's words, ms. */
  readonly firstText: number;
  /** The parts beyond 50 ms of all tasks of the main thread before that, ms. */
  readonly blocking: number;
  /** The longest task of the main thread before that, ms; 0 where none took 50 ms. */
  readonly longestTask: number;
  /** The whole of the tasks that took 50 ms or more, ms. */
  readonly longTasks: number;
  /** Over the wire before that, fonts apart, in kB of 1000 bytes. */
  readonly kilobytes: number;
  readonly fontKilobytes: number;
  readonly requests: number;
}

export interface Opening {
  readonly name: string;
  readonly url: string;
  /** The id of the sentence that is waited for. */
  readonly sentence: string;
}

/** Opens each in turn, `runs` times over after one that doesn't count, so that what disturbs the machine hits all alike. */
export async function measureFirstText(
  browser: Browser,
  openings: readonly Opening[],
  options: { readonly runs: number; readonly slow: boolean; readonly script: string },
): Promise<Readonly<Record<string, readonly FirstTextSample[]>>> {
  const samples: Record<string, FirstTextSample[]> = Object.fromEntries(
    openings.map(({ name }) => [name, []]),
  );
  for (let run = -1; run < options.runs; run += 1) {
    for (const opening of openings) {
      const sample = await openOnce(browser, opening, options);
      if (run >= 0) samples[opening.name]?.push(sample);
    }
  }
  return samples;
}

async function openOnce(
  browser: Browser,
  { name, url, sentence }: Opening,
  { slow, script }: { readonly slow: boolean; readonly script: string },
): Promise<FirstTextSample> {
  const { page, session, close } = await openCold(browser, slow);
  try {
    const wire = watchWire(session);
    await page.addInitScript({ content: `globalThis.benchSentence=${JSON.stringify(sentence)};${script}` });
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'benchReport' });
    let timer: NodeJS.Timeout | undefined;
    const reported = new Promise<BenchFirstText>((fulfil, reject) => {
      timer = setTimeout(() => reject(new Error(`${name} showed no text within ${PATIENCE} ms`)), PATIENCE);
      session.on('Runtime.bindingCalled', ({ name: binding, payload }) => {
        if (binding === 'benchReport') fulfil(JSON.parse(payload) as BenchFirstText);
      });
    });
    await page.goto(url, { waitUntil: 'commit' });
    const shown = await reported;
    clearTimeout(timer);
    const used = wire.until(shown.origin + shown.at);
    const tasks = shown.longTasks
      .filter(({ start }) => start < shown.at)
      .map(({ start, duration }) => Math.min(duration, shown.at - start));
    return {
      firstText: shown.at,
      blocking: tasks.reduce((sum, duration) => sum + Math.max(0, duration - LONG_TASK), 0),
      longestTask: Math.max(0, ...tasks),
      longTasks: tasks.reduce((sum, duration) => sum + duration, 0),
      kilobytes: used.bytes / 1000,
      fontKilobytes: used.fontBytes / 1000,
      requests: used.requests,
    };
  } finally {
    await close();
  }
}
