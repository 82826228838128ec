/** What looks on from within a page while it is listened to. */
import type { BrowserContext, Page } from '@playwright/test';

/** What sounded, and what was marked, at one moment that was chosen by chance. */
export interface Moment {
  /** The sound file's path. */
  readonly file: string;
  /** Seconds from the file's begin. */
  readonly time: number;
  /** The id of the marked sentence; empty where none is. */
  readonly sentence: string;
}

export interface LongTask {
  /** Milliseconds since the page was opened. */
  readonly start: number;
  readonly duration: number;
}

export interface Seen {
  readonly moments: readonly Moment[];
  /** Without those of the measuring itself. */
  readonly tasks: readonly LongTask[];
}

interface Probe {
  readonly elements: Set<HTMLMediaElement>;
  moments: Moment[];
  tasks: LongTask[];
  /** Milliseconds between which the page is measured; nothing counts then. */
  apart: (readonly [from: number, to: number])[];
}

declare global {
  var soakProbe: Probe;
}

/** Between two looks at the sound, in milliseconds: by chance, so that no rhythm of the page hides anything. */
const LOOKS = [150, 900] as const;

/** Looks on in every page of the context. */
export async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(([least, most]) => {
    const probe: Probe = { elements: new Set(), moments: [], tasks: [], apart: [] };
    globalThis.soakProbe = probe;
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      probe.elements.add(this);
      return play.call(this);
    };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        probe.tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask' });
    const look = (): void => {
      for (const element of probe.elements) {
        if (element.paused || element.ended || element.seeking || element.readyState < 3) continue;
        const marked = document.querySelector('article [aria-current="true"]');
        probe.moments.push({
          file: new URL(element.currentSrc).pathname,
          time: element.currentTime,
          sentence: marked?.getAttribute('data-sentence') ?? '',
        });
      }
      setTimeout(look, least + Math.random() * (most - least));
    };
    look();
  }, LOOKS);
}

/** Hands out what was seen since the last time. */
export async function collect(page: Page): Promise<Seen> {
  const { moments, tasks, apart } = await page.evaluate(() => {
    const { moments, tasks, apart } = globalThis.soakProbe;
    Object.assign(globalThis.soakProbe, { moments: [], tasks: [] });
    return { moments, tasks, apart };
  });
  return {
    moments,
    tasks: tasks.filter(
      ({ start, duration }) => !apart.some(([from, to]) => start < to && start + duration > from),
    ),
  };
}

/** Does what keeps the page busy and isn't the page's own doing. */
export async function apart<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const from = await page.evaluate(() => performance.now());
  try {
    return await work();
  } finally {
    await page.evaluate((begun) => {
      globalThis.soakProbe.apart.push([begun, performance.now()]);
    }, from);
  }
}
