/** What is kept of where one is: to the second, in a browser that is killed; and the way back from a jump. */
import type { Page } from '@playwright/test';
import {
  button,
  currentId,
  currentSentence,
  expectReady,
  expectStatus,
  giveSettings,
  open,
  openSheet,
  sentenceIds,
} from './support/app.ts';
import { createProfile, type Profile } from './support/real-browser.ts';
import { firstSound, soundNow, watchSound } from './support/sound.ts';
import { giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

/** How far into a sentence the browser is killed, in seconds of sound: well beyond what may be lost. */
const FAR_ENOUGH = 3;

test.describe('After the browser was killed', () => {
  test.describe.configure({ timeout: 180_000 });
  let profile: Profile;

  test.beforeEach(async () => {
    profile = await createProfile();
  });
  test.afterEach(async () => {
    await profile.remove();
  });

  /** A page of the profile's browser, which is started anew. */
  async function start(): Promise<{ page: Page; kill: () => Promise<void> }> {
    const { context, kill } = await profile.start();
    const page = await context.newPage();
    await giveSettings(page, { narrator: 'recorded' });
    await watchSound(page);
    return { page, kill };
  }

  test('the same sentence is marked, and 聞く goes on at the second', async ({ baseURL }) => {
    const before = await start();
    await open(before.page, `${baseURL}/read/plan-5`);
    // The title is over soon after three seconds; the sentence behind it goes on while the browser is being killed.
    await button(before.page, '次の文').click();
    await button(before.page, '聞く').click();
    await firstSound(before.page);
    // Looked for from within, so that nothing lies between finding the moment and the kill but the kill itself.
    const left = await before.page.evaluate(async (seconds) => {
      const marked = (): string | null =>
        document.querySelector('article [aria-current="true"]')?.getAttribute('data-sentence') ?? null;
      const [element] = window.testSound.elements;
      if (element === undefined) throw new Error('nothing has sounded');
      let sentence = marked();
      let begun = element.currentTime;
      while (sentence === null || element.currentTime - begun < seconds) {
        await new Promise((fulfil) => setTimeout(fulfil, 20));
        if (marked() === sentence && element.currentTime >= begun) continue;
        sentence = marked();
        begun = element.currentTime;
      }
      return { sentence, file: new URL(element.currentSrc).pathname, time: element.currentTime };
    }, FAR_ENOUGH);
    await before.kill();

    const after = await start();
    await open(after.page, `${baseURL}/read/plan-5`);
    await expect(currentSentence(after.page)).toHaveAttribute('data-sentence', left.sentence);
    await expect(currentSentence(after.page)).toBeInViewport();
    expect(await soundNow(after.page)).toBeNull();
    await button(after.page, '聞く').click();
    const again = await firstSound(after.page);
    expect(again.file).toBe(left.file);
    expect(Math.abs(again.time - left.time)).toBeLessThan(1.5);
    expect(again.marked).toBe(left.sentence);
  });

  test('a bookmark that was put in a moment before is there', async ({ baseURL }) => {
    const before = await start();
    await open(before.page, `${baseURL}/read/plan-5`);
    const word = before.page.locator('article .chunk').nth(2).locator('.w').first();
    const place = await word.evaluate((each) => each.closest('[data-sentence]')?.id ?? '');
    await word.click();
    await button(before.page, words('reader.word.bookmark')).click();
    await expectStatus(before.page, words('bookmarks.added'));
    await before.kill();

    const after = await start();
    await open(after.page, `${baseURL}/read/plan-5`);
    const dialog = await openSheet(after.page, 'しおり');
    await expect(dialog.locator(`a[href="/read/plan-5#${place}"]`)).toBeVisible();
  });
});

test.describe('The way one came', () => {
  test('is in the sheet of bookmarks: back from a jump by the contents, and forward again', async ({
    page,
  }) => {
    await giveSettings(page);
    await giveSpeech(page);
    await open(page, '/read/plan-5');
    await button(page, '次の文').click();
    await button(page, '次の文').click();
    const from = await currentId(page);
    const contents = await openSheet(page, '目次');
    await contents.getByRole('link').nth(5).click();
    await expect(currentSentence(page)).not.toHaveAttribute('data-sentence', from ?? '');
    const to = await currentId(page);

    const dialog = await openSheet(page, 'しおり');
    await button(dialog, words('bookmarks.history.back')).click();
    await expect(currentSentence(page)).toHaveAttribute('data-sentence', from ?? '');
    await expect(currentSentence(page)).toBeInViewport();
    const again = await openSheet(page, 'しおり');
    await button(again, words('bookmarks.history.forward')).click();
    await expect(currentSentence(page)).toHaveAttribute('data-sentence', to ?? '');
  });

  test('begins at a shared address too, leads to another book, and outlasts the page', async ({ page }) => {
    await giveSettings(page);
    await giveSpeech(page);
    await open(page, '/read/plan-1');
    await button(page, '次の文').click();
    await button(page, '次の文').click();
    const from = await currentId(page);
    const target = (await sentenceIds(page))[40];
    await page.goto(`/read/plan-1#${target}`);
    await page.reload();
    await expectReady(page);
    await expect(currentSentence(page)).toHaveAttribute('data-sentence', target ?? '');

    await open(page, '/read/plan-5');
    const dialog = await openSheet(page, 'しおり');
    const left = dialog.locator(`a[href="/read/plan-1#${from}"]`);
    await expect(left).toHaveAccessibleName(/^もとの場所へ：第1期.*パーセント、きょう \d+:\d\d$/u);
    await left.click();
    await expect(page).toHaveURL(/\/read\/plan-1$/u);
    await expectReady(page);
    await expect(currentSentence(page)).toHaveAttribute('data-sentence', from ?? '');
    const back = await openSheet(page, 'しおり');
    await expect(back.locator('a[href^="/read/plan-5#"]')).toBeVisible();
  });
});
