import type { Page } from '@playwright/test';
import {
  button,
  currentId,
  currentSentence,
  expectStatus,
  giveSettings,
  keptSettings,
  open,
  openSheet,
  plainText,
  sheet,
} from './support/app.ts';
import { violations } from './support/axe.ts';
import { giveSpeech, type Speech } from './support/speech.ts';
import { expect, test } from './support/test.ts';

/** Opens a plan, waits for what obeys keys, and begins to listen. */
async function listen(page: Page, settings: Parameters<typeof giveSettings>[1] = {}): Promise<Speech> {
  await giveSettings(page, settings);
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await expect(page.locator('#large-moves')).toBeAttached();
  await button(page, '聞く').click();
  await speech.hears(1);
  return speech;
}

/** The element whose heading the marked sentence is part of; `null` where it is in none. */
const headingOf = (page: Page): Promise<string | null> =>
  currentSentence(page).evaluate((element) => element.closest('h1, h2, h3, h4, h5, h6')?.localName ?? null);

/** Presses a key and waits until another sentence is marked. */
async function pressAndMove(page: Page, key: string): Promise<void> {
  const before = await currentId(page);
  await page.keyboard.press(key);
  await expect.poll(() => currentId(page)).not.toBe(before);
}

test('Single keys move the voice by sentence, paragraph, heading and seconds, from anywhere on the page', async ({
  page,
}) => {
  const speech = await listen(page);
  const title = await currentId(page);
  await pressAndMove(page, '.');
  const second = await currentId(page);
  await pressAndMove(page, ',');
  expect(await currentId(page)).toBe(title);
  await button(page, '目次').focus();
  await pressAndMove(page, '.');
  expect(await currentId(page)).toBe(second);
  await pressAndMove(page, '8');
  expect(await headingOf(page)).toMatch(/^h[2-6]$/u);
  await pressAndMove(page, 'm');
  const paragraph = await currentId(page);
  const count = (await speech.said()).length;
  await page.keyboard.press('l');
  await speech.hears(count + 1);
  await pressAndMove(page, '0');
  expect(await headingOf(page)).toBe('h2');
  await pressAndMove(page, 'm');
  expect(await currentId(page)).toBe(paragraph);
  await expect(button(page, 'とめる')).toBeVisible();
  await page.keyboard.press('k');
  await expect(button(page, '聞く')).toBeVisible();
});

test('A phrase is where the voice begins after a move by phrase', async ({ page }) => {
  const speech = await listen(page);
  const [whole] = await speech.texts();
  await page.keyboard.press(']');
  await speech.hears(2);
  const said = (await speech.texts())[1] ?? '';
  expect(said.length).toBeLessThan(whole?.length ?? 0);
  expect(whole?.endsWith(said)).toBe(true);
});

test('"Where am I?" is said by the voice and shown, and the book goes on', async ({ page }) => {
  const speech = await listen(page);
  await pressAndMove(page, '8');
  await speech.hears(2);
  await page.keyboard.press('w');
  await speech.hears(3);
  expect((await speech.texts())[2]).toMatch(/ぜんたいの\d+パーセントです。のこりは約\d+分です。$/u);
  const shown = page.getByRole('region', { name: '動く', exact: true });
  await expect.poll(() => plainText(shown)).toMatch(/全体の\d+パーセント/u);
  await speech.finish(3);
  await speech.hears(4);
  expect(await speech.together()).toEqual([]);
});

test('A book without pages says so', async ({ page }) => {
  const speech = await listen(page);
  const before = await currentId(page);
  await page.keyboard.press('p');
  await speech.hears(2);
  expect((await speech.texts())[1]).toBe('この本には、ページの番号がありません。');
  expect(await currentId(page)).toBe(before);
});

test('Where no voice can say it, a screen reader is told', async ({ page }) => {
  await giveSettings(page);
  await giveSpeech(page, { voices: [] });
  await open(page, '/read/plan-5');
  await expect(page.locator('#large-moves')).toBeAttached();
  await page.keyboard.press('p');
  await expectStatus(page, 'この本には、ページの番号がありません。');
});

test('Keys stay out of fields, of other sheets, and of keys with Control', async ({ page }) => {
  await listen(page);
  const before = await currentId(page);
  const search = await openSheet(page, 'さがす');
  await page.keyboard.press('.');
  await search.getByRole('button').first().focus();
  await page.keyboard.press('.');
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await page.keyboard.press('Control+.');
  await page.getByRole('slider', { name: 'はやさ' }).first().focus();
  await page.keyboard.press('.');
  expect(await currentId(page)).toBe(before);
});

test('The keys can be switched off', async ({ page }) => {
  await listen(page, { playerKeys: false });
  const before = await currentId(page);
  await page.keyboard.press('.');
  await page.keyboard.press('?');
  expect(await currentId(page)).toBe(before);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('The list of keys opens by its key, changes one by the keyboard alone, and closes by its key', async ({
  page,
}) => {
  await listen(page);
  await page.keyboard.press('?');
  const list = sheet(page, 'キーの一覧');
  await expect(list).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await button(list, 'いまどこ。いまのキーはW。変える').focus();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('textbox', { name: 'いまどこの新しいキー' })).toBeFocused();
  // What to do is in sight, however far down the list the key is.
  await expect(list.locator('p').filter({ hasText: 'Escでやめます' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('k');
  await expectStatus(page, 'もう「聞く・とめる」に使っています。');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('x');
  await expect(button(list, 'いまどこ。いまのキーはX。変える')).toBeFocused();
  await page.keyboard.press('?');
  await expect(list).toBeHidden();
  await page.reload();
  await expect(page.locator('#large-moves')).toBeAttached();
  await page.keyboard.press('?');
  await expect(button(list, 'いまどこ。いまのキーはX。変える')).toBeVisible();
});

test('The large buttons move by the unit that is chosen', async ({ page }) => {
  await listen(page);
  await button(page, '動く').click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'どれだけ動くか' }).selectOption('見出し');
  const on = button(page, 'すすむ（次の見出し）');
  const size = await on.boundingBox();
  expect(size?.height).toBeGreaterThanOrEqual(56);
  expect(size?.width).toBeGreaterThanOrEqual(56);
  const before = await currentId(page);
  await on.click();
  await expect.poll(() => currentId(page)).not.toBe(before);
  expect(await headingOf(page)).toMatch(/^h[2-6]$/u);
  expect((await keptSettings(page)).moveUnit).toBe('heading');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  /** A finger's way over the text, from place to place. */
  async function draw(page: Page, path: readonly (readonly [number, number])[]): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const [first = [0, 0] as const, ...rest] = path;
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x: first[0], y: first[1] }],
    });
    for (const [x, y] of rest)
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  const ACROSS = [300, 260, 220, 180, 140].map((x) => [x, 300] as const);

  test('A swipe over the text goes on by a sentence, one the other way goes back, scrolling stays', async ({
    page,
  }) => {
    await listen(page);
    const before = await currentId(page);
    await draw(page, ACROSS);
    await expect.poll(() => currentId(page)).not.toBe(before);
    await draw(page, [...ACROSS].reverse());
    await expect.poll(() => currentId(page)).toBe(before);
    const top = await page.evaluate(() => scrollY);
    await draw(
      page,
      [500, 450, 400, 350, 300, 250].map((y) => [200, y] as const),
    );
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
    expect(await currentId(page)).toBe(before);
  });

  test('Swipes can be switched off', async ({ page }) => {
    await listen(page, { swipes: false });
    const before = await currentId(page);
    await draw(page, ACROSS);
    expect(await currentId(page)).toBe(before);
  });
});
