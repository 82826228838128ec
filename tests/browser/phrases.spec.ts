import type { Page } from '@playwright/test';
import { accessibleTexts } from './support/accessibility.ts';
import { choice, giveSettings, open, openSheet, plainText } from './support/app.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const article = (page: Page) => page.getByRole('article');

test('分かち書き sets phrases apart at once, and the text stays the text', async ({ page }) => {
  await giveSettings(page);
  await open(page, '/read/plan-5');
  const text = await plainText(article(page));
  const copied = () =>
    article(page).evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      const all = getSelection()?.toString() ?? '';
      getSelection()?.removeAllRanges();
      return all;
    });
  const before = await copied();
  const heard = await accessibleTexts(page, 'article');
  await expect(page.locator('.p')).toHaveCount(0);

  const dialog = await openSheet(page, '見やすさ');
  await choice(dialog, '分かち書き', words('settings.phrase-spacing.on')).check();
  await expect(page.locator('.p').first()).toBeAttached();
  await page.keyboard.press('Escape');
  expect(await plainText(article(page))).toBe(text);
  expect(await copied()).toBe(before);
  expect(await accessibleTexts(page, 'article')).toEqual(heard);

  await openSheet(page, '見やすさ');
  await choice(dialog, '分かち書き', words('settings.phrase-spacing.off')).check();
  await expect(page.locator('.p')).toHaveCount(0);
  expect(await plainText(article(page))).toBe(text);
});

/** Every place in the open book where a line ends within a phrase, with some characters around; read off their boxes. */
const breaksWithinPhrases = (page: Page) =>
  article(page).evaluate((book) => {
    const vertical = document.documentElement.dataset.writing === 'vertical';
    const place = (box: DOMRect): number => (vertical ? (box.left + box.right) / 2 : box.bottom);
    const found: string[] = [];
    let lines = 0;
    for (const sentence of book.querySelectorAll('[data-sentence]')) {
      const walk = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      let line: number | null = null;
      let begins = true;
      let said = '';
      for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
        if (node instanceof Element) {
          if (node.matches('.p, br')) begins = true;
          continue;
        }
        if (!(node instanceof Text) || node.parentElement?.closest('rt, rp, .visually-hidden')) continue;
        // Upright digits are one character to the eye.
        const step = vertical && node.parentElement?.matches('.tcy') ? node.length : 1;
        for (let at = 0; at < node.length; at += step) {
          const character = node.data.slice(at, at + step);
          said += character;
          // A space at a line's end has no box of its own, and a line may always end there.
          if (/\s/u.test(character)) {
            begins = true;
            continue;
          }
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + step);
          const box = [...range.getClientRects()].at(-1);
          if (box === undefined || (box.width === 0 && box.height === 0)) continue;
          if (line !== null && Math.abs(place(box) - line) > 12) {
            lines += 1;
            if (!begins) found.push(`${said.slice(-8, -step)}|${node.data.slice(at, at + 6)}`);
          }
          line = place(box);
          begins = false;
        }
      }
    }
    return { lines, found };
  });

for (const [name, settings, size] of [
  ['on a phone', {}, [390, 844]],
  ['on a tablet', {}, [820, 1180]],
  ['in vertical writing', { writingMode: 'vertical' }, [820, 1180]],
  ['without furigana', { furigana: 'none' }, [820, 1180]],
  ['with furigana at first occurrences, in Mincho', { furigana: 'first', typeface: 'mincho' }, [820, 1180]],
  ['with readings in romaji', { readingScript: 'romaji' }, [820, 1180]],
  ['in large text', { textSize: 40 }, [1440, 900]],
] as const) {
  test(`No line is broken within a phrase ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: size[0], height: size[1] });
    await giveSettings(page, { phraseSpaces: true, ...settings });
    for (const plan of ['plan-3', 'plan-5-easy']) {
      await open(page, `/read/${plan}`);
      await expect(page.locator('.p').first()).toBeAttached();
      // What is far from the screen isn't laid out otherwise.
      await article(page).evaluate((book) => book.classList.add('whole'));
      const { lines, found } = await breaksWithinPhrases(page);
      expect(lines).toBeGreaterThan(20);
      expect(found).toEqual([]);
    }
  });
}

test('A phrase that is longer than the line is broken, and the page never goes sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await giveSettings(page, { phraseSpaces: true, textSize: 80 });
  await open(page, '/read/plan-5');
  await expect(page.locator('.p').first()).toBeAttached();
  await article(page).evaluate((book) => book.classList.add('whole'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
