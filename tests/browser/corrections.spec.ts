import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import {
  button,
  choice,
  currentSentence,
  expectReady,
  expectStatus,
  giveSettings,
  open,
  openSheet,
  plainText,
  sheet,
} from './support/app.ts';
import { violations } from './support/axe.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

test.beforeEach(async ({ page }) => {
  await giveSettings(page);
});

/** The words of the text that are written so and read so. */
const word = (page: Page, written: string, reading: string): Locator =>
  page.locator('article .w').filter({ hasText: new RegExp(`^${written}（${reading}）$`, 'u') });

const popover = (page: Page): Locator => page.getByRole('dialog', { name: words('reader.word.title') });
const field = (within: Page | Locator): Locator =>
  within.getByRole('textbox', { name: words('corrections.field') });

/** Opens the panel for a word, by two presses. */
async function openPanel(page: Page, of: Locator): Promise<void> {
  await of.click();
  await button(popover(page), words('reader.word.correct')).click();
  await expect(field(page)).toBeVisible();
}

/** Corrects a word by writing. */
async function correct(page: Page, of: Locator, reading: string, scope = 'book'): Promise<void> {
  await openPanel(page, of);
  await choice(page, words('corrections.scope'), words(`corrections.scopes.${scope}`)).check();
  await field(page).fill(reading);
  await button(page, words('corrections.apply')).click();
  await expect(popover(page)).toHaveCount(0);
}

async function openList(page: Page): Promise<Locator> {
  const looks = await openSheet(page, '見やすさ');
  await button(looks, words('corrections.list')).click();
  const list = sheet(page, words('corrections.title'));
  await expect(list).toBeVisible();
  return list;
}

test('A reading is chosen by four presses, without a dictionary, and holds on every page', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, '/read/plan-5');
  const before = await word(page, '人', 'ひと').count();
  expect(before).toBeGreaterThan(1);
  const presses = [
    () => word(page, '人', 'ひと').first().click(),
    () => button(popover(page), words('reader.word.correct')).click(),
    () => choice(page, words('corrections.scope'), words('corrections.scopes.everywhere')).click(),
    () => button(page, words('corrections.choose', { reading: 'にん' })).click(),
  ];
  for (const press of presses) await press();
  await expect(word(page, '人', 'にん')).toHaveCount(before);
  await expect(word(page, '人', 'ひと')).toHaveCount(0);
  await expectStatus(
    page,
    words('corrections.applied.everywhere', { surface: '人', reading: 'にん', places: before }),
  );
  expect(asked.filter((address) => address.includes('/dictionary/'))).toEqual([]);

  await page.reload();
  await expectReady(page);
  await expect(word(page, '人', 'にん')).toHaveCount(before);
  await open(page, '/read/plan-4');
  await expect(word(page, '人', 'にん').first()).toBeAttached();
  await expect(word(page, '人', 'ひと')).toHaveCount(0);
});

test('A reading is written by four presses besides typing, for this place alone; katakana will do', async ({
  page,
}) => {
  await open(page, '/read/plan-5');
  const all = word(page, '計画', 'けいかく');
  const before = await all.count();
  await all.nth(3).click();
  await button(popover(page), words('reader.word.correct')).click();
  await choice(page, words('corrections.scope'), words('corrections.scopes.place')).click();
  await field(page).fill('プラン');
  await button(page, words('corrections.apply')).click();
  await expect(word(page, '計画', 'ぷらん')).toHaveCount(1);
  await expect(all).toHaveCount(before - 1);
});

test('What is no kana is told at the field, and what was written stays', async ({ page }) => {
  await open(page, '/read/plan-5');
  await openPanel(page, word(page, '計画', 'けいかく').first());
  for (const [typed, message] of [
    ['keikaku', 'corrections.not-kana'],
    ['計画', 'corrections.not-kana'],
    [' ', 'corrections.empty'],
  ] as const) {
    await field(page).fill(typed);
    await field(page).press('Enter');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue(typed);
    await expect(field(page)).toHaveAccessibleDescription(words(message));
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  }
});

test('It is taken back from the notice, and from the word', async ({ page }) => {
  await open(page, '/read/plan-5');
  const before = await word(page, '計画', 'けいかく').count();
  await correct(page, word(page, '計画', 'けいかく').first(), 'ぷらん');
  await expect(word(page, '計画', 'ぷらん')).toHaveCount(before);
  await button(page, words('app.undo')).click();
  await expect(word(page, '計画', 'けいかく')).toHaveCount(before);
  // The keyboard is where the word is.
  await expect(page.locator('article .w:focus')).toContainText('計画');

  await correct(page, word(page, '計画', 'けいかく').first(), 'ぷらん');
  await word(page, '計画', 'ぷらん').nth(1).click();
  await expect(popover(page)).toContainText('ぷらん');
  expect(await plainText(popover(page))).toContain(words('reader.word.corrected'));
  await button(popover(page), words('reader.word.restore')).click();
  await expect(word(page, '計画', 'けいかく')).toHaveCount(before);
  expect(await page.evaluate(() => localStorage.getItem('tomoyomi.corrections'))).toBeNull();
});

test('The place stays while the text is written anew', async ({ page }) => {
  await open(page, '/read/plan-5');
  const middle = word(page, '計画', 'けいかく').nth(12);
  await middle.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const first = page.locator('article .w').first();
  await first.evaluate((element) => {
    (element as HTMLElement & { untouched?: boolean }).untouched = true;
  });
  const holder = await middle.evaluate((element) => element.closest('[data-sentence]')?.id ?? '');
  const topOf = () =>
    page.locator(`[id="${holder}"]`).evaluate((element) => element.getBoundingClientRect().top);
  const before = await topOf();
  await correct(page, middle, 'ぷらん', 'place');
  await expect(word(page, '計画', 'ぷらん')).toHaveCount(1);
  expect(Math.abs((await topOf()) - before)).toBeLessThan(40);
  // Only what changed was written anew.
  expect(await first.evaluate((element) => 'untouched' in element)).toBe(true);
});

test('The voice says it, from the next sentence on, and search finds it', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  const all = page
    .locator('article [data-sentence]')
    .filter({ has: page.locator('.w', { hasText: /^計画（けいかく）$/u }) });
  await all.nth(3).locator('.w').first().click();
  await button(popover(page), words('reader.word.listen-from-here')).click();
  await speech.hears(1);
  const begun = await speech.current();
  await correct(page, word(page, '計画', 'けいかく').nth(5), 'ぷらん');
  await expect(word(page, '計画', 'ぷらん').first()).toBeAttached();
  expect(await speech.current()).toBe(begun);
  for (let count = 1; count < 6; count++) await speech.finish(count);
  await speech.hears(6);
  const said = await speech.texts();
  expect(said[0]).toBe(begun);
  expect(said.slice(1).join('')).toContain('ぷらん');
  expect(said.slice(1).join('')).not.toContain('計画');
  await expect(currentSentence(page)).toHaveCount(1);
  await button(page, 'とめる').click();

  const dialog = await openSheet(page, 'さがす');
  await dialog.getByRole('searchbox').fill('プラン');
  await expect(
    dialog
      .getByRole('list', { name: words('search.list') })
      .getByRole('listitem')
      .first(),
  ).toContainText('計画');
});

test('By keyboard alone a reading is corrected, and the keyboard is back at the word', async ({ page }) => {
  await open(page, '/read/plan-5');
  await page.locator('article .w').first().focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  const before = await plainText(page.locator('article .w:focus'));
  await page.keyboard.press('Enter');
  const target = button(popover(page), words('reader.word.correct'));
  for (
    let step = 0;
    step < 5 && !(await target.evaluate((each) => each === document.activeElement));
    step++
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('てすと');
  await page.keyboard.press('Enter');
  await expect(popover(page)).toHaveCount(0);
  const focused = page.locator('article .w:focus');
  await expect(focused).toContainText('てすと');
  expect(await plainText(focused)).toBe(before);
});

test('The list finds, changes, removes and brings back, and leads to the place', async ({ page }) => {
  await open(page, '/read/plan-5');
  await correct(page, word(page, '計画', 'けいかく').nth(5), 'ぷらん');
  await correct(page, word(page, '人', 'ひと').first(), 'にんげん', 'place');
  const list = await openList(page);
  const items = list.getByRole('list', { name: words('corrections.list') }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await list.getByRole('searchbox').fill('プラン');
  await expect(items).toHaveCount(1);
  expect(await plainText(items)).toContain(words('corrections.scopes.book'));

  await button(list, words('corrections.edit-name', { surface: '計画' })).click();
  await choice(items, words('corrections.scope'), words('corrections.scopes.everywhere')).check();
  await field(items).fill('ぷろじぇくと');
  await button(items, words('corrections.apply')).click();
  await list.getByRole('searchbox').fill('');
  await expect(items).toHaveCount(2);
  await expect(word(page, '計画', 'ぷろじぇくと').first()).toBeAttached();

  await button(list, words('corrections.remove-name', { surface: '計画' })).click();
  await expect(items).toHaveCount(1);
  await expect(word(page, '計画', 'けいかく').first()).toBeAttached();
  await button(list, words('app.undo')).click();
  await expect(items).toHaveCount(2);
  await expect(word(page, '計画', 'ぷろじぇくと').first()).toBeAttached();

  const link = items.filter({ hasText: 'にんげん' }).getByRole('link');
  const place = new URL((await link.getAttribute('href')) ?? '', page.url()).hash.slice(1);
  await link.click();
  await expect(list).toHaveCount(0);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', place);
});

test('To a file and back: nothing is lost, what is in the file wins, and what is wrong is told by its line', async ({
  page,
}) => {
  await open(page, '/read/plan-5');
  await correct(page, word(page, '計画', 'けいかく').nth(5), 'ぷらん');
  await correct(page, word(page, '人', 'ひと').first(), 'にんげん', 'place');
  await open(page, '/');
  const list = await openList(page);
  const items = list.getByRole('list', { name: words('corrections.list') }).getByRole('listitem');
  const saving = page.waitForEvent('download');
  await button(list, words('corrections.file.export')).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(words('corrections.file.name'));
  const text = await readFile(await saved.path(), 'utf8');
  expect(text).toMatch(/^\ufeffsurface,reading,note,voice\n計画,ぷらん,〔この本：\/read\/plan-5#/u);

  for (const surface of ['計画', '人']) {
    await button(list, words('corrections.remove-name', { surface })).click();
  }
  await expect(items).toHaveCount(0);
  const choose = list.getByLabel(words('corrections.file.import'));
  const give = (content: string): Promise<void> =>
    choose.setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await give(text);
  await expect(items).toHaveCount(2);
  await give(text.replace('ぷらん', 'ぷろじぇくと'));
  await expectStatus(page, words('corrections.file.imported', { added: 1, replaced: 1, same: 1 }));

  await give('surface,reading,note,voice\n計画,keikaku\n,よみ\n');
  const alert = list.getByRole('alert');
  await expect(alert).not.toBeEmpty();
  const told = await plainText(alert);
  expect(told).toContain(words('corrections.errors.reading-not-kana', { line: 2 }));
  expect(told).toContain(words('corrections.errors.no-surface', { line: 3 }));
  await expect(items).toHaveCount(2);
  // What was said of the file before isn't there any more beside it.
  await expect(button(list, words('app.undo'))).toHaveCount(0);

  await open(page, '/read/plan-5');
  await expect(word(page, '計画', 'ぷろじぇくと').first()).toBeAttached();
  await expect(word(page, '人', 'にんげん')).toHaveCount(1);
});

test('Another tab reads alike at once; damaged corrections are told of and the rest holds', async ({
  page,
  context,
}) => {
  await open(page, '/read/plan-5');
  const other = await context.newPage();
  await giveSettings(other);
  await open(other, '/read/plan-5');
  await correct(page, word(page, '計画', 'けいかく').first(), 'ぷらん');
  await expect(word(other, '計画', 'ぷらん').first()).toBeAttached();
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('tomoyomi.corrections') ?? '');
    localStorage.setItem('tomoyomi.corrections', JSON.stringify({ corrections: [{}, ...kept.corrections] }));
  });
  await page.reload();
  await expectReady(page);
  await expectStatus(page, words('corrections.repaired'));
  await expect(word(page, '計画', 'ぷらん').first()).toBeAttached();
});

test('Where the device keeps nothing more, a correction holds while the page is open, can be taken back, and that is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key: string, value: string): void {
      if (key === 'tomoyomi.corrections') throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, key, value);
    };
  });
  await open(page, '/read/plan-5');
  await correct(page, word(page, '計画', 'けいかく').nth(5), 'ぷらん');
  await expect(word(page, '計画', 'ぷらん').first()).toBeAttached();
  await expectStatus(page, words('corrections.not-kept'));
  await button(page, words('app.undo')).click();
  await expect(word(page, '計画', 'ぷらん')).toHaveCount(0);
});

test('In vertical writing, and with the largest letters on the narrowest screen, all is within reach', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const looks of [{ textSize: 96 }, { writingMode: 'vertical', textSize: 32 }]) {
    await open(page, '/read/plan-5');
    await page.evaluate(
      (text) => localStorage.setItem('tomoyomi.settings', text),
      JSON.stringify({ version: 1, firstVisitDone: true, ...looks }),
    );
    await page.reload();
    await expectReady(page);
    await openPanel(page, word(page, '人', 'ひと').first());
    await expect(popover(page)).toBeInViewport({ ratio: 1 });
    const sideways = await popover(page).evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    for (const each of await popover(page).getByRole('button').all()) {
      const box = await each.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
    }
    await button(page, words('corrections.list')).click();
    const list = sheet(page, words('corrections.title'));
    await expect(list).toBeVisible();
    expect(await list.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
      0,
    );
  }
});

test('The panel and the list are without a violation', async ({ page }) => {
  await open(page, '/read/how-to-get');
  await openPanel(page, page.locator('article .w').nth(4));
  expect(await violations(page)).toEqual([]);
  await field(page).fill('x');
  await field(page).press('Enter');
  expect(await violations(page)).toEqual([]);
  await field(page).fill('てすと');
  await field(page).press('Enter');
  await expect(popover(page)).toHaveCount(0);
  await page.locator('article .w').nth(4).click();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const list = await openList(page);
  await button(
    list,
    words('corrections.edit-name', { surface: await plainText(page.locator('article .w').nth(4)) }),
  ).click();
  expect(await violations(page)).toEqual([]);
});
