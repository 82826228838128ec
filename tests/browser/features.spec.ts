import {
  button,
  choice,
  currentSentence,
  expectReady,
  expectStatus,
  frames,
  giveSettings,
  open,
  openSheet,
  plainText,
  sentenceIds,
  setSettings,
  sheet,
} from './support/app.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

test.beforeEach(async ({ page }) => {
  await giveSettings(page);
});

test('A word that is pressed shows its reading, large, beside it', async ({ page }) => {
  await open(page, '/read/plan-5');
  const word = page.locator('article h1 .w', { hasText: '推進' });
  await word.click();
  const popover = page.getByRole('dialog', { name: words('reader.word.title') });
  await expect(popover).toBeVisible();
  await expect(popover).toContainText('すいしん');
  await expect(popover).toContainText('推進');
  await expect(popover).toBeInViewport({ ratio: 1 });
  const size = await popover
    .getByText('すいしん', { exact: true })
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(32);
  await button(popover, words('app.close')).click();
  await expect(popover).toHaveCount(0);
  // With all readings off a word still tells its reading.
  await setSettings(page, { furigana: 'none' });
  await page.reload();
  await expectReady(page);
  await word.click();
  await expect(popover).toContainText('すいしん');
});

test('From a word one can listen from there, within the press', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  const word = page.locator('article .chunk').nth(1).locator('.w').first();
  const place = await word.evaluate((each) => each.closest('[data-sentence]')?.id ?? '');
  await word.click();
  await button(page, words('reader.word.listen-from-here')).click();
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', place);
  expect((await speech.said())[0]?.within).toBe('click');
});

test('The address of a sentence can be shared, and opens there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/read/plan-5');
  const word = page.locator('article .chunk').nth(3).locator('.w').first();
  const place = await word.evaluate((each) => each.closest('[data-sentence]')?.id ?? '');
  await word.click();
  await button(page, words('reader.word.share')).click();
  await expectStatus(page, words('reader.word.shared'));
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toMatch(new RegExp(`/read/plan-5#${place}$`, 'u'));
  const other = await context.newPage();
  await giveSettings(other);
  await open(other, address);
  await expect(currentSentence(other)).toHaveAttribute('data-sentence', place);
  await expect(currentSentence(other)).toBeInViewport();
});

test('Where the clipboard is refused, the address is shown to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
    });
  });
  await open(page, '/read/plan-5');
  await page.locator('article h1 .w').first().click();
  await button(page, words('reader.word.share')).click();
  await expectStatus(page, '/read/plan-5#');
});

test('A shared sentence wins over the place that was kept', async ({ page }) => {
  await open(page, '/read/plan-2');
  const ids = await sentenceIds(page);
  await button(page, '次の文').click();
  await button(page, '次の文').click();
  const shared = ids[Math.floor(ids.length / 2)] ?? '';
  await page.goto('/');
  await open(page, `/read/plan-2#${shared}`);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', shared);
  await expect(currentSentence(page)).toBeInViewport();
});

test('A sentence that the book does not have is told of, and the book opens at its beginning', async ({
  page,
}) => {
  await open(page, '/read/plan-5#s-nothing-like-that');
  await expectStatus(page, words('reader.place-moved'));
  await expect(page.locator('article h1')).toBeInViewport();
});

test('An unknown address has a page of its own, with a way back', async ({ page }) => {
  const response = await page.goto('/no/such/page');
  expect(response?.status()).toBe(404);
  await expectReady(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(words('errors.not-found-title'));
  await page.getByRole('link', { name: words('errors.to-shelf') }).click();
  await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
});

for (const [what, address] of [
  ['An unknown book', '/read/plan-9'],
  ['A document that is not on this device', '/read/own-0000000000'],
] as const) {
  test(`${what} is told of, with a way back`, async ({ page }) => {
    await page.goto(address);
    await expectReady(page);
    await expect(page.getByRole('main')).toContainText('ありません');
    await page.getByRole('link', { name: words('errors.to-shelf') }).click();
    await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
  });
}

test('きょうどう finds 協働, in this book and in all, and a result leads there', async ({ page }) => {
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, 'さがす');
  const box = dialog.getByRole('searchbox', { name: words('search.label') });
  await expect(box).toBeFocused();
  const results = dialog.getByRole('list', { name: words('search.list') }).getByRole('listitem');
  await box.fill('きょうどう');
  await expect(results.first()).toContainText('協働');
  const here = await results.count();
  await box.fill('協働');
  await expect(results).toHaveCount(here);
  await choice(dialog, words('search.scope'), words('search.everywhere')).check();
  await expect.poll(() => results.count()).toBeGreaterThan(here);
  const titles = await results.evaluateAll((all) =>
    all.map((each) => each.querySelector('a')?.getAttribute('href') ?? ''),
  );
  expect(new Set(titles.map((href) => href.split('#')[0])).size).toBeGreaterThan(2);
  const last = results.last().getByRole('link');
  const target = new URL((await last.getAttribute('href')) ?? '', page.url());
  await last.click();
  await expect(page).toHaveURL(target.href);
  await expectReady(page);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', target.hash.slice(1));
  await expect(currentSentence(page)).toBeInViewport();
  await expect(currentSentence(page)).toContainText('協働');
});

test('On the shelf all plans are searched; what is nowhere is said so', async ({ page }) => {
  await open(page, '/');
  const dialog = await openSheet(page, 'さがす');
  const box = dialog.getByRole('searchbox');
  await box.fill('ちいきふくし');
  const results = dialog.getByRole('list', { name: words('search.list') }).getByRole('listitem');
  await expect(results.first()).toBeVisible();
  await box.fill('ぞうのはなこさん');
  await expectStatus(page, words('search.none', { query: 'ぞうのはなこさん' }));
  await box.fill('<b>(*[');
  await expectStatus(page, words('search.none', { query: '<b>(*[' }));
});

test('A bookmark with a note is kept, leads back, and can be taken out and put back', async ({ page }) => {
  await open(page, '/read/plan-5');
  const word = page.locator('article .chunk').nth(2).locator('.w').first();
  const place = await word.evaluate((each) => each.closest('[data-sentence]')?.id ?? '');
  await word.click();
  await button(page, words('reader.word.bookmark')).click();
  await expectStatus(page, words('bookmarks.added'));
  const dialog = await openSheet(page, 'しおり');
  await dialog.locator('summary').first().click();
  await dialog.getByRole('textbox').fill('母に読んであげる');
  await button(dialog, words('bookmarks.save-note')).click();
  await expect(dialog).toContainText('母に読んであげる');

  await page.reload();
  await expectReady(page);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await frames(page);
  const again = await openSheet(page, 'しおり');
  await expect(again).toContainText('母に読んであげる');
  await button(again, words('app.close')).click();

  await open(page, '/');
  await open(page, '/read/plan-1');
  const other = await openSheet(page, 'しおり');
  await expect(other).toContainText('母に読んであげる');
  await other.locator(`a[href="/read/plan-5#${place}"]`).click();
  await expect(page).toHaveURL(new RegExp(`/read/plan-5#${place}$`, 'u'));
  await expectReady(page);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', place);

  const last = await openSheet(page, 'しおり');
  await last.getByRole('button', { name: /のしおりをとる$/u }).click();
  await expect(last).not.toContainText('母に読んであげる');
  await button(last, words('app.undo')).click();
  await expect(last).toContainText('母に読んであげる');
});

test('Damaged places and bookmarks are mended; the app goes on', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('tomoyomi.places', '{"places":[{"locator":');
    localStorage.setItem('tomoyomi.bookmarks', '[[[');
  });
  await open(page, '/');
  await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
  await open(page, '/read/plan-5');
  await openSheet(page, 'しおり');
  await expectStatus(page, words('bookmarks.repaired'));
  await button(sheet(page, 'しおり'), words('app.close')).click();
  await button(page, '次の文').click();
  await expect(currentSentence(page)).toHaveCount(1);
});

test('The shelf tells the five plans as a timeline, with times, newest first, and how far one is', async ({
  page,
}) => {
  await open(page, '/');
  const rows = page.getByRole('main').locator('ol > li');
  await expect(rows).toHaveCount(5);
  expect(await rows.evaluateAll((all) => all.map((row) => (row as HTMLLIElement).value))).toEqual([
    5, 4, 3, 2, 1,
  ]);
  for (const row of await rows.all()) {
    const text = await plainText(row);
    expect(text).toMatch(/読む 約\d+分/u);
    expect(text).toMatch(/聞く 約\d+分/u);
    expect(text).toContain(words('shelf.state.ended'));
  }
  await expect(page.getByRole('region', { name: words('shelf.continue') })).toHaveCount(0);
  await open(page, '/read/plan-3');
  for (let step = 0; step < 8; step++) await button(page, '次の文').click();
  await page.getByRole('link', { name: '本だな', exact: true }).click();
  const card = page.getByRole('region', { name: words('shelf.continue') });
  await expect(card.getByRole('link')).toHaveAttribute('href', '/read/plan-3');
  await expect(card.getByRole('progressbar')).toBeVisible();
});
