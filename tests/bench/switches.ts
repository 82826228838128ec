/** How long the switches of the text take on a long book of the reader's own, beside the same text as plain ruby. */
import type { Browser, Page } from '@playwright/test';
import type { Book } from '../../src/book/book.ts';
import { openCold } from './browser.ts';

/** Milliseconds of each change: layout forced, at the book's start, in its middle; by keys, to the painted frame. */
export interface SwitchSamples {
  readonly start: readonly number[];
  readonly middle: readonly number[];
  readonly keys: readonly number[];
}

export interface SwitchResult {
  readonly furigana: SwitchSamples;
  readonly textSize: SwitchSamples;
  readonly plain: { readonly furigana: readonly number[]; readonly textSize: readonly number[] };
}

interface Options {
  readonly origin: string;
  readonly plainUrl: string;
  readonly book: Book;
  readonly scripts: { readonly keep: string; readonly switches: string };
  /** How often the two pages take turns; each time every switch is thrown several times. */
  readonly rounds: number;
}

const FURIGANA = ['none', 'all'];
const TEXT_SIZES = ['28px', '24px'];
/** Changes of the reader's page in a round; the plain page takes too long for as many. */
const CHANGES = 10;
const PLAIN_CHANGES = 2;
const KEYS = 6;

export async function measureSwitches(browser: Browser, options: Options): Promise<SwitchResult> {
  const { origin, plainUrl, book, scripts, rounds } = options;
  const own = await openCold(browser);
  const plain = await openCold(browser);
  try {
    await own.page.addInitScript({ content: scripts.switches });
    await plain.page.addInitScript({ content: scripts.switches });
    await keepAndOpen(own.page, origin, book, scripts.keep);
    await plain.page.goto(plainUrl);

    const furigana: Record<keyof SwitchSamples, number[]> = { start: [], middle: [], keys: [] };
    const textSize: Record<keyof SwitchSamples, number[]> = { start: [], middle: [], keys: [] };
    const plainFurigana: number[] = [];
    const plainTextSize: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const place of ['start', 'middle'] as const) {
        await scrollPage(own.page, place);
        furigana[place].push(...(await change(own.page, 'furigana', FURIGANA, CHANGES)));
        textSize[place].push(...(await change(own.page, 'text-size', TEXT_SIZES, CHANGES)));
      }
      plainFurigana.push(...(await change(plain.page, 'furigana', FURIGANA, PLAIN_CHANGES)));
      plainTextSize.push(...(await change(plain.page, 'text-size', TEXT_SIZES, PLAIN_CHANGES)));
      furigana.keys.push(...(await pressInSheet(own.page, 'ふりがな', 'radio', '全部')));
      textSize.keys.push(...(await pressInSheet(own.page, '見やすさ', 'slider', '文字の大きさ')));
    }
    return { furigana, textSize, plain: { furigana: plainFurigana, textSize: plainTextSize } };
  } finally {
    await own.close();
    await plain.close();
  }
}

async function keepAndOpen(page: Page, origin: string, book: Book, keep: string): Promise<void> {
  await page.goto(`${origin}/404.html`);
  await page.evaluate(keep);
  if (!(await page.evaluate((value) => globalThis.benchKeep(value), book as unknown))) {
    throw new Error('the browser did not keep the long book');
  }
  await page.goto(`${origin}/read/${book.id}`);
  await page.waitForFunction(() => document.documentElement.dataset.app === 'ready');
  await page.locator('article [data-sentence]').first().waitFor();
}

async function scrollPage(page: Page, place: 'start' | 'middle'): Promise<void> {
  const top = place === 'start' ? 0 : 0.5;
  await page.evaluate((share) => window.scrollTo(0, document.documentElement.scrollHeight * share), top);
  await twoFrames(page);
}

/** What comes into view is laid out in the next frame. */
async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function change(
  page: Page,
  kind: 'furigana' | 'text-size',
  values: readonly string[],
  runs: number,
): Promise<number[]> {
  return page.evaluate(([what, which, times]) => globalThis.benchSwitch(what, which, times), [
    kind,
    values,
    runs,
  ] as const);
}

/** The reader's real way: the sheet is opened, and arrow keys move its choice or its slider there and back. */
async function pressInSheet(
  page: Page,
  sheet: string,
  role: 'radio' | 'slider',
  name: string,
): Promise<number[]> {
  await page.getByRole('button', { name: sheet, exact: true }).click();
  const control = page.getByRole('dialog').getByRole(role, { name, exact: true });
  await control.focus();
  await page.evaluate(() => globalThis.benchKeys());
  for (let key = 0; key < KEYS; key += 1) {
    // From 全部 one step back is なし: the choices go round.
    await page.keyboard.press(key % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
    await twoFrames(page);
  }
  const taken = await page.evaluate(() => globalThis.benchKeys());
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return taken;
}
