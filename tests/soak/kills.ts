/** The browser is killed again and again, while it plays, keeps and downloads: what it had said to be kept is there each time. */
import type { Page } from '@playwright/test';
import type { Bar } from '../bench/bars.ts';
import { createProfile, type RealBrowser } from '../browser/support/real-browser.ts';
import { words } from '../browser/support/words.ts';
import { giveSettings, readyForScripts, untilReady } from './browser.ts';
import { createChance, oneOf } from './chance.ts';
import { readRecording } from './clips.ts';
import { watch } from './probe.ts';

export interface KillResult {
  readonly kills: number;
  /** Seconds of sound that would have to be heard again, after each kill while something sounded. */
  readonly heardAgain: readonly number[];
  /** What was lost, in words. */
  readonly lost: readonly string[];
  /** How many bookmarks, corrections and documents there were at the end, all of them made just before a kill. */
  readonly kept: number;
}

interface Options {
  readonly origin: string;
  readonly dist: string;
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** What the app has on the device, as it shows in the page's own storage. */
interface Kept {
  readonly bookmarks: readonly string[];
  readonly corrections: readonly string[];
  readonly documents: readonly string[];
  /** Bytes of a book to take along that have come. */
  readonly downloaded: number;
  readonly places: readonly { readonly book: string; readonly sentence: string; readonly seconds: number }[];
}

interface Sounding {
  readonly book: string;
  readonly file: string;
  readonly time: number;
}

const PLANS = ['plan-1', 'plan-2', 'plan-3', 'plan-4', 'plan-5'] as const;
/** The largest to take along, so that there is something to break off. */
const TAKEN = 'plan-5';

export async function killRepeatedly(options: Options): Promise<KillResult> {
  const { origin, dist, kills, seed, say } = options;
  const chance = createChance(seed);
  const profile = await createProfile();
  const lost: string[] = [];
  const heardAgain: number[] = [];
  let before: Kept | null = null;
  let sounding: Sounding | null = null;
  try {
    for (let kill = 0; kill <= kills; kill++) {
      const browser = await profile.start();
      const page = await openPage(browser, origin, sounding?.book ?? oneOf(chance, PLANS));
      const now = await lookAt(page);
      const gone = before === null ? [] : missing(before, now).map((what) => `kill ${kill}: ${what}`);
      lost.push(...gone);
      for (const line of gone) say(`LOST ${line}`);
      if (sounding !== null) {
        const again = secondsAgain(dist, sounding, now);
        if (again === null) lost.push(`kill ${kill}: the place in ${sounding.book}`);
        else heardAgain.push(again);
        say(`kill ${kill}: ${again === null ? 'the place is lost' : `${again.toFixed(2)} s to hear again`}`);
      }
      if (kill === kills) {
        const kept = now.bookmarks.length + now.corrections.length + now.documents.length;
        return { kills, heardAgain, lost, kept };
      }
      await makeSomething(page, origin, chance, kill);
      sounding = chance() < 0.8 ? await listen(page, chance) : null;
      before = await lookAt(page);
      sounding = sounding && (await soundNow(page));
      await browser.kill();
    }
    throw new Error('unreachable');
  } finally {
    await profile.remove();
  }
}

async function openPage({ context }: RealBrowser, origin: string, book: string): Promise<Page> {
  await readyForScripts(context);
  await giveSettings(context, { narrator: 'recorded' });
  await watch(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${origin}/read/${book}`);
  await untilReady(page);
  return page;
}

/** One thing that the app then says to be kept. */
async function makeSomething(page: Page, origin: string, chance: () => number, kill: number): Promise<void> {
  if (kill % 6 === 2) {
    await page.goto(`${origin}/open`);
    await untilReady(page);
    await page
      .getByRole('textbox', { name: words('open.paste-label'), exact: true })
      .fill(`これは${kill}ばんめの文です。\n\n図書館で本を借りました。`);
    await page.getByRole('button', { name: words('open.read'), exact: true }).click();
    await page.waitForURL(/\/read\/doc-/u);
    await untilReady(page);
    await page.goto(`${origin}/read/${oneOf(chance, PLANS)}`);
    await untilReady(page);
  }
  if (kill % 6 === 1) {
    await page.goto(`${origin}/read/${TAKEN}`);
    await untilReady(page);
    await page.getByRole('button', { name: words('reader.get-book'), exact: true }).click();
    await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  // Not within a link, which leads away.
  const word = page.locator('article .chunk p .w:not(a .w)').nth(Math.floor(chance() * 30));
  await word.click();
  const popover = page.getByRole('dialog', { name: words('reader.word.title') });
  if (chance() < 0.5) {
    await popover.getByRole('button', { name: words('reader.word.bookmark'), exact: true }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /しおりをはさみました/u })
      .first()
      .waitFor();
  } else {
    await popover.getByRole('button', { name: words('reader.word.correct'), exact: true }).click();
    await page
      .getByRole('textbox', { name: words('corrections.field') })
      .fill(`てすと${'ん'.repeat(kill % 4)}`);
    await page.getByRole('button', { name: words('corrections.apply'), exact: true }).click();
    await popover.waitFor({ state: 'detached' });
  }
}

async function listen(page: Page, chance: () => number): Promise<Sounding | null> {
  await page.getByRole('button', { name: '聞く', exact: true }).click();
  await page.waitForFunction(() =>
    [...globalThis.soakProbe.elements].some(({ currentTime }) => currentTime > 0),
  );
  await page.waitForTimeout(300 + chance() * 6000);
  return soundNow(page);
}

const soundNow = (page: Page): Promise<Sounding | null> =>
  page.evaluate(() => {
    const element = [...globalThis.soakProbe.elements].find(({ paused, ended }) => !paused && !ended);
    if (element === undefined) return null;
    const book = location.pathname.split('/').at(-1) ?? '';
    return { book, file: new URL(element.currentSrc).pathname, time: element.currentTime };
  });

function missing(before: Kept, now: Kept): readonly string[] {
  const gone = (what: string, had: readonly string[], has: readonly string[]): readonly string[] =>
    had.filter((one) => !has.includes(one)).map((one) => `${what} ${one}`);
  return [
    ...gone('the bookmark', before.bookmarks, now.bookmarks),
    ...gone('the correction', before.corrections, now.corrections),
    ...gone('the document', before.documents, now.documents),
    ...gone(
      'the place in',
      before.places.map(({ book }) => book),
      now.places.map(({ book }) => book),
    ),
    ...(now.downloaded < before.downloaded
      ? [`${before.downloaded - now.downloaded} bytes that had come`]
      : []),
  ];
}

/** Seconds of sound from the kept place to where it sounded when it was killed; `null` where it can't be made out. */
function secondsAgain(dist: string, { book, file, time }: Sounding, { places }: Kept): number | null {
  const { files, clips } = readRecording(dist, book);
  const place = places.find((one) => one.book === book);
  const clip = clips.find(([sentence]) => sentence === place?.sentence);
  if (place === undefined || clip === undefined) return null;
  const start = (number: number): number =>
    files.slice(0, number).reduce((sum, { duration }) => sum + duration, 0);
  const sounded = files.findIndex(({ address }) => address === file);
  const [, number, begin] = clip;
  return start(sounded) + time - (start(number) + begin + place.seconds);
}

function lookAt(page: Page): Promise<Kept> {
  return page.evaluate(async (taken): Promise<Kept> => {
    const listOf = (key: string, field: string): Record<string, unknown>[] =>
      JSON.parse(localStorage.getItem(key) ?? '{}')[field] ?? [];
    const documents = await new Promise<string[]>((fulfil, reject) => {
      const request = indexedDB.open('tomoyomi');
      request.onerror = () => reject(request.error);
      // Only the app makes its stores.
      request.onupgradeneeded = () => {
        request.transaction?.abort();
        fulfil([]);
      };
      request.onsuccess = () => {
        const all = request.result.transaction('entries').objectStore('entries').getAllKeys();
        all.onsuccess = () => {
          request.result.close();
          fulfil(all.result.map(String));
        };
      };
    });
    let downloaded = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!request.url.includes(`/downloads/${taken}`)) continue;
        downloaded += (await (await cache.match(request))?.blob())?.size ?? 0;
      }
    }
    return {
      bookmarks: listOf('tomoyomi.bookmarks', 'bookmarks').map(({ id }) => String(id)),
      corrections: listOf('tomoyomi.corrections', 'corrections').map((one) => JSON.stringify(one)),
      documents,
      downloaded,
      places: listOf('tomoyomi.places', 'places').map(({ locator, seconds }) => ({
        ...(locator as { book: string; sentence: string }),
        seconds: Number(seconds ?? 0),
      })),
    };
  }, TAKEN);
}

/** What must hold of them. */
export function killBars({ kills, heardAgain, lost, kept }: KillResult): readonly Bar[] {
  return [
    { name: 'kills', figure: kills, least: 1, unit: '' },
    { name: 'kept through them', figure: kept, least: 1, unit: 'things' },
    { name: 'sound to hear again, at most', figure: Math.max(0, ...heardAgain), most: 1.5, unit: 's' },
    { name: 'things lost', figure: lost.length, most: 0, unit: '' },
  ];
}
