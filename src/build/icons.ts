/**
 * `npm run icons`: draws the app's PNG icons from `public/icons/icon.svg` in a headless Chromium. Run by hand when the
 * drawing changes; the PNGs are committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

interface Icon {
  readonly file: string;
  /** Width and height in CSS pixels, which are the PNG's. */
  readonly size: number;
  /** Part of the square that the drawing's mark is scaled to; the ground always fills what `shape` leaves. */
  readonly scale: number;
  /** `rounded` as drawn, transparent outside; `full` to the edges, for systems that cut the shape themselves. */
  readonly shape: 'rounded' | 'full';
}

/** The safe zone of a maskable icon is a circle of 80 % of its width (W3C, Web App Manifest, "purpose"). */
const ICONS: readonly Icon[] = [
  { file: 'favicon-48.png', size: 48, scale: 1.08, shape: 'rounded' },
  { file: 'icon-192.png', size: 192, scale: 1, shape: 'rounded' },
  { file: 'icon-512.png', size: 512, scale: 1, shape: 'rounded' },
  { file: 'maskable-512.png', size: 512, scale: 0.82, shape: 'full' },
  { file: 'apple-touch-180.png', size: 180, scale: 1, shape: 'full' },
];

const folder = 'public/icons';

/** The drawing with its mark scaled about the middle, and its ground rounded or not. */
export function planIcon(svg: string, { scale, shape }: Pick<Icon, 'scale' | 'shape'>): string {
  const offset = 256 * (1 - scale);
  const scaled = svg.replace('id="mark"', `transform="translate(${offset} ${offset}) scale(${scale})"`);
  return shape === 'full' ? scaled.replace(/ rx="\d+"/, '') : scaled;
}

async function drawIcons(): Promise<void> {
  const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
  const executablePath = process.env.CHROME_PATH || '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  for (const icon of ICONS) {
    await page.setViewportSize({ width: icon.size, height: icon.size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw}</style>${planIcon(svg, icon)}`);
    writeFileSync(join(folder, icon.file), await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
}

if (process.argv[1] === import.meta.filename) await drawIcons();
