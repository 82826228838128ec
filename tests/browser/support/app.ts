/** What every browser test does: open a page with settings, wait until it answers, find its parts by their names. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

export const PLANS = ['plan-1', 'plan-2', 'plan-3', 'plan-4', 'plan-5'] as const;
export const LOCALES = ['ja', 'ja-easy', 'en', 'zh', 'ko'] as const;
export const THEMES = ['kinari', 'white', 'black', 'navy-yellow', 'system'] as const;

const SETTINGS_KEY = 'tomoyomi.settings';

export type GivenSettings = Readonly<Record<string, string | number | boolean | null>>;

/** The settings with which the first page opens; the first visit is over unless they say otherwise. */
export async function giveSettings(page: Page, settings: GivenSettings = {}): Promise<void> {
  await giveKeptSettings(page, JSON.stringify({ version: 1, firstVisitDone: true, ...settings }));
}

/** The text of the kept settings as it stands, damaged or not. What the app writes later is left alone. */
export async function giveKeptSettings(page: Page, text: string): Promise<void> {
  await page.addInitScript(
    ([key, kept]) => {
      // Only once: a page that is loaded again finds what the app has kept.
      if (localStorage.getItem(`${key}.given`) !== null) return;
      localStorage.setItem(`${key}.given`, '1');
      localStorage.setItem(key, kept);
    },
    [SETTINGS_KEY, text] as const,
  );
}

export async function setSettings(page: Page, settings: GivenSettings): Promise<void> {
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    SETTINGS_KEY,
    JSON.stringify({ version: 1, firstVisitDone: true, ...settings }),
  ] as const);
}

export async function keptSettings(page: Page): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse((await page.evaluate((key) => localStorage.getItem(key), SETTINGS_KEY)) ?? '{}');
}

export async function expectReady(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-app', 'ready');
}

export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expectReady(page);
}

export const button = (page: Page | Locator, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

export const slider = (page: Page | Locator, name: string): Locator =>
  page.getByRole('slider', { name, exact: true });

export const sheet = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });

/** Opens the sheet behind a button of the toolbar. */
export async function openSheet(page: Page, tool: string, title = tool): Promise<Locator> {
  await button(page, tool).click();
  const dialog = sheet(page, title);
  await expect(dialog).toBeVisible();
  return dialog;
}

/** One of the choices of a group, as the settings have them. */
export const choice = (within: Page | Locator, group: string, name: string): Locator =>
  within.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true });

export const currentSentence = (page: Page): Locator =>
  page.locator('article [data-sentence][aria-current="true"]');

export const sentence = (page: Page, id: string): Locator => page.locator(`[data-sentence="${id}"]`);

export async function currentId(page: Page): Promise<string | null> {
  const marked = currentSentence(page);
  return (await marked.count()) === 0 ? null : marked.getAttribute('data-sentence');
}

/** The ids of all sentences of the book that is open, in their order. */
export const sentenceIds = (page: Page): Promise<readonly string[]> =>
  page
    .locator('article [data-sentence]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-sentence') ?? ''));

/** The text of an element without its readings. */
export const plainText = (of: Locator): Promise<string> =>
  of.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
    return copy.textContent ?? '';
  });

/** Two frames later: what the app asked of the next frame has been drawn by then. */
export const frames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((fulfil) => requestAnimationFrame(() => requestAnimationFrame(() => fulfil()))),
  );

/** The focused element's accessible name, or its text. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const copy = element?.cloneNode(true);
    if (copy instanceof Element) for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
    return element?.getAttribute('aria-label') ?? copy?.textContent?.trim() ?? '';
  });

/** Waits until one of the page's status lines holds the words, whatever furigana they carry. */
export async function expectStatus(page: Page, words: string): Promise<void> {
  const said = async (): Promise<string> => {
    const all = await page.getByRole('status').all();
    return (await Promise.all(all.map(plainText))).join('\n');
  };
  await expect.poll(said).toContain(words);
}
