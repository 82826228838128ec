import {
  button,
  choice,
  giveKeptSettings,
  giveSettings,
  open,
  openSheet,
  PLANS,
  plainText,
  sheet,
  slider,
} from './support/app.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const ADDRESSES = ['/', ...PLANS.map((id) => `/read/${id}`), '/open', '/about', '/check'];

const TITLES: readonly (readonly [id: string, title: RegExp])[] = [
  ['plan-1', /第1期/],
  ['plan-2', /第2期/],
  ['plan-3', /第3期/],
  ['plan-4', /第4期/],
  ['plan-5', /第5期/],
];

for (const address of ADDRESSES) {
  test(`${address} says when it answers to presses, and has one main and one h1`, async ({ page }) => {
    await giveSettings(page);
    await open(page, address);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/ともよみ/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  });
}

test('The shelf has its heading, a link for each plan, and a way to choose a file', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/');
  await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
  for (const [id, title] of TITLES) {
    const link = page.getByRole('main').locator(`a[href="/read/${id}"]`).first();
    await expect(link).toHaveAccessibleName(title);
    await link.click();
    const heading = page.getByRole('article').getByRole('heading', { level: 1 });
    await expect(heading).toBeVisible();
    const whole = await plainText(heading);
    await page.goBack();
    await expect(page.getByRole('main').getByRole('link', { name: whole }).first()).toBeVisible();
  }
  await expect(page.getByLabel('ファイルを選ぶ', { exact: true })).toHaveAttribute('type', 'file');
});

test('A first visit asks in a dialog that あとで skips for good, on the shelf only', async ({ page }) => {
  await giveSpeech(page);
  await open(page, '/read/plan-5');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await open(page, '/');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await button(dialog, 'あとで').click();
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('A first visit asks three things, one after the other, and keeps the answers', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: words('first-visit.sizes.large'), exact: true }).check();
  await button(dialog, words('first-visit.next')).click();
  await dialog.getByRole('radio', { name: 'はじめだけ', exact: true }).check();
  await button(dialog, words('first-visit.next')).click();
  await button(dialog, words('settings.voice-try')).click();
  expect((await speech.said())[0]?.within).toBe('click');
  await button(dialog, words('first-visit.done')).click();
  await expect(dialog).toHaveCount(0);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-furigana', 'first');
  await expect(root).not.toHaveCSS('--text-size', '24px');
});

test('The reader has its tools and its player by their names', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  await expect(page.getByRole('link', { name: '本だな', exact: true })).toBeVisible();
  for (const name of ['目次', 'ふりがな', '見やすさ', 'さがす', 'しおり']) {
    await expect(button(page, name)).toBeVisible();
  }
  for (const name of ['聞く', '前の文', '次の文', 'もう一度']) await expect(button(page, name)).toBeVisible();
  await expect(slider(page, 'はやさ')).toHaveAttribute('aria-valuetext', /倍/);
  await page.getByRole('link', { name: '本だな', exact: true }).click();
  await expect(page.getByRole('heading', { name: '計画の本だな', exact: true })).toBeVisible();
});

test('見やすさ has the settings by their names', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const dialog = await openSheet(page, '見やすさ');
  await expect(slider(dialog, '文字の大きさ')).toBeVisible();
  await expect(slider(dialog, '行の間')).toBeVisible();
  for (const group of ['字体', '色', '書く向き', 'ふりがな']) {
    await expect(dialog.getByRole('radiogroup', { name: group, exact: true })).toBeVisible();
  }
  for (const name of ['全部', '習う学年より上', 'はじめだけ', 'なし']) {
    await expect(choice(dialog, 'ふりがな', name)).toBeVisible();
  }
});

test('No reading gets into the name of anything that is pressed', async ({ page }) => {
  await giveSettings(page);
  for (const address of ['/', '/read/plan-5', '/open', '/about', '/check']) {
    await open(page, address);
    const snapshot = await page.locator('body').ariaSnapshot();
    for (const reading of ['きく', 'もくじ', 'ほんだな', 'けいかく', 'みやすさ']) {
      const named = snapshot.split('\n').filter((line) => /- (link|button|heading|radio|slider)/.test(line));
      expect(named.filter((line) => line.includes(reading))).toEqual([]);
    }
  }
});

test('The served page holds readings in exactly this markup, within sentences', async ({ request }) => {
  const html = await (await request.get('/read/plan-5')).text();
  expect(html).toContain('<ruby>協働<rp>（</rp><rt>きょうどう</rt><rp>）</rp></ruby>');
  const article = html.slice(html.indexOf('<article'), html.indexOf('</article>'));
  const rubies = article.match(/<ruby>.*?<\/ruby>/gu) ?? [];
  expect(rubies.length).toBeGreaterThan(300);
  const wrong = rubies.filter(
    (ruby) => !/^<ruby>[^<]+<rp>（<\/rp><rt>[^<\p{Script=Han}]+<\/rt><rp>）<\/rp><\/ruby>$/u.test(ruby),
  );
  expect(wrong).toEqual([]);
});

test('In the page every reading is inside a sentence, and headings descend by one level', async ({
  page,
}) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const found = await page.getByRole('article').evaluate((article) => ({
    outside: [...article.querySelectorAll('ruby')].filter((ruby) => !ruby.closest('[data-sentence]')).length,
    twice: new Set([...article.querySelectorAll('[data-sentence]')].map((each) => each.id)).size,
    sentences: article.querySelectorAll('[data-sentence]').length,
    levels: [...article.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((each) => Number(each.localName[1])),
    shape: [...article.querySelectorAll('ruby')].find((ruby) => ruby.firstChild?.textContent === '協働')
      ?.textContent,
  }));
  expect(found.outside).toBe(0);
  expect(found.twice).toBe(found.sentences);
  expect(found.levels[0]).toBe(1);
  expect(found.levels.filter((level) => level === 1)).toHaveLength(1);
  found.levels.forEach((level, index) => {
    expect(level).toBeLessThanOrEqual((found.levels[index - 1] ?? 0) + 1);
  });
  expect(found.shape).toBe('協働（きょうどう）');
});

test('Copied text is the text as it is written', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const whole = page.locator('article [data-sentence]', { hasText: 'ネットワーク' }).first();
  const text = await plainText(whole);
  await whole.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await page.getByRole('article').evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(text);
  expect(copied).not.toContain('きょうどう');
  expect(copied).not.toContain('（）');
  expect(copied.split('\n').length).toBeGreaterThan(20);
});

test('The interface carries furigana only while the reader has it on', async ({ page }) => {
  await giveKeptSettings(page, JSON.stringify({ firstVisitDone: true, furigana: 'none' }));
  await open(page, '/read/plan-5');
  const readings = button(page, '聞く').locator('rt');
  await expect(readings).toBeHidden();
  await openSheet(page, 'ふりがな');
  await choice(sheet(page, 'ふりがな'), 'ふりがな', '全部').check();
  await expect(readings).toBeVisible();
});
