/** The browser of the long trials: real, with real sound that nobody hears, and what can be measured of a page from outside. */
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The sound's clock runs all the same.
  '--mute-audio',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
    args: ARGUMENTS,
  });
}

export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
}

/** A page with nothing kept from before. The trials change what it is answered, so no service worker answers in their place. */
export async function openPage(browser: Browser): Promise<OpenPage> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    serviceWorkers: 'block',
  });
  await readyForScripts(context);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  return { context, page, session };
}

/** Functions that are handed to a page name themselves by a helper of the compiler's, which the page hasn't got. */
export async function readyForScripts(context: BrowserContext): Promise<void> {
  await context.addInitScript('globalThis.__name = (named) => named;');
}

/** What a page holds, after its garbage was collected. */
export interface Holding {
  /** Bytes of JavaScript objects. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function measureHolding(session: CDPSession): Promise<Holding> {
  await session.send('Performance.enable');
  // What the first collection lets go of may hold more.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** Waits until the page answers to presses. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
}

/** Settings with which the first page of a context opens; later pages find what the app has kept. */
export async function giveSettings(
  context: BrowserContext,
  settings: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  await context.addInitScript(
    ([key, text]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, text);
    },
    ['tomoyomi.settings', JSON.stringify({ version: 1, firstVisitDone: true, ...settings })] as const,
  );
}
