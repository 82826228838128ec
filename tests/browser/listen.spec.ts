import {
  button,
  currentId,
  currentSentence,
  expectReady,
  expectStatus,
  giveSettings,
  open,
  sentenceIds,
  setSettings,
  slider,
} from './support/app.ts';
import { ENGLISH_VOICE, giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

/** A book that nobody has recorded: no other voice can step in. */
const UNRECORDED = '/read/how-to-get';

test.beforeEach(async ({ page }) => {
  // A fast voice makes short pauses between sentences.
  await giveSettings(page, { rate: 4 });
});

test('聞く speaks within the press, marks the sentence, and becomes とめる', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  await expect(button(page, 'とめる')).toBeVisible();
  const [first] = await speech.said();
  expect(first).toMatchObject({ within: 'click', lang: 'ja-JP', rate: 4 });
  expect(first?.text).toContain('計画');
  await expect(currentSentence(page)).toHaveCount(1);
  await expect(currentSentence(page)).toBeInViewport();
});

test('The mark follows the voice from sentence to sentence, in view, into the next section', async ({
  page,
}) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  const ids = await sentenceIds(page);
  await button(page, '聞く').click();
  const sections = new Set<string>();
  let last = -1;
  for (let turn = 1; turn <= 24; turn++) {
    await speech.hears(turn);
    await expect(currentSentence(page)).toHaveCount(1);
    const at = ids.indexOf((await currentId(page)) ?? '');
    expect(at).toBeGreaterThanOrEqual(last);
    last = at;
    await expect(currentSentence(page)).toBeInViewport();
    sections.add(
      await currentSentence(page).evaluate((element) => element.closest('section')?.id ?? 'title'),
    );
    await speech.finish(turn);
  }
  expect(sections.size).toBeGreaterThan(2);
  expect(await speech.together()).toEqual([]);
});

test('次の文, 前の文 and もう一度 move by one sentence', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  await expect(button(page, 'とめる')).toBeVisible();
  const first = await currentId(page);
  await button(page, '次の文').click();
  await expect(currentSentence(page)).not.toHaveAttribute('data-sentence', first ?? '');
  const second = await currentId(page);
  await speech.hears(2);
  await button(page, 'もう一度').click();
  await speech.hears(3);
  expect(await currentId(page)).toBe(second);
  await button(page, '前の文').click();
  await speech.hears(4);
  expect(await currentId(page)).toBe(first);
  const texts = await speech.texts();
  expect(texts[2]).toBe(texts[1]);
  expect(texts[3]).toBe(texts[0]);
  expect(await speech.together()).toEqual([]);
});

test('次の文 in silence moves the place without a sound, and 聞く begins there', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '次の文').click();
  await button(page, '次の文').click();
  const place = await currentId(page);
  expect(place).not.toBeNull();
  expect(await speech.texts()).toEqual([]);
  await button(page, '聞く').click();
  await expect(button(page, 'とめる')).toBeVisible();
  expect(await currentId(page)).toBe(place);
});

test('はやさ says its value in words and changes the voice', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await setSettings(page, { rate: 1 });
  await page.reload();
  await expectReady(page);
  const rate = slider(page, 'はやさ');
  await expect(rate).toHaveAttribute('aria-valuetext', 'ふつう、1.0倍');
  await button(page, '聞く').click();
  await rate.focus();
  // In one go, so that a slow machine doesn't stretch them beyond the time in which moves count as one.
  await rate.evaluate((input: HTMLInputElement) => {
    for (let step = 0; step < 5; step++) {
      input.stepUp();
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await expect(rate).toHaveAttribute('aria-valuetext', 'はやい、1.5倍');
  // Five moves restart the sentence once.
  await speech.hears(2);
  const said = await speech.said();
  expect(said[1]?.rate).toBeCloseTo(1.5);
  expect(said[1]?.text).toBe(said[0]?.text);
  await rate.press('ArrowRight');
  await expect(rate).toHaveAttribute('aria-valuetext', /1\.6倍/);
  await rate.press('Home');
  await expect(rate).toHaveAttribute('aria-valuetext', /0\.5倍/);
  await rate.press('End');
  await expect(rate).toHaveAttribute('aria-valuetext', /4\.0倍/);
});

test('とめる is silent at once, keeps the place, and puts the focus where speech stopped', async ({
  page,
}) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  for (let turn = 0; turn < 6; turn++) {
    await speech.finish(turn + 1);
  }
  await speech.hears(7);
  const place = await currentId(page);
  await button(page, 'とめる').click();
  await expect(button(page, '聞く')).toBeVisible();
  expect(await speech.current()).toBeNull();
  expect(await currentId(page)).toBe(place);
  const focused = await page.evaluate(
    () => document.activeElement?.closest('[data-sentence]')?.getAttribute('data-sentence') ?? null,
  );
  expect(focused).toBe(place);
  await button(page, '聞く').click();
  await expect(button(page, 'とめる')).toBeVisible();
  const texts = await speech.texts();
  expect(texts.at(-1)).toBe(texts.at(-2));
});

test('After closing, the same sentence is marked and 聞く goes on there', async ({ page, context }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  for (let turn = 0; turn < 9; turn++) {
    await speech.finish(turn + 1);
  }
  await speech.hears(10);
  const place = await currentId(page);
  const text = (await speech.texts()).at(-1);
  // In the middle of a sentence, without stopping first.
  await page.close();

  const again = await context.newPage();
  await giveSettings(again, { rate: 4 });
  const voice = await giveSpeech(again);
  await open(again, '/read/plan-5');
  await expect(currentSentence(again)).toHaveAttribute('data-sentence', place ?? '');
  await expect(currentSentence(again)).toBeInViewport();
  expect(await voice.texts()).toEqual([]);
  await button(again, '聞く').click();
  await expect.poll(() => voice.texts()).toEqual([text]);
  await expect(currentSentence(again)).toHaveAttribute('data-sentence', place ?? '');
});

test('つづきから on the shelf goes on by one press', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-4');
  await button(page, '聞く').click();
  for (let turn = 0; turn < 5; turn++) {
    await speech.finish(turn + 1);
  }
  await speech.hears(6);
  const place = await currentId(page);
  const text = (await speech.texts()).at(-1);
  await open(page, '/');
  await page
    .getByRole('region', { name: words('shelf.continue') })
    .getByRole('button', { name: /のつづきを聞く$/ })
    .click();
  await expect(page).toHaveURL(/\/read\/plan-4$/);
  await expect.poll(() => speech.texts()).toEqual([text]);
  await expect(currentSentence(page)).toHaveAttribute('data-sentence', place ?? '');
  await expect(currentSentence(page)).toBeInViewport();
});

test('Without a Japanese voice there is a kind message, what to do, and the text goes on', async ({
  page,
}) => {
  const speech = await giveSpeech(page, { voices: [ENGLISH_VOICE] });
  await open(page, UNRECORDED);
  await button(page, '聞く').click();
  await expectStatus(page, words('player.failed.no-voice'));
  expect(await speech.texts()).toEqual([]);
  await page.locator(`summary[aria-label="${words('player.voice-help.open')}"]`).click();
  await expect(page.getByText('Windows')).toBeVisible();
  await expect(button(page, '聞く')).toBeVisible();
  await expect(page.getByRole('article')).toBeVisible();
  await page.locator('article .w').first().click();
  await expect(page.getByRole('dialog', { name: words('reader.word.title') })).toBeVisible();
});

test('A voice that fails leaves the place and says what to do', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, UNRECORDED);
  await button(page, '聞く').click();
  await expect.poll(() => speech.current()).not.toBeNull();
  const place = await currentId(page);
  await expect.poll(() => speech.fail('network')).toBe(true);
  await expect(button(page, '聞く')).toBeVisible();
  await expectStatus(page, words('player.failed.network'));
  expect(await currentId(page)).toBe(place);
  await button(page, '聞く').click();
  await expect.poll(() => speech.current()).not.toBeNull();
  expect(await currentId(page)).toBe(place);
});

test('Presses faster than the voice never make two sentences sound together', async ({ page }) => {
  const speech = await giveSpeech(page, { endsAfter: 5 });
  await open(page, '/read/plan-5');
  await page.evaluate(() => {
    const names = ['次の文', '聞く', '次の文', '次の文', 'もう一度', '前の文', 'とめる', '聞く', '次の文'];
    for (let round = 0; round < 30; round++) {
      for (const name of names) {
        document.querySelector<HTMLElement>(`button[aria-label="${name}"]`)?.click();
      }
    }
  });
  expect(await speech.together()).toEqual([]);
  await expect(currentSentence(page)).toHaveCount(1);
  const stop = button(page, 'とめる');
  if (await stop.isVisible()) await stop.click();
  await expect(button(page, '聞く')).toBeVisible();
  expect(await speech.current()).toBeNull();
  const count = (await speech.said()).length;
  await button(page, '聞く').click();
  await expect.poll(async () => (await speech.said()).length).toBeGreaterThan(count);
  expect(await speech.together()).toEqual([]);
});

test('The word that is being said is marked where the voice tells of it', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  await expect.poll(() => speech.boundary(0, 2)).toBe(true);
  const word = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('spoken-word') ?? [];
      return range instanceof Range ? range.toString() : null;
    });
  await expect.poll(word).not.toBeNull();
  await button(page, 'とめる').click();
  await expect.poll(word).toBeNull();
});

test('The space key in the text starts and stops', async ({ page }) => {
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await page.locator('article .w').first().focus();
  await page.keyboard.press(' ');
  await expect(button(page, 'とめる')).toBeVisible();
  expect((await speech.said())[0]?.within).toBe('keydown');
  await page.keyboard.press(' ');
  await expect(button(page, '聞く')).toBeVisible();
});

test('To the end of the book, which is said, and from the beginning again', async ({ page }) => {
  const speech = await giveSpeech(page, { endsAfter: 0 });
  await open(page, '/read/how-to-get-easy');
  await open(page, `/read/how-to-get-easy#${(await sentenceIds(page)).at(-1)}`);
  await page.reload();
  await button(page, '聞く').click();
  await expectStatus(page, words('player.finished'));
  await expect(button(page, '聞く')).toBeVisible();
  const count = (await speech.said()).length;
  await button(page, '聞く').click();
  await expect.poll(async () => (await speech.texts())[count]).toContain('手に入れるには');
});
