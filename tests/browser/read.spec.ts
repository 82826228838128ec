import {
  currentSentence,
  expectReady,
  giveSettings,
  open,
  openSheet,
  PLANS,
  plainText,
  sentence,
} from './support/app.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const BOOKS = [...PLANS, 'guide', 'how-to-get'].flatMap((id) => [id, `${id}-easy`]);

test.beforeEach(async ({ page }) => {
  await giveSettings(page);
});

for (const id of BOOKS) {
  test(`${id} opens, and no kanji of it lacks a reading`, async ({ page }) => {
    await open(page, `/read/${id}`);
    await expect(page.getByRole('article')).toBeVisible();
    const found = await page.getByRole('article').evaluate((article) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const bare: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const inRuby = node.parentElement?.closest('ruby') !== null;
        if (!inRuby && /\p{Script=Han}/u.test(node.nodeValue ?? '')) bare.push(node.nodeValue ?? '');
      }
      const rubies = [...article.querySelectorAll('ruby')];
      return {
        bare,
        kanjiAbove: rubies
          .map((ruby) => ruby.querySelector('rt')?.textContent ?? '')
          .filter((reading) => reading === '' || /\p{Script=Han}/u.test(reading)),
        // Okurigana and particles stay outside of the ruby.
        kanaBelow: rubies
          .map((ruby) => ruby.firstChild?.textContent ?? '')
          .filter((base) => /^[ぁ-ん]|[ぁ-ん]$/u.test(base)),
        count: rubies.length,
      };
    });
    expect(found.count).toBeGreaterThan(50);
    expect(found.bare).toEqual([]);
    expect(found.kanjiAbove).toEqual([]);
    expect(found.kanaBelow).toEqual([]);
  });
}

for (const id of PLANS.flatMap((plan) => [plan, `${plan}-easy`])) {
  test(`${id} says at its start that it is a summary, and where the plan is to be had`, async ({
    page,
    request,
  }) => {
    await open(page, `/read/${id}`);
    const start = await plainText(page.locator('article header'));
    expect(start).toMatch(/ともよみが.*(まとめ|書い|書き|作っ|つくっ)/u);
    expect(start).toMatch(/計画(そのもの)?ではありません/u);
    const head = await (await request.get(`/read/${id}`)).text();
    expect(head).toMatch(/<meta name="description" content="[^"]*ともよみ[^"]*ではありません/u);
    const text = await plainText(page.getByRole('article'));
    expect(text).toContain('PDF');
    await expect(page.locator('article a[href^="/read/how-to-get"]').first()).toBeAttached();
  });
}

test('The switch to やさしい日本語 and back keeps the section', async ({ page }) => {
  await open(page, '/read/plan-5');
  const heading = page.locator('article h2').nth(2);
  const section = await heading.evaluate((element) => element.closest('section')?.id ?? '');
  const dialog = await openSheet(page, '目次');
  await dialog.locator(`a[href="#${section}"]`).click();
  await page.getByRole('link', { name: words('reader.edition.easy'), exact: true }).click();
  await expect(page).toHaveURL(/\/read\/plan-5-easy/);
  await expectReady(page);
  await expect(currentSentence(page)).toHaveCount(1);
  const there = () => currentSentence(page).evaluate((element) => element.closest('section')?.id ?? '');
  await expect.poll(there).toBe(section);
  await expect(currentSentence(page)).toBeInViewport();
  await page.getByRole('link', { name: words('reader.edition.standard'), exact: true }).click();
  await expect(page).toHaveURL(/\/read\/plan-5(#|$)/);
  await expect.poll(there).toBe(section);
});

test('The contents name every section, go to one, and tell the present place', async ({ page }) => {
  await open(page, '/read/plan-5');
  const headings = page.locator('article').locator('h2, h3, h4');
  const dialog = await openSheet(page, '目次');
  await expect(dialog.getByRole('listitem')).toHaveCount(await headings.count());
  const target = page.locator('article h2').nth(3);
  const name = await plainText(target);
  await dialog.getByRole('link', { name, exact: true }).first().click();
  await expect(dialog).toHaveCount(0);
  await expect(target).toBeInViewport();
  await expect(target.locator('[data-sentence]').first()).toHaveAttribute('aria-current', 'true');
  const again = await openSheet(page, '目次');
  await expect(again.locator('[aria-current="location"]')).toHaveAccessibleName(name);
});

test('A link within the book goes to its section without loading the page again', async ({ page }) => {
  await open(page, '/read/plan-5');
  await page.evaluate(() => {
    document.documentElement.dataset.same = 'yes';
  });
  const link = page.locator('article a[href="/read/plan-5#pdfs"]').first();
  await link.click();
  await expect(page.locator('#pdfs').getByRole('heading').first()).toBeInViewport();
  await expect(page.locator('html')).toHaveAttribute('data-same', 'yes');
});

test('A link to a section of another book opens it there', async ({ page }) => {
  await open(page, '/read/plan-5');
  await page.locator('article a[href="/read/guide#two-plans"]').first().click();
  await expect(page).toHaveURL(/\/read\/guide#two-plans$/);
  await expectReady(page);
  await expect(page.locator('#two-plans').getByRole('heading').first()).toBeInViewport();
});

test('An address with a section opens there', async ({ page }) => {
  await open(page, '/read/plan-3#pdfs');
  await expect(page.locator('#pdfs').getByRole('heading').first()).toBeInViewport();
  await expect(currentSentence(page)).toHaveCount(1);
});

test('Reading on by hand is kept as the place', async ({ page }) => {
  await open(page, '/read/plan-5');
  await page.getByRole('article').hover();
  await page.mouse.wheel(0, 4000);
  await expect(page.locator('article h1')).not.toBeInViewport();
  const kept = () =>
    page.evaluate(
      () => JSON.parse(localStorage.getItem('tomoyomi.places') ?? '{}').places?.[0]?.locator.sentence ?? null,
    );
  await expect.poll(kept).not.toBeNull();
  const place = await kept();
  await page.reload();
  await expectReady(page);
  await expect(sentence(page, place)).toHaveAttribute('aria-current', 'true');
  await expect(sentence(page, place)).toBeInViewport();
});
