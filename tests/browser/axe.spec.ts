import type { Page } from '@playwright/test';
import { expectReady, giveSettings, LOCALES, open, setSettings, THEMES } from './support/app.ts';
import { violations } from './support/axe.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';

// Many screens in each test: what is slow here is axe itself.
test.describe.configure({ timeout: 180_000 });

/** Every rule but that of colours, which alone depends on the theme. */
const STRUCTURE = { rules: { 'color-contrast': { enabled: false } } };
const COLOURS = { runOnly: ['color-contrast', 'color-contrast-enhanced'] };

/** Of a long text its beginning stands for the rest, as all of it is made of the same few elements. */
const BEGINNING = { include: ['html'], exclude: ['article section:nth-of-type(n + 3)'] };

const ADDRESSES = [
  '/',
  '/read/plan-5',
  '/read/plan-5-easy',
  '/open',
  '/about',
  '/check',
  '/nowhere',
  '/read/nothing',
];

/** Opens each sheet of the reader, and what else is shown over it, and calls back with each. */
async function eachSheet(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const tools = page.locator('[data-bar] button[aria-haspopup="dialog"]:visible');
  const dialog = page.locator('dialog[open]');
  await expect(tools).toHaveCount(6);
  for (let index = 0; index < (await tools.count()); index++) {
    await tools.nth(index).click();
    await expect(dialog).toBeVisible();
    await look(`sheet ${index + 1}`);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.locator('article h1 .w').first().click();
  await expect(page.locator(':popover-open')).toBeVisible();
  await look('word');
  await page.keyboard.press('Escape');
  await expect(page.locator(':popover-open')).toHaveCount(0);
}

/** The themes one after the other on the page as it stands. */
async function inEachTheme(
  page: Page,
  themes: readonly string[],
  look: (theme: string) => Promise<void>,
): Promise<void> {
  const root = page.locator('html');
  const before = (await root.getAttribute('data-theme')) ?? 'kinari';
  for (const theme of [...themes.filter((each) => each !== before), before]) {
    await root.evaluate((element, value) => element.setAttribute('data-theme', value), theme);
    await look(theme);
  }
}

for (const locale of LOCALES) {
  // The same elements in another language have the same colours: one language stands for all themes.
  const themes = locale === 'ja' ? THEMES : THEMES.slice(0, 1);
  test(`Every screen in ${locale}, in ${themes.length} themes, without a violation`, async ({ page }) => {
    await giveSettings(page, { locale });
    await giveSpeech(page);
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      for (const each of await violations(page, STRUCTURE, BEGINNING)) found.push(`${name}: ${each}`);
      await inEachTheme(page, themes, async (theme) => {
        for (const each of await violations(page, COLOURS, BEGINNING))
          found.push(`${name}, ${theme}: ${each}`);
      });
    };
    for (const address of ADDRESSES) {
      await open(page, address);
      await look(address);
    }
    await open(page, '/read/how-to-get');
    await page.locator('article .w').first().press(' ');
    await expect(page.locator('[aria-current="true"]').first()).toBeVisible();
    await look('reading aloud');
    await page.keyboard.press(' ');
    await eachSheet(page, look);
    await setSettings(page, { locale, firstVisitDone: false });
    await open(page, '/');
    await expect(page.locator('dialog[open]')).toBeVisible();
    await look('first visit');
    expect(found).toEqual([]);
  });
}

test('The whole of a plan, and each setting for it, without a violation', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  expect(await violations(page)).toEqual([]);
  for (const looks of [
    { writingMode: 'vertical' },
    { furigana: 'none', textSize: 48 },
    { screenReader: 'readings' },
    { screenReader: 'plain' },
  ]) {
    await setSettings(page, looks);
    await page.reload();
    await expectReady(page);
    expect(await violations(page, undefined, BEGINNING)).toEqual([]);
  }
});

test('Forced colours keep every screen free of violations, and the mark visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await giveSettings(page);
  await giveSpeech(page);
  for (const address of ['/', '/read/plan-5', '/open', '/about', '/check']) {
    await open(page, address);
    expect(await violations(page, undefined, BEGINNING), address).toEqual([]);
  }
  await open(page, '/read/plan-5');
  await page.locator('article .w').first().press(' ');
  const marked = page.locator('[data-sentence][aria-current="true"]');
  await expect(marked).toHaveCount(1);
  const mark = await marked.evaluate((element) => {
    const style = getComputedStyle(element);
    return [style.backgroundColor, style.color, style.textDecorationLine];
  });
  expect(mark[0]).not.toBe(mark[1]);
  expect(mark[0]).not.toBe('rgba(0, 0, 0, 0)');
  expect(mark[2]).toContain('underline');
});
