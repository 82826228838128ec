/** Presses by chance, faster than events, in every bad situation: the player answers, and nothing is lost. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Bar } from '../bench/bars.ts';
import { bundleScript } from '../bench/prepare.ts';
import { words } from '../browser/support/words.ts';
import { giveSettings, openPage, untilReady } from './browser.ts';
import { createChance, oneOf } from './chance.ts';
import { installGuard } from './guard.ts';
import { installMoodySpeech } from './moody-speech.ts';
import { SITUATIONS, type Situation, soakBooks } from './situations.ts';

export interface FuzzResult {
  readonly name: string;
  readonly presses: number;
  /** Milliseconds that とめる took, each time that something sounded. */
  readonly stops: readonly number[];
  readonly violations: readonly string[];
  readonly errors: readonly string[];
  /** What was kept and isn't there, in words; `null` where all is well. */
  readonly lost: string | null;
}

interface Options {
  readonly origin: string;
  readonly dist: string;
  readonly seconds: number;
  readonly seed: number;
  /** A situation's name, or a part of it; all where it is absent. */
  readonly situation?: string | undefined;
  readonly say: (line: string) => void;
}

/** At most so many presses without a breath in between. */
const BURST = 12;

/** How long a context that won't close is waited for, in milliseconds. */
const CLOSING = 5000;

/** Controls that lead out of the page, or fetch a hundred megabytes. */
const shunned = (): readonly string[] =>
  ['reader.get-book', 'reader.toolbar.shelf', 'about.open'].flatMap((key) => {
    try {
      return [words(key)];
    } catch {
      return [];
    }
  });

export async function fuzz(browser: Browser, options: Options): Promise<readonly FuzzResult[]> {
  const results: FuzzResult[] = [];
  const keep = await bundleScript('keep-book');
  const wanted = SITUATIONS.filter(({ name }) => name.includes(options.situation ?? ''));
  for (const [index, situation] of wanted.entries()) {
    const result = await fuzzOne(browser, situation, keep, { ...options, seed: options.seed * 1000 + index });
    results.push(result);
    const worst = Math.max(0, ...result.stops);
    options.say(
      `${result.name}: ${result.presses} presses, ${result.stops.length} stops, at most ${worst.toFixed(0)} ms`,
    );
    for (const line of [
      ...result.violations,
      ...result.errors,
      ...(result.lost === null ? [] : [result.lost]),
    ])
      options.say(`  ${line}`);
  }
  return results;
}

async function fuzzOne(
  browser: Browser,
  situation: Situation,
  keep: string,
  { origin, dist, seconds, seed }: Options,
): Promise<FuzzResult> {
  const { context, page } = await openPage(browser);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.setDefaultTimeout(60_000);
  const chance = createChance(seed);
  const stops: number[] = [];
  let presses = 0;
  try {
    await prepare(context, page, situation, keep, { origin, dist });
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      const count = 1 + Math.floor(chance() * BURST);
      const burst = Math.floor(chance() * 2 ** 31);
      await page.evaluate(([start, length]) => globalThis.soakGuard.press(start, length), [
        burst,
        count,
      ] as const);
      presses += count;
      if (chance() < 0.15) await page.keyboard.press('Escape');
      if (chance() < 0.2) await turn(page, oneOf(chance, situation.moods));
      if (chance() < 0.15) {
        const stopped = await page.evaluate(() => globalThis.soakGuard.stop());
        if (stopped !== null) stops.push(stopped);
      }
      await page.waitForTimeout(chance() < 0.5 ? 0 : chance() * 150);
    }
    const last = await page.evaluate(() => globalThis.soakGuard.stop());
    if (last !== null) stops.push(last);
    const violations = await page.evaluate(() => [...globalThis.soakGuard.violations]);
    const lost = await findLost(page, situation);
    return { name: situation.name, presses, stops, violations, errors, lost };
  } catch (error) {
    // The page has gone, or answers no more: that is a finding, and the other situations are tried all the same.
    errors.push(String(error));
    return { name: situation.name, presses, stops, violations: [], errors, lost: null };
  } finally {
    await Promise.race([context.close(), new Promise((fulfil) => setTimeout(fulfil, CLOSING))]);
  }
}

async function prepare(
  context: BrowserContext,
  page: Page,
  situation: Situation,
  keep: string,
  { origin, dist }: Pick<Options, 'origin' | 'dist'>,
): Promise<void> {
  await giveSettings(context, { narrator: situation.narrator, rate: 2 });
  await context.addInitScript(installMoodySpeech, situation.moods[0]);
  await context.addInitScript(installGuard, shunned());
  const own = soakBooks().find(({ id }) => id === situation.book);
  if (own !== undefined) {
    await page.goto(`${origin}/404.html`);
    await page.evaluate(keep);
    await page.evaluate((value) => globalThis.benchKeep(value), own as unknown);
  }
  await situation.spoil?.(context, dist);
  await page.goto(`${origin}/read/${situation.book}`);
  await untilReady(page);
}

const turn = (page: Page, mood: Situation['moods'][number]): Promise<void> =>
  page.evaluate((next) => globalThis.soakSpeech.turn(next), mood);

/** The place that is kept must be there, and be marked when the page is opened again. */
async function findLost(page: Page, { book }: Situation): Promise<string | null> {
  const kept = await page.evaluate((id): string | null => {
    const { places = [] } = JSON.parse(localStorage.getItem('tomoyomi.places') ?? '{}');
    const place = places.find(({ locator }: { locator: { book: string } }) => locator.book === id);
    return place?.locator.sentence ?? null;
  }, book);
  if (kept === null) return 'no place is kept';
  await page.reload();
  await untilReady(page);
  const marked = await page
    .waitForFunction(
      (id) =>
        document
          .querySelector(`article [data-sentence="${CSS.escape(id)}"]`)
          ?.getAttribute('aria-current') === 'true',
      kept,
      { timeout: 10_000 },
    )
    .then(() => true)
    .catch(() => false);
  return marked ? null : `${kept} was kept, and is not where the book opens`;
}

/** What must hold of them. */
export function fuzzBars(results: readonly FuzzResult[]): readonly Bar[] {
  const sum = (of: (result: FuzzResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const stops = results.flatMap((result) => result.stops);
  return [
    { name: 'presses by chance', figure: sum(({ presses }) => presses), least: 1, unit: '' },
    { name: 'とめる until silence, at most', figure: Math.max(0, ...stops), most: 100, unit: 'ms' },
    { name: 'times that とめる was asked', figure: stops.length, least: results.length, unit: '' },
    { name: 'two things at once', figure: sum(({ violations }) => violations.length), most: 0, unit: '' },
    { name: 'uncaught errors, fuzzing', figure: sum(({ errors }) => errors.length), most: 0, unit: '' },
    { name: 'places lost, fuzzing', figure: sum(({ lost }) => (lost === null ? 0 : 1)), most: 0, unit: '' },
  ];
}
