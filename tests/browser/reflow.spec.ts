import type { Page } from '@playwright/test';
import { expectReady, frames, giveSettings, LOCALES, open, setSettings } from './support/app.ts';
import { expect, test } from './support/test.ts';

const ADDRESSES = [
  '/',
  '/read/plan-5',
  '/read/plan-1',
  '/read/plan-2',
  '/read/plan-3',
  '/read/plan-4',
  '/read/guide',
  '/read/how-to-get',
  '/open',
  '/about',
  '/check',
  '/nowhere',
];
const SIZES = [16, 24, 96];

/** What sticks out of the page at its sides, and by how much the page could be scrolled there. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('main *, header *, dialog[open] *, section *')]
      .filter((element) => !element.closest('.visually-hidden') && element.checkVisibility())
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > width + 1 || box.left < -1);
      })
      .slice(0, 5)
      .map((element) => `${element.localName} ${element.textContent?.slice(0, 20)}`);
    const { scrollWidth } = document.documentElement;
    return { more: Math.max(0, scrollWidth - width), out: scrollWidth > width ? out : [] };
  });

const NOTHING = { more: 0, out: [] };

for (const size of SIZES) {
  test(`At 320 pixels, text of ${size} pixels needs no sideways scrolling on any page`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await giveSettings(page, { textSize: size });
    for (const address of ADDRESSES) {
      await open(page, address);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await frames(page);
      expect(await sideways(page), address).toEqual(NOTHING);
    }
  });
}

for (const locale of LOCALES) {
  test(`At 320 pixels nothing of the interface sticks out in ${locale}, sheets included`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await giveSettings(page, { locale, textSize: 24 });
    for (const address of ['/', '/read/plan-5', '/open', '/about', '/check']) {
      await open(page, address);
      expect(await sideways(page), address).toEqual(NOTHING);
    }
    await open(page, '/read/plan-5');
    const tools = page.locator('[data-bar="top"] button[aria-haspopup="dialog"]');
    for (let index = 0; index < (await tools.count()); index++) {
      await tools.nth(index).click();
      const dialog = page.locator('dialog[open]');
      await expect(dialog).toBeVisible();
      const inside = await dialog.evaluate((element) =>
        [element, ...element.querySelectorAll('*')]
          .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1)
          .filter((each) => ['auto', 'scroll'].includes(getComputedStyle(each).overflowX))
          .map((each) => each.textContent?.slice(0, 30)),
      );
      expect(inside).toEqual([]);
      expect(await sideways(page)).toEqual(NOTHING);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
    await setSettings(page, { locale, firstVisitDone: false });
    await page.goto('/');
    await expectReady(page);
    await expect(page.locator('dialog[open]')).toBeVisible();
    expect(await sideways(page)).toEqual(NOTHING);
  });
}

for (const [name, width, height] of [
  ['phone', 390, 844],
  ['tablet, upright', 820, 1180],
  ['tablet, lying', 1180, 820],
  ['desktop', 1440, 900],
] as const) {
  test(`On a ${name} shelf and reader fit, and the play button is in view`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await giveSettings(page);
    await open(page, '/');
    expect(await sideways(page)).toEqual(NOTHING);
    await open(page, '/read/plan-5');
    expect(await sideways(page)).toEqual(NOTHING);
    await expect(page.getByRole('button', { name: '聞く', exact: true })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('article h1')).toBeInViewport();
    // At most about 40 characters a line.
    const measure = await page
      .locator('article .chunk > p')
      .first()
      .evaluate((element) => {
        return element.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(element).fontSize);
      });
    expect(measure).toBeLessThanOrEqual(42);
  });
}

for (const size of SIZES) {
  test(`Vertical writing at ${size} pixels scrolls sideways only`, async ({ page }) => {
    await giveSettings(page, { writingMode: 'vertical', textSize: size });
    for (const [width, height] of [
      [320, 640],
      [820, 1180],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await open(page, '/read/plan-5');
      await frames(page);
      const found = await page.evaluate(() => {
        const frame = document.querySelector('main');
        const root = document.documentElement;
        return {
          page: root.scrollHeight - root.clientHeight,
          frame: frame === null ? -1 : frame.scrollHeight - frame.clientHeight,
          sideways: frame === null ? 0 : frame.scrollWidth - frame.clientWidth,
          pageSideways: root.scrollWidth - root.clientWidth,
        };
      });
      expect(found.page, `${width}×${height}`).toBeLessThanOrEqual(1);
      expect(found.frame, `${width}×${height}`).toBeLessThanOrEqual(1);
      expect(found.pageSideways, `${width}×${height}`).toBeLessThanOrEqual(1);
      expect(found.sideways).toBeGreaterThan(width);
      // The first column is in view, and no line is cut off.
      await expect(page.locator('article h1')).toBeInViewport();
      const cut = await page.evaluate(() => {
        const frame = document.querySelector('main')?.getBoundingClientRect();
        if (frame === undefined) return ['no frame'];
        return [...document.querySelectorAll('article [data-sentence]')]
          .flatMap((each) => [...each.getClientRects()])
          .filter((box) => box.bottom > frame.bottom + 1 || box.top < frame.top - 1)
          .slice(0, 3)
          .map((box) => `${box.top}–${box.bottom} in ${frame.top}–${frame.bottom}`);
      });
      expect(cut, `${width}×${height}`).toEqual([]);
    }
  });
}
