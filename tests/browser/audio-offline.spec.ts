import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { DownloadsIndex } from '../../src/library/downloads-index.ts';
import type { RecordedBook } from '../../src/narration/recorded-book.ts';
import {
  button,
  expectReady,
  focusedName,
  giveSettings,
  LOCALES,
  open,
  plainText,
  sheet,
  THEMES,
} from './support/app.ts';
import { violations } from './support/axe.ts';
import { createSlowSound, type SlowSound } from './support/slow-sound.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 120_000 });

const KEY = 'listening.offline-sound';
const BOOK = 'plan-2';
const CACHE = 'tomoyomi-audio-v1';
const index = (): DownloadsIndex => JSON.parse(readFileSync('dist/downloads/index.json', 'utf8'));
const listAddress = (): string => index().books[BOOK]?.recorded?.address ?? '';
const recorded = (): RecordedBook => JSON.parse(readFileSync(`dist${listAddress()}`, 'utf8'));
const soundBytes = (): number => index().books[BOOK]?.recorded?.sound ?? 0;

let site: SlowSound;
test.beforeEach(async () => {
  site = await createSlowSound();
});
test.afterEach(() => site.close());

/** With the app itself on the device, and its service worker at work. */
async function visit(page: Page, path: string): Promise<void> {
  await giveSettings(page);
  await open(page, `${site.url}${path}`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

async function openSound(page: Page, locale = 'ja'): Promise<Locator> {
  await button(page, words('reader.get-book', {}, locale)).click();
  await button(page, words('downloads.sound', {}, locale)).click();
  const dialog = sheet(page, words(`${KEY}.title`, {}, locale));
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  return dialog;
}

/** The open book's own part of the sheet: it stands first. */
const own = (dialog: Locator): Locator => dialog.getByRole('listitem').first();
/** What its row says: what its buttons are described by, so that it is heard with them. */
const told = async (dialog: Locator): Promise<string> => {
  const id = await own(dialog).getByRole('button').first().getAttribute('aria-describedby');
  return id === null ? '' : plainText(dialog.locator(`[id="${id}"]`));
};
/** All that the sheet announces: one status, whatever the number of books. */
const announced = async (dialog: Locator): Promise<string> => {
  await expect(dialog.getByRole('status')).toHaveCount(1);
  return plainText(dialog.getByRole('status'));
};
const press = (dialog: Locator, name: RegExp): Promise<void> =>
  own(dialog).getByRole('button', { name }).click();
/** Bytes on the device, as the bar says. */
const loaded = async (dialog: Locator): Promise<number> =>
  Number(
    await own(dialog)
      .getByRole('progressbar')
      .getAttribute('value', { timeout: 1000 })
      .catch(() => 0),
  );
const keys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (name) => {
    const all = await (await caches.open(name)).keys();
    return all.map(({ url }) => new URL(url).pathname + new URL(url).search);
  }, CACHE);
/** The hashes of the kept files, in the browser's own words. */
const hashes = (page: Page, paths: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    async ([name, wanted]) => {
      const cache = await caches.open(name);
      return Promise.all(
        wanted.map(async (path) => {
          const bytes = (await (await cache.match(path))?.arrayBuffer()) ?? new ArrayBuffer(0);
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
        }),
      );
    },
    [CACHE, paths] as const,
  );

test('A plan’s sound comes, is paused, survives a reload, and plays at any place without a network', async ({
  page,
  context,
}) => {
  await visit(page, `/read/${BOOK}`);
  let dialog = await openSound(page);
  await expect(own(dialog).getByRole('heading')).toHaveAccessibleName(/^第2期/u);
  await expect(dialog.getByRole('region', { name: words(`${KEY}.room`) })).toContainText(/MB|KB/u);

  expect(await announced(dialog)).toBe('');
  await press(dialog, /録音を入れる/u);
  await expect.poll(() => announced(dialog)).toMatch(/^「第2期.*」の録音を入れています。$/u);
  site.allow(soundBytes() * 0.3);
  await expect.poll(() => loaded(dialog)).toBeGreaterThan(soundBytes() * 0.2);
  await press(dialog, /いったんとめる/u);
  await expect.poll(() => told(dialog)).toBe(words(`${KEY}.states.part`));
  expect(await announced(dialog)).toMatch(/^「第2期.*」の録音を、いったんとめました。$/u);

  await press(dialog, /つづきから/u);
  site.allow(soundBytes() * 0.3);
  await expect.poll(() => loaded(dialog)).toBeGreaterThan(soundBytes() * 0.45);
  await page.reload();
  await expectReady(page);
  dialog = await openSound(page);
  expect(await told(dialog)).toBe(words(`${KEY}.states.part`));
  await press(dialog, /つづきから/u);
  site.allow(soundBytes() * 2);
  await expect.poll(() => told(dialog)).toContain('この端末にあります');
  expect(await announced(dialog)).toMatch(/^「第2期.*」の録音が入りました。/u);
  // What had come was not asked for again.
  expect(site.asked.filter(({ range }) => range !== null).length).toBeGreaterThan(0);
  const { files } = recorded();
  expect(
    await hashes(
      page,
      files.map(({ address }) => address),
    ),
  ).toEqual(files.map(({ sha256 }) => sha256));
  expect([...(await keys(page))].sort()).toEqual(
    [listAddress(), ...files.map(({ address }) => address)].sort(),
  );

  await context.setOffline(true);
  await site.close();
  const last = files.at(-1);
  if (last === undefined) throw new Error('nothing is recorded');
  const played = await page.evaluate(playAtPlaces, last.address);
  expect(played.duration).toBeCloseTo(last.duration, 1);
  expect(played.middle).toBeGreaterThan(last.duration / 2 + 0.2);
  expect(played.ended).toBe(true);

  await press(dialog, /録音を消す/u);
  await expect.poll(() => announced(dialog)).toMatch(/^「第2期.*」の録音を、この端末から消しました。$/u);
  expect(await keys(page)).toEqual([]);
});

/** In the page: a real audio element seeks to the middle and plays, then to a second before the end, and plays to the end. */
async function playAtPlaces(address: string) {
  const audio = new Audio(address);
  audio.muted = true;
  const state = (): string =>
    `${audio.currentTime} s, ready ${audio.readyState}, network ${audio.networkState}`;
  const until = (event: string): Promise<unknown> =>
    new Promise((fulfil, reject) => {
      setTimeout(() => reject(new Error(`no ${event}: ${state()}`)), 40_000);
      audio.addEventListener(event, fulfil, { once: true });
      audio.addEventListener('error', () => reject(new Error(audio.error?.message)), { once: true });
    });
  await until('canplay');
  const seek = async (seconds: number): Promise<void> => {
    const arrived = until('seeked');
    audio.currentTime = seconds;
    await arrived;
    await audio.play();
  };
  await seek(audio.duration / 2);
  while (audio.currentTime < audio.duration / 2 + 0.3) await until('timeupdate');
  const middle = audio.currentTime;
  audio.pause();
  const ended = until('ended');
  await seek(audio.duration - 1);
  await ended;
  return { duration: audio.duration, middle, ended: audio.ended };
}

test('Parts of a recording on the device are answered as the standard says, without a network', async ({
  page,
  context,
}) => {
  await visit(page, `/read/${BOOK}`);
  const dialog = await openSound(page);
  site.allow(soundBytes());
  await press(dialog, /録音を入れる/u);
  await expect.poll(() => told(dialog)).toContain('この端末にあります');
  await context.setOffline(true);
  await site.close();
  const [file] = recorded().files;
  const content = readFileSync(`dist${file?.address}`);
  const size = content.length;
  const ask = (range: string | null) =>
    page.evaluate(
      async ([address, header]) => {
        const response = await fetch(address, header === null ? {} : { headers: { Range: header } });
        const bytes = new Uint8Array(await response.arrayBuffer());
        const get = (name: string): string | null => response.headers.get(name);
        return {
          status: response.status,
          range: get('content-range'),
          length: get('content-length'),
          type: get('content-type'),
          bytes: bytes.length,
          first: bytes[0] ?? null,
          last: bytes.at(-1) ?? null,
        };
      },
      [file?.address ?? '', range] as const,
    );
  const expected = (status: number, from: number, to: number, range: string | null) => ({
    status,
    range,
    length: String(to - from),
    type: 'audio/mpeg',
    bytes: to - from,
    first: content[from] ?? null,
    last: content[to - 1] ?? null,
  });
  expect(await ask(null)).toEqual(expected(200, 0, size, null));
  expect(await ask('bytes=0-')).toEqual(expected(206, 0, size, `bytes 0-${size - 1}/${size}`));
  expect(await ask('bytes=0-1')).toEqual(expected(206, 0, 2, `bytes 0-1/${size}`));
  expect(await ask('bytes=1000-1999')).toEqual(expected(206, 1000, 2000, `bytes 1000-1999/${size}`));
  expect(await ask('bytes=-500')).toEqual(
    expected(206, size - 500, size, `bytes ${size - 500}-${size - 1}/${size}`),
  );
  expect(await ask(`bytes=${size - 5}-${size + 5}`)).toEqual(
    expected(206, size - 5, size, `bytes ${size - 5}-${size - 1}/${size}`),
  );
  expect(await ask(`bytes=${size}-`)).toMatchObject({ status: 416, range: `bytes */${size}`, bytes: 0 });
});

test('What is only listened to over the network is not stored', async ({ page }) => {
  await visit(page, `/read/${BOOK}`);
  const [file] = recorded().files;
  const played = await page.evaluate(playAtPlaces, file?.address ?? '');
  expect(played.ended).toBe(true);
  expect(site.played()).toBeGreaterThan(0);
  expect(await keys(page)).toEqual([]);
});

test('In two windows the sound comes once, and both know of it', async ({ page, context }) => {
  await visit(page, `/read/${BOOK}`);
  const other = await context.newPage();
  await giveSettings(other);
  await open(other, `${site.url}/read/${BOOK}`);
  const here = await openSound(page);
  const there = await openSound(other);
  await press(here, /録音を入れる/u);
  await expect.poll(() => site.asked.length).toBe(1);
  await press(there, /録音を入れる/u);
  site.allow(soundBytes());
  for (const dialog of [here, there]) await expect.poll(() => told(dialog)).toContain('この端末にあります');
  expect(site.asked.map(({ path }) => path).sort()).toEqual(
    recorded()
      .files.map(({ address }) => address)
      .sort(),
  );
  await press(there, /録音を消す/u);
  await expect(own(here).getByRole('button', { name: /録音を入れる/u })).toBeVisible();
});

test('All recordings come by one press from the shelf, also while the sheet is closed', async ({ page }) => {
  await visit(page, '/');
  await button(page, words('shelf.take-sound')).click();
  let dialog = sheet(page, words(`${KEY}.title`));
  await dialog.getByRole('button', { name: /^すべての録音を入れる/u }).click();
  await expect.poll(() => site.asked.length).toBe(1);
  const total = await dialog.getByRole('listitem').count();
  expect(await announced(dialog)).toBe(words(`${KEY}.told.all-begun`, { total }));
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(await focusedName(page)).toBe(words('shelf.take-sound'));
  site.allow(3_000_000);
  await expect.poll(() => site.asked.length).toBeGreaterThan(8);
  await button(page, words('shelf.take-sound')).click();
  dialog = sheet(page, words(`${KEY}.title`));
  const bar = { name: words(`${KEY}.all-coming`), exact: true };
  await expect(dialog.getByRole('progressbar', bar)).toBeVisible();
  await expect.poll(() => plainText(dialog)).toContain(words(`${KEY}.states.waiting`));
  await button(dialog, words(`${KEY}.all-stop`)).click();
  expect(await announced(dialog)).toBe(words(`${KEY}.told.all-stopped`));
  await expect(dialog.getByRole('button', { name: /^のこりの録音をすべて入れる/u })).toBeFocused();
  await expect.poll(() => plainText(dialog)).toContain(words(`${KEY}.states.part`));
});

test('Without a network and on a full device, what happened and what to do is said', async ({
  page,
  context,
}) => {
  await visit(page, `/read/${BOOK}`);
  const dialog = await openSound(page);
  await context.setOffline(true);
  await press(dialog, /録音を入れる/u);
  await expect.poll(() => told(dialog)).toBe(words(`${KEY}.faults.offline`));
  expect(await announced(dialog)).toMatch(/^「第2期.*」：ネットワークにつながりません。/u);
  await context.setOffline(false);
  await page.evaluate(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
  });
  await press(dialog, /録音を入れる/u);
  site.allow(soundBytes());
  await expect.poll(() => told(dialog)).toBe(words(`${KEY}.faults.full`));
});

test('Recordings of an earlier edition go once this one’s are all there, and not before', async ({
  page,
}) => {
  await visit(page, `/read/${BOOK}`);
  const old = [`/audio/${BOOK}/0000000000-clips.json`, `/audio/${BOOK}/0000000000-audio001.mp3`];
  await page.evaluate(
    async ([name, paths]) => {
      const cache = await caches.open(name);
      for (const path of paths) await cache.put(path, new Response('{}'));
    },
    [CACHE, [...old, '/audio/plan-99/0000000000-audio001.mp3']] as const,
  );
  await page.reload();
  await expectReady(page);
  await expect.poll(async () => [...(await keys(page))].sort()).toEqual([...old].sort());
  const dialog = await openSound(page);
  expect(await told(dialog)).toBe(words(`${KEY}.states.earlier`));
  site.allow(soundBytes());
  await press(dialog, /新しいものを入れる/u);
  await expect.poll(() => told(dialog)).toContain('この端末にあります');
  await page.reload();
  await expectReady(page);
  const files = recorded().files.map(({ address }) => address);
  await expect.poll(async () => [...(await keys(page))].sort()).toEqual([listAddress(), ...files].sort());
});

for (const locale of LOCALES) {
  test(`The sheet in ${locale}: no violation in any theme, and nothing sticks out at 320 pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await giveSettings(page, { locale, textSize: 96 });
    await open(page, `${site.url}/read/${BOOK}`);
    const dialog = await openSound(page, locale);
    await own(dialog).getByRole('button').first().click();
    await expect.poll(() => site.asked.length).toBe(1);
    await expect(own(dialog).getByRole('progressbar')).toBeVisible();
    const found = [...(await violations(page))];
    for (const theme of THEMES) {
      await page.locator('html').evaluate((root, value) => root.setAttribute('data-theme', value), theme);
      const colours = { runOnly: ['color-contrast', 'color-contrast-enhanced'] };
      for (const each of await violations(page, colours, { include: ['dialog[open]'], exclude: [] })) {
        found.push(`${theme}: ${each}`);
      }
    }
    expect(found).toEqual([]);
    const sideways = await dialog.evaluate((element) =>
      [element, ...element.querySelectorAll('*')]
        .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((each) => each.textContent),
    );
    expect(sideways).toEqual([]);
  });
}
