// Longer than other specs: each setting once, with the helpers they share.
import type { Locator, Page } from '@playwright/test';
import { accessibleTexts } from './support/accessibility.ts';
import {
  button,
  choice,
  expectReady,
  expectStatus,
  frames,
  giveKeptSettings,
  giveSettings,
  keptSettings,
  open,
  openSheet,
  plainText,
  sheet,
  slider,
} from './support/app.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const article = (page: Page): Locator => page.getByRole('article');
const style = (of: Locator, property: string): Promise<string> =>
  of.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** Moves a slider as a finger would, to a value that it has. */
async function set(control: Locator, value: number): Promise<void> {
  await control.fill(String(value));
}

test('Each setting shows at once in the page behind, and is there after opening again', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, '見やすさ');
  const text = article(page);

  await set(slider(dialog, '文字の大きさ'), 40);
  expect(await style(text, 'font-size')).toBe('40px');
  await set(slider(dialog, '行の間'), 3);
  expect(await style(text, 'line-height')).toBe('120px');
  await set(slider(dialog, words('settings.letter-spacing')), 0.1);
  expect(await style(text, 'letter-spacing')).toBe('4px');
  await set(slider(dialog, words('settings.word-spacing')), 0.5);
  expect(await style(text, 'word-spacing')).toBe('20px');

  const face = await style(text, 'font-family');
  await choice(dialog, '字体', words('settings.typefaces.mincho')).check();
  expect(await style(text, 'font-family')).not.toBe(face);
  const ground = await style(page.locator('html'), 'background-color');
  await choice(dialog, '色', words('settings.themes.black')).check();
  expect(await style(page.locator('html'), 'background-color')).not.toBe(ground);
  await choice(dialog, '書く向き', words('settings.writing-modes.vertical')).check();
  expect(await style(text, 'writing-mode')).toBe('vertical-rl');
  await choice(dialog, '書く向き', words('settings.writing-modes.horizontal')).check();
  const padding = await style(text, 'padding-inline-start');
  await choice(dialog, words('settings.margins'), words('settings.margin.large')).check();
  expect(Number.parseFloat(await style(text, 'padding-inline-start'))).toBeGreaterThan(
    Number.parseFloat(padding),
  );
  await set(slider(dialog, words('settings.ruby-size')), 70);
  expect(await style(text.locator('.chunk p rt').first(), 'font-size')).toBe('28px');

  await page.keyboard.press('Escape');
  await page.reload();
  await expectReady(page);
  expect(await style(text, 'font-size')).toBe('40px');
  expect(await style(text, 'line-height')).toBe('120px');
  expect(await style(page.locator('html'), 'background-color')).not.toBe(ground);
  expect(await keptSettings(page)).toMatchObject({ textSize: 40, theme: 'black', typeface: 'mincho' });
});

test('もとにもどす takes back one change at a time; the first settings come back together', async ({
  page,
}) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, '見やすさ');
  await expect(button(dialog, words('app.undo'))).toBeDisabled();
  await set(slider(dialog, '文字の大きさ'), 40);
  await choice(dialog, '色', words('settings.themes.black')).check();
  await button(dialog, words('app.undo')).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'kinari');
  expect(await style(article(page), 'font-size')).toBe('40px');
  await choice(dialog, '色', words('settings.themes.navy-yellow')).check();
  await button(dialog, words('settings.reset')).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'kinari');
  expect(await style(article(page), 'font-size')).toBe('24px');
});

/** The first sentence below the upper bar, and where its first line begins. */
const firstInView = (page: Page) =>
  page.evaluate(() => {
    const top = document.querySelector('[data-bar="top"]')?.getBoundingClientRect().bottom ?? 0;
    for (const each of document.querySelectorAll<HTMLElement>('article [data-sentence]')) {
      if (each.getBoundingClientRect().bottom > top + 1) {
        return { id: each.dataset.sentence ?? '', top: each.getClientRects()[0]?.top ?? 0 };
      }
    }
    return null;
  });

const topOf = (page: Page, id: string): Promise<number> =>
  page.locator(`[data-sentence="${id}"]`).evaluate((element) => element.getClientRects()[0]?.top ?? 0);

const CHANGES: readonly (readonly [name: string, change: (dialog: Locator) => Promise<void>])[] = [
  ['furigana off', (dialog) => choice(dialog, 'ふりがな', 'なし').check()],
  ['furigana on', (dialog) => choice(dialog, 'ふりがな', '全部').check()],
  ['first readings only', (dialog) => choice(dialog, 'ふりがな', 'はじめだけ').check()],
  ['larger text', (dialog) => set(slider(dialog, '文字の大きさ'), 40)],
  ['smaller text', (dialog) => set(slider(dialog, '文字の大きさ'), 18)],
  ['wider lines', (dialog) => set(slider(dialog, '行の間'), 3)],
  ['narrower lines', (dialog) => set(slider(dialog, '行の間'), 1.6)],
  ['wider letters', (dialog) => set(slider(dialog, words('settings.letter-spacing')), 0.2)],
  ['another face', (dialog) => choice(dialog, '字体', words('settings.typefaces.device')).check()],
  ['larger furigana', (dialog) => set(slider(dialog, words('settings.ruby-size')), 70)],
];

test('In the middle of a book the first visible sentence stays where it is', async ({ page }) => {
  await giveSettings(page, { motion: 'reduced' });
  await open(page, '/read/plan-5');
  const middle = page.locator('article h2').nth(3);
  await middle.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await frames(page);
  await page.evaluate(() => scrollBy({ top: 137, behavior: 'instant' }));
  await frames(page);
  const dialog = await openSheet(page, '見やすさ');
  for (const [name, change] of CHANGES) {
    const before = await firstInView(page);
    if (before === null) throw new Error('no sentence is in view');
    await change(dialog);
    await frames(page);
    const after = await topOf(page, before.id);
    expect(Math.abs(after - before.top), `${name}: ${before.top} became ${after}`).toBeLessThanOrEqual(2);
  }
});

test('A line is as high with furigana as without, at each size', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const heights = () =>
    page.evaluate(async () => {
      // Two paragraphs of one block each: their heights are those of their lines.
      await new Promise((fulfil) => requestAnimationFrame(fulfil));
      return [...document.querySelectorAll('article .chunk > p, article h1, article h2')]
        .slice(0, 6)
        .map((each) => Math.round(each.getBoundingClientRect().height));
    });
  const root = page.locator('html');
  for (const size of [16, 24, 32, 48, 96]) {
    for (const ruby of ['max(0.5em, 12px)', 'max(0.7em, 12px)']) {
      await root.evaluate(
        (element, [text, share]) => {
          element.style.setProperty('--text-size', text);
          element.style.setProperty('--ruby-size', share);
        },
        [`${size}px`, ruby] as const,
      );
      await root.evaluate((element) => element.setAttribute('data-furigana', 'none'));
      const without = await heights();
      await root.evaluate((element) => element.setAttribute('data-furigana', 'all'));
      expect(await heights(), `${size} px, ruby ${ruby}`).toEqual(without);
    }
  }
});

test('The settings are on the page before its first paint', async ({ page }) => {
  await giveSettings(page, { theme: 'black', textSize: 48, furigana: 'none', writingMode: 'vertical' });
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const root = document.documentElement;
      const book = document.querySelector('article');
      root.dataset.early = JSON.stringify({
        ground: getComputedStyle(root).backgroundColor,
        size: book === null ? null : getComputedStyle(book).fontSize,
        writing: book === null ? null : getComputedStyle(book).writingMode,
        readings: getComputedStyle(book?.querySelector('rt') ?? root).display,
        app: root.dataset.app ?? null,
      });
    });
  });
  for (const address of ['/read/plan-5', '/']) {
    // The second time too, when everything comes from the cache.
    for (let time = 0; time < 2; time++) {
      await open(page, address);
      const early = JSON.parse((await page.locator('html').getAttribute('data-early')) ?? '{}');
      expect(early.ground).toBe(await style(page.locator('html'), 'background-color'));
      expect(early.ground).not.toBe('rgb(251, 248, 241)');
      if (address === '/') continue;
      expect(early).toMatchObject({ size: '48px', writing: 'vertical-rl', readings: 'none' });
    }
  }
});

for (const [damage, text] of [
  ['no JSON', '{"theme":"black",'],
  ['another type', '[1,2,3]'],
  ['wild values', '{"textSize":"huge","theme":"plaid","furigana":7,"rate":1e99,"firstVisitDone":true}'],
] as const) {
  test(`Damaged settings (${damage}) are mended with a message, and the app goes on`, async ({ page }) => {
    await giveKeptSettings(page, text);
    await open(page, '/read/plan-5');
    await expect(article(page)).toBeVisible();
    const dialog = await openSheet(page, '見やすさ');
    await expectStatus(page, words('settings.repaired'));
    await set(slider(dialog, '文字の大きさ'), 30);
    expect(await style(article(page), 'font-size')).toBe('30px');
    await page.reload();
    await expectReady(page);
    expect(await style(article(page), 'font-size')).toBe('30px');
    await openSheet(page, '見やすさ');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveCount(0);
  });
}

test('習う学年より上 leaves out the readings that one has learned', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, 'ふりがな');
  await choice(dialog, 'ふりがな', '習う学年より上').check();
  const readingOf = (base: string): Locator =>
    page
      .locator(`article .chunk ruby:has(rt)`)
      .filter({ hasText: new RegExp(`^${base}（`) })
      .first()
      .locator('rt');
  // 会 is learned in the second year, 働 in the fourth, 推 in the sixth, 祉 after primary school.
  const table = [
    { year: 1, shown: ['社会', '推進', '福祉'], hidden: [] },
    { year: 2, shown: ['推進', '福祉'], hidden: ['社会'] },
    { year: 5, shown: ['推進', '福祉'], hidden: ['社会'] },
    { year: 6, shown: ['福祉'], hidden: ['社会', '推進'] },
  ];
  for (const { year, shown, hidden } of table) {
    await set(slider(dialog, words('settings.school-grade')), year);
    for (const base of shown)
      expect(await style(readingOf(base), 'display'), `${base} ${year}`).not.toBe('none');
    for (const base of hidden)
      expect(await style(readingOf(base), 'display'), `${base} ${year}`).toBe('none');
  }
});

test('はじめだけ shows each word once in a section, なし none, 全部 all', async ({ page }) => {
  await giveSettings(page, { furigana: 'first' });
  await open(page, '/read/plan-5');
  const shown = () =>
    article(page).evaluate((element) =>
      [...element.querySelectorAll('section')].map((section) =>
        [...section.querySelectorAll('.w')]
          .filter((word) => word.closest('section') === section)
          .filter((word) => {
            const reading = word.querySelector('rt');
            return reading !== null && getComputedStyle(reading).display !== 'none';
          })
          .map((word) => word.textContent ?? ''),
      ),
    );
  const first = await shown();
  expect(first.flat().length).toBeGreaterThan(20);
  for (const words of first) expect(new Set(words).size).toBe(words.length);
  const dialog = await openSheet(page, 'ふりがな');
  await choice(dialog, 'ふりがな', 'なし').check();
  expect((await shown()).flat()).toEqual([]);
  await choice(dialog, 'ふりがな', '全部').check();
  expect((await shown()).flat().length).toBeGreaterThan(first.flat().length);
});

test('Readings turn into katakana and romaji, and back', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, '見やすさ');
  const reading = page.locator('article h1 ruby', { hasText: '福祉' }).locator('rt');
  await expect(reading).toHaveText('ふくし');
  await choice(dialog, words('settings.reading-script'), words('settings.reading-scripts.katakana')).check();
  await expect(reading).toHaveText('フクシ');
  await choice(dialog, words('settings.reading-script'), words('settings.reading-scripts.romaji')).check();
  await expect(reading).toHaveText('fukushi');
  await choice(dialog, words('settings.reading-script'), words('settings.reading-scripts.hiragana')).check();
  await expect(reading).toHaveText('ふくし');
  await expect(page.locator('article [data-sentence]').first()).toBeVisible();
});

test('A screen reader gets each word once: as kanji, as reading, or as plain text', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const title = page.locator('article h1');
  const written = (await plainText(title)).replace(/\s/gu, '');
  const spoken = async (): Promise<string> => (await accessibleTexts(page, 'article h1')).replace(/\s/gu, '');
  expect(await spoken()).toBe(written);
  const whole = await accessibleTexts(page, 'article');
  expect(whole).toContain('協働');
  expect(whole).not.toContain('きょうどう');

  await openSheet(page, '見やすさ');
  const dialog = sheet(page, '見やすさ');
  await choice(dialog, words('settings.screen-reader'), words('settings.screen-readers.readings')).check();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect.poll(spoken).toContain('ちいきふくし');
  expect(await spoken()).not.toContain('地域');

  await openSheet(page, '見やすさ');
  await choice(dialog, words('settings.screen-reader'), words('settings.screen-readers.plain')).check();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect.poll(spoken).toBe(written);
  await expect(page.locator('article ruby')).toHaveCount(0);
});

test('Another language comes at once and stays', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, '見やすさ');
  await dialog.getByRole('combobox', { name: words('settings.language'), exact: true }).selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(article(page)).toHaveAttribute('lang', 'ja');
  await page.reload();
  await expectReady(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(button(page, '聞く')).toHaveCount(0);
});

test('Where nothing can be kept, settings work as long as the page is open, and it is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, '見やすさ');
  await set(slider(dialog, '文字の大きさ'), 40);
  expect(await style(article(page), 'font-size')).toBe('40px');
  await expectStatus(page, words('settings.not-kept'));
});
