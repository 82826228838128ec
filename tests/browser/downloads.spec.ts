import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
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
import { createSlowSite, type SlowSite } from './support/slow-site.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const EPUB = 'EPUB';
const SIZE = { format: EPUB, size: '3 MB' };

async function openBooks(page: Page, locale = 'ja'): Promise<Locator> {
  const title = words('reader.get-book', {}, locale);
  await button(page, title).click();
  const dialog = sheet(page, title);
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  return dialog;
}

/** What an item says of itself. */
const told = (dialog: Locator): Promise<string> => plainText(dialog.getByRole('status').first());

/** Presses the link that saves, and hands out what the browser saved. */
async function save(page: Page, dialog: Locator, format = EPUB): Promise<{ name: string; content: Buffer }> {
  const coming = page.waitForEvent('download');
  await dialog.getByRole('link', { name: words('downloads.save-name', { format }), exact: true }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

test('A plan comes as the site has it, in each form, and is removed again', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-2');
  const dialog = await openBooks(page);
  const index = JSON.parse(await readFile('dist/downloads/index.json', 'utf8'));
  const files: { format: string; address: string }[] = index.books['plan-2'].files;
  await expect(dialog.getByRole('listitem')).toHaveCount(files.length);
  for (const { format, address } of files) {
    const name = words(`downloads.formats.${format}.name`);
    await dialog
      .getByRole('button', { name: words('downloads.bring-name', { format: name, size: '' }).slice(0, -2) })
      .click();
    const saved = await save(page, dialog, name);
    expect(saved.name).toBe(address.split('/').at(-1));
    expect(saved.content.equals(await readFile(`dist${address}`))).toBe(true);
  }
  await button(dialog, words('downloads.remove-name', { format: EPUB })).click();
  await expect.poll(() => told(dialog)).toBe(words('downloads.removed', { format: EPUB }));
  expect(
    await page.evaluate(async () => (await (await caches.open('tomoyomi-downloads-v1')).keys()).length),
  ).toBe(files.length - 1);
});

test.describe('A large book on a slow link', () => {
  let site: SlowSite;
  test.beforeEach(async ({ page }) => {
    site = await createSlowSite();
    await giveSettings(page);
    await open(page, `${site.url}/read/plan-2`);
  });
  test.afterEach(() => site.close());

  const bar = (dialog: Locator): Locator => dialog.getByRole('progressbar');
  const percent = (dialog: Locator, count: number): Promise<void> =>
    expect(bar(dialog)).toHaveAttribute('aria-valuetext', words('downloads.percent', { percent: count }));

  test('is paused, goes on after the page was loaded anew, and can be saved without a network', async ({
    page,
    context,
  }) => {
    let dialog = await openBooks(page);
    const bring = button(dialog, words('downloads.bring-name', SIZE));
    await bring.click();
    site.allow(1_200_000);
    await percent(dialog, 40);
    await button(dialog, words('downloads.stop-name', SIZE)).click();
    const rest = { format: EPUB, size: '1.8 MB' };
    await expect(button(dialog, words('downloads.resume-name', rest))).toBeFocused();
    expect(await told(dialog)).toBe(words('downloads.part'));

    await page.reload();
    await expectReady(page);
    dialog = await openBooks(page);
    await button(dialog, words('downloads.resume-name', rest)).click();
    site.allow(1_500_000);
    await percent(dialog, 50);
    expect(site.asked).toEqual([null, 'bytes=1200000-']);
    site.allow(3_000_000);
    await expect.poll(() => told(dialog)).toBe(words('downloads.kept', SIZE));

    await context.setOffline(true);
    const saved = await save(page, dialog);
    expect([saved.name, saved.content.equals(site.book)]).toEqual(['plan-2.epub', true]);
  });

  test('goes on coming while the sheet is closed', async ({ page }) => {
    const dialog = await openBooks(page);
    await button(dialog, words('downloads.bring-name', SIZE)).click();
    site.allow(600_000);
    await percent(dialog, 20);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await focusedName(page)).toBe(words('reader.get-book'));
    site.allow(1_200_000);
    await percent(await openBooks(page), 40);
  });

  test('that breaks off says so and what to do, and goes on', async ({ page }) => {
    const dialog = await openBooks(page);
    await button(dialog, words('downloads.bring-name', SIZE)).click();
    site.allow(1_200_000);
    await percent(dialog, 40);
    site.breakOff();
    await expect.poll(() => told(dialog)).toBe(words('downloads.faults.interrupted'));
    site.allow(3_000_000);
    await dialog.getByRole('button', { name: /^EPUB：つづきから/u }).click();
    await expect.poll(() => told(dialog)).toBe(words('downloads.kept', SIZE));
    expect((await save(page, dialog)).content.equals(site.book)).toBe(true);
  });

  test('without a network says that there is none', async ({ page, context }) => {
    const dialog = await openBooks(page);
    await context.setOffline(true);
    await button(dialog, words('downloads.bring-name', SIZE)).click();
    await expect.poll(() => told(dialog)).toBe(words('downloads.faults.offline'));
  });

  test('on a device that is full says so', async ({ page }) => {
    await page.evaluate(() => {
      Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    });
    const dialog = await openBooks(page);
    await button(dialog, words('downloads.bring-name', SIZE)).click();
    site.allow(3_000_000);
    await expect.poll(() => told(dialog)).toBe(words('downloads.faults.full'));
  });

  test('is brought by the keyboard alone', async ({ page }) => {
    await button(page, words('reader.get-book')).focus();
    await page.keyboard.press('Enter');
    const dialog = sheet(page, words('reader.get-book'));
    await button(dialog, words('downloads.bring-name', SIZE)).focus();
    await page.keyboard.press('Enter');
    site.allow(3_000_000);
    await expect.poll(() => told(dialog)).toBe(words('downloads.kept', SIZE));
    // The link stands there once the device's copy has been opened.
    await expect(dialog.getByRole('link', { name: words('downloads.save-name', SIZE) })).toBeVisible();
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe(words('downloads.save-name', SIZE));
  });
});

test('A plan with corrected readings is made into a book with them', async ({ page }) => {
  await giveSettings(page);
  const corrections = [
    { surface: '基本理念', reading: 'きほんりねーん', note: '', scope: 'everywhere', at: null },
  ];
  await page.addInitScript(
    (kept) => localStorage.setItem('tomoyomi.corrections', kept),
    JSON.stringify({ corrections }),
  );
  await open(page, '/read/plan-2');
  await expect(page.locator('article rt', { hasText: 'りねーん' }).first()).toBeVisible();
  const dialog = await openBooks(page);
  const part = dialog.getByRole('region', { name: words('downloads.make.title') });
  await button(part, words('downloads.make.press-name', { format: EPUB })).click();
  const { content } = await save(page, part);
  const texts = Object.values(unzipSync(content)).map((bytes) => strFromU8(bytes));
  expect(texts.some((text) => text.includes('りねーん</rt>'))).toBe(true);
});

for (const locale of LOCALES) {
  test(`The sheet in ${locale}: no violation in any theme, and nothing sticks out at 320 pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await giveSettings(page, { locale, textSize: 96 });
    await open(page, '/read/plan-2');
    const dialog = await openBooks(page, locale);
    await dialog.getByRole('button', { name: /EPUB/u }).first().click();
    await expect(dialog.getByRole('link')).toBeVisible();
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
