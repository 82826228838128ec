/** How much JavaScript a page has fetched by the time 聞く answers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { openCold } from './browser.ts';

export interface ScriptFile {
  /** Its path on the site. */
  readonly path: string;
  /** Bytes as they are. */
  readonly bytes: number;
  /** Bytes after gzip -9. */
  readonly gzip: number;
}

export interface ListenResult {
  readonly files: readonly ScriptFile[];
  /** The sum of all `gzip`, in kB of 1000 bytes. */
  readonly kilobytes: number;
  /** From navigation to a page that answers to presses, ms. */
  readonly ready: number;
  /** How often the device's voice was asked to speak, or a recording sounded. */
  readonly spoken: number;
}

/**
 * Opens a plan, waits until the page answers, presses 聞く and waits until it has become とめる. The service worker's own
 * script, which reading and listening never wait for, isn't among the files; nor is the small one within the page.
 */
export async function measureListen(
  browser: Browser,
  { url, dist, speech }: { readonly url: string; readonly dist: string; readonly speech: string },
): Promise<ListenResult> {
  const { page, close } = await openCold(browser);
  try {
    await page.addInitScript({ content: speech });
    const paths = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') paths.add(new URL(request.url()).pathname);
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
    const ready = await page.evaluate(() => performance.now());
    await page.getByRole('button', { name: '聞く', exact: true }).click();
    await page.getByRole('button', { name: 'とめる', exact: true }).waitFor();
    await page.waitForFunction(() => globalThis.benchSpoken > 0);
    const spoken = await page.evaluate(() => globalThis.benchSpoken);
    const files = [...paths].map((path) => {
      const source = readFileSync(join(dist, path));
      return { path, bytes: source.length, gzip: gzipSync(source, { level: 9 }).length };
    });
    const kilobytes = files.reduce((sum, { gzip }) => sum + gzip, 0) / 1000;
    return { files, kilobytes, ready, spoken };
  } finally {
    await close();
  }
}
