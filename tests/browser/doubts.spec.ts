import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Book, Ruby, Sentence } from '../../src/book/book.ts';
import { parseLexicon } from '../../src/japanese/lexicon.ts';
import { button, expectReady, giveSettings, LOCALES, open, plainText, THEMES } from './support/app.ts';
import { violations } from './support/axe.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const ruby = (start: number, end: number, reading: string, doubt?: readonly string[]): Ruby => ({
  start,
  end,
  reading,
  origin: 'analyzer',
  confidence: doubt === undefined ? 0.9 : 0.5,
  ...(doubt !== undefined && { alternatives: doubt }),
});
const sentence = (id: string, text: string, rubies: readonly Ruby[]): Sentence => ({
  id,
  text,
  ruby: rubies,
  marks: [],
  words: rubies.map(({ start, end, reading }) => ({ start, end, reading })),
});
/** Stands for the plan that the page asks for: its doubts are known. */
const BOOK: Book = {
  version: 1,
  id: 'plan-5',
  metadata: { title: '点検の本', language: 'ja', creators: [] },
  title: [],
  sections: [
    {
      id: 'one',
      heading: [],
      blocks: [
        {
          type: 'paragraph',
          sentences: [
            sentence('s-1', '上町へ行く。', [
              ruby(0, 2, 'うえまち', ['かみちょう', 'かんまち']),
              ruby(3, 4, 'い'),
            ]),
            sentence('s-2', '人気のある道。', [ruby(0, 2, 'にんき', ['ひとけ']), ruby(5, 6, 'みち')]),
            sentence('s-3', '人気のない道。', [ruby(0, 2, 'にんき', ['ひとけ']), ruby(5, 6, 'みち')]),
            sentence('s-4', '市場に出す。', [ruby(0, 2, 'しじょう', ['いちば']), ruby(3, 4, 'だ')]),
            sentence('s-5', '市場で買う。', [ruby(0, 2, 'いちば'), ruby(3, 4, 'か')]),
            sentence('s-6', '鵺を見た。', [ruby(2, 3, 'み')]),
          ],
        },
      ],
      sections: [],
    },
  ],
};

/** The page's own words. */
const say = (key: string, parameters: Readonly<Record<string, string>> = {}): string =>
  words(`check.${key}`, parameters);
const card = (page: Page): Locator => page.locator('article');
const shown = (page: Page): Promise<string> => plainText(card(page).getByRole('heading'));
const progress = (page: Page): Promise<string> => plainText(page.locator('progress + span'));
const said = (page: Page): Promise<string> =>
  plainText(
    page
      .getByRole('region', { name: say('region') })
      .getByRole('status')
      .first(),
  );

async function openCheck(page: Page, settings: Parameters<typeof giveSettings>[1] = {}): Promise<void> {
  await giveSettings(page, settings);
  await page.route('**/books/plan-5.*.json', (route) => route.fulfill({ json: BOOK }));
  await open(page, '/check');
  await page.getByRole('combobox').selectOption('plan-5');
  await expect(card(page)).toBeVisible();
}

async function savedFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, say('file.save')).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lexicon.csv');
  return readFile(await download.path(), 'utf8');
}

const rowsOf = (csv: string) => {
  const parsed = parseLexicon(csv);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return new Map(parsed.entries.map(({ surface, reading }) => [surface, reading]));
};

test('Every doubt is settled by keyboard alone, nothing is lost, and the file holds it all', async ({
  page,
}) => {
  await openCheck(page);
  expect(await progress(page)).toContain('0 / 4');
  expect(await shown(page)).toContain('上町');
  await card(page).getByRole('heading').focus();

  // To and fro
  await page.keyboard.press('j');
  await expect.poll(() => shown(page)).toContain('人気');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => shown(page)).toContain('市場');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => shown(page)).toContain('上町');

  // By number; the next one is shown
  await page.keyboard.press('1');
  await expect.poll(() => progress(page)).toContain('1 / 4');
  expect(await said(page)).toContain('かみちょう');
  expect(await shown(page)).toContain('人気');

  // Left for later, then accepted
  await page.keyboard.press('s');
  await expect.poll(() => shown(page)).toContain('市場');
  await page.keyboard.press('Enter');
  await expect.poll(() => progress(page)).toContain('2 / 4');
  expect(await shown(page)).toContain('鵺');

  // Nobody knows: written by hand. What is no reading is said, and kept.
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: say('reading') });
  await expect(field).toBeFocused();
  await field.fill('nue');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('ヌエ');
  await page.keyboard.press('Enter');
  await expect.poll(() => progress(page)).toContain('3 / 4');
  expect(await said(page)).toContain('ぬえ');

  // Taken back, and done again after the page was loaded anew
  await page.keyboard.press('z');
  await expect.poll(() => progress(page)).toContain('2 / 4');
  expect(await shown(page)).toContain('鵺');
  await page.reload();
  await expectReady(page);
  await expect.poll(() => progress(page)).toContain('2 / 4');
  await card(page).getByRole('heading').focus();
  await expect.poll(() => shown(page)).toContain('人気');
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).toContain('鵺');
  await page.keyboard.press('r');
  await field.fill('ぬえ');
  await page.keyboard.press('Enter');
  await expect.poll(() => progress(page)).toContain('4 / 4');
  expect(await said(page)).toContain(say('done'));

  const rows = rowsOf(await savedFile(page));
  expect(rows.get('上町')).toBe('かみちょう');
  expect(rows.get('鵺')).toBe('ぬえ');
  expect(rows.get('人気')).toBe('にんき');
  // Accepted, but read otherwise elsewhere: a line would change that place.
  expect(rows.has('市場')).toBe(false);
  const bundled = rowsOf(await readFile('content/lexicon.csv', 'utf8'));
  for (const surface of bundled.keys()) expect(rows.has(surface)).toBe(true);
});

test('By pointer the same, place by place, and for a wider word', async ({ page }) => {
  await openCheck(page);
  await page.getByRole('radio', { name: say('each') }).check();
  await expect.poll(() => progress(page)).toContain('0 / 5');
  await page.getByRole('listitem').filter({ hasText: '人気のない' }).getByRole('button').click();
  await expect(card(page)).toContainText('人気のない道。');

  const surface = page.getByRole('textbox', { name: say('surface') });
  await surface.fill('道の');
  await button(page, say('choice', { reading: 'ひとけ' })).click();
  await expect(card(page).getByRole('status')).toContainText('文');
  await surface.fill('人気のない');
  await button(page, say('choice', { reading: 'ひとけのない' })).click();
  expect(rowsOf(await savedFile(page)).get('人気のない')).toBe('ひとけのない');

  await page.getByRole('listitem').filter({ hasText: '市場に' }).getByRole('button').click();
  await expect(card(page)).toContainText('いちば');
  await button(page, say('undo')).click();
  await expect.poll(() => progress(page)).toContain('0 / 5');
});

test('A doubtful sentence is heard as it is read now', async ({ page }) => {
  const speech = await giveSpeech(page);
  await openCheck(page);
  await button(page, say('listen')).click();
  await expect.poll(() => speech.texts()).toContain('うえまちへ行く。');
});

test('A damaged record is mended and said; a document that can’t be had is said', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('tomoyomi.settled-readings', '{"settled":[{}],"book":"plan-5"}'),
  );
  await giveSettings(page);
  await page.route('**/books/plan-5.*.json', (route) => route.abort());
  await open(page, '/check');
  await expect.poll(() => plainText(page.locator('main'))).toContain(say('repaired'));
  await expect.poll(() => plainText(page.locator('main'))).toContain(say('failed'));
});

for (const locale of LOCALES) {
  test(`The page has no violation and never goes sideways in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openCheck(page, { locale, textSize: 48 });
    const found = [...(await violations(page, { rules: { 'color-contrast': { enabled: false } } }))];
    const root = page.locator('html');
    for (const theme of locale === 'ja' ? THEMES : ['kinari']) {
      await root.evaluate((element, value) => element.setAttribute('data-theme', value), theme);
      found.push(...(await violations(page, { runOnly: ['color-contrast', 'color-contrast-enhanced'] })));
    }
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}
