import {
  button,
  currentSentence,
  focusedName,
  giveSettings,
  open,
  openSheet,
  plainText,
  sheet,
  slider,
} from './support/app.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

test.beforeEach(async ({ page }) => {
  await giveSettings(page, { rate: 4 });
});

test('The tab key goes through tools, text and player, with one stop for all words', async ({ page }) => {
  await open(page, '/read/plan-5');
  const links = await page.locator('article a[href]').count();
  const names: string[] = [];
  for (let stop = 0; stop < 30 + links; stop++) {
    await page.keyboard.press('Tab');
    names.push(await focusedName(page));
    if (names.at(-1) === 'はやさ') break;
  }
  const order = [
    '本だな',
    '目次',
    'ふりがな',
    '見やすさ',
    'さがす',
    'しおり',
    '前の文',
    '聞く',
    '次の文',
    'はやさ',
  ];
  const places = order.map((name) => names.indexOf(name));
  expect(places).not.toContain(-1);
  expect(names.indexOf('目次')).toBeLessThan(names.indexOf('聞く'));
  const words = await page.locator('article .w[tabindex="0"]').count();
  expect(words).toBe(1);
  const first = await plainText(page.locator('article .w').first());
  expect(names).toContain(first);
});

test('The link at the top skips to the text', async ({ page }) => {
  await open(page, '/read/plan-5');
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).toBe(words('app.skip-to-main'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('Arrow keys go from word to word, Enter shows the reading, Escape comes back', async ({ page }) => {
  await open(page, '/read/plan-5');
  const each = page.locator('article .w');
  await each.first().focus();
  for (const [key, at] of [
    ['ArrowRight', 1],
    ['ArrowRight', 2],
    ['ArrowDown', 3],
    ['ArrowLeft', 2],
    ['ArrowUp', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(each.nth(at)).toBeFocused();
    await expect(each.nth(at)).toHaveAccessibleDescription(words('reader.word.keyboard'));
  }
  for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowRight');
  await expect(each.nth(61)).toBeFocused();
  await expect(each.nth(61)).toBeInViewport();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: words('reader.word.title') });
  await expect(popover).toBeVisible();
  const reading = await each.nth(61).locator('rt').first().textContent();
  await expect(popover).toContainText(reading ?? '');
  await expect(popover).toContainText(await plainText(each.nth(61)));
  await page.keyboard.press('Escape');
  await expect(popover).toHaveCount(0);
  await expect(each.nth(61)).toBeFocused();
});

for (const [tool, title] of [
  ['目次', '目次'],
  ['ふりがな', 'ふりがな'],
  ['見やすさ', '見やすさ'],
  ['さがす', 'さがす'],
  ['しおり', 'しおり'],
] as const) {
  test(`${tool} keeps the focus within, and gives it back`, async ({ page }) => {
    await open(page, '/read/plan-5');
    await button(page, tool).focus();
    await page.keyboard.press('Enter');
    const dialog = sheet(page, title);
    await expect(dialog).toBeVisible();
    for (let stop = 0; stop < 45; stop++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const element = document.activeElement;
        return element !== document.body && element?.closest('dialog') === null;
      });
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button(page, tool)).toBeFocused();
  });
}

test('The whole way of listening goes by keyboard alone', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/');
  const tabTo = async (name: string): Promise<void> => {
    for (let stop = 0; stop < 120; stop++) {
      if ((await focusedName(page)) === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`no tab stop is called ${name}`);
  };
  const title = await page.locator('main a[href="/read/plan-5"]').first().getAttribute('aria-label');
  await tabTo(title ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/read\/plan-5$/);
  await expect(page.getByRole('article')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await tabTo('聞く');
  await page.keyboard.press('Enter');
  await speech.finish(1);
  await speech.finish(2);
  await speech.hears(3);
  await tabTo('次の文');
  await page.keyboard.press(' ');
  await speech.hears(4);
  await page.keyboard.press('Shift+Tab');
  expect(await focusedName(page)).toBe('とめる');
  await page.keyboard.press('Enter');
  await expect(button(page, '聞く')).toBeVisible();
  // Where speech stopped is where the keyboard goes on.
  const inCurrent = () =>
    page.evaluate(() => document.activeElement?.closest('[aria-current="true"]') !== null);
  expect(await inCurrent()).toBe(true);
  await page.keyboard.press(' ');
  await expect(button(page, 'とめる')).toBeVisible();
  await expect(currentSentence(page)).toHaveCount(1);
});

test('What one presses is large enough: 44 pixels, and 56 in the player', async ({ page }) => {
  const small = (within: string, least: number) =>
    page.locator(within).evaluateAll((all, pixels) => {
      const tooSmall: string[] = [];
      for (const element of all) {
        const target = element.closest('label') ?? element;
        const box = target.getBoundingClientRect();
        const visible = element.checkVisibility() && box.width > 1;
        if (visible && (box.width < pixels - 0.5 || box.height < pixels - 0.5)) {
          tooSmall.push(
            `${element.getAttribute('aria-label') ?? element.textContent}: ${box.width}×${box.height}`,
          );
        }
      }
      return tooSmall;
    }, least);
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await open(page, '/');
    expect(await small('header button, main button, main input', 44)).toEqual([]);
    await open(page, '/read/plan-5');
    expect(await small('[data-bar="top"] a, [data-bar="top"] button', 44)).toEqual([]);
    for (const name of ['聞く', '前の文', '次の文', 'もう一度']) {
      const box = await button(page, name).boundingBox();
      expect(box?.width, name).toBeGreaterThanOrEqual(56);
      expect(box?.height, name).toBeGreaterThanOrEqual(56);
    }
    const rate = await slider(page, 'はやさ').boundingBox();
    expect(rate?.height).toBeGreaterThanOrEqual(44);
    await openSheet(page, '見やすさ');
    expect(await small('dialog button, dialog input, dialog select, dialog summary', 44)).toEqual([]);
  }
});
