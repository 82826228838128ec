/** The browser of the bench: pages with nothing kept from before, on a fast or on a slow device. */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';

/** Keeps Chromium from asking the network for anything of its own; a root user has no sandbox. */
const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A tablet, upright. CSS pixels. */
export const VIEWPORT = { width: 820, height: 1180 };

/** `cpu` is how many times slower the main thread runs; the link's rates are in bytes a second, its latency in ms. */
export const SLOW = { cpu: 6, latency: 150, download: 1_600_000 / 8, upload: 750_000 / 8 };

export interface ColdPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly close: () => Promise<void>;
}

/** Headless Chromium: `CHROME_PATH`, else Debian's. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
    args: CHROMIUM_ARGUMENTS,
  });
}

/** A page of a context of its own: empty cache, empty storage, no service worker. */
export async function openCold(browser: Browser, slow = false): Promise<ColdPage> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'ja-JP',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (slow) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latency,
      downloadThroughput: SLOW.download,
      uploadThroughput: SLOW.upload,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
  }
  return { page, session, close: () => context.close() };
}
