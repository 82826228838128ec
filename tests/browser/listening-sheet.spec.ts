/** 「聞き方」: the voices and their trial, the pace, the sleep timer. */
import { button, expectStatus, giveSettings, open, sheet } from './support/app.ts';
import { violations } from './support/axe.ts';
import { ENGLISH_VOICE, giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const KYOKO = { name: 'Kyoko', lang: 'ja-JP' };
const OTOYA = { name: 'Otoya', lang: 'ja-JP' };

test('Voices are tried one by one with the keyboard alone; the one that was heard reads the book', async ({
  page,
}) => {
  await giveSettings(page);
  const speech = await giveSpeech(page, { voices: [OTOYA, KYOKO] });
  await open(page, '/read/plan-5');
  await button(page, '聞く').press('Enter');
  await expect.poll(() => speech.current()).not.toBeNull();
  await button(page, words('player.listening')).press('Enter');
  const dialog = sheet(page, words('player.listening'));
  await button(dialog, words('listening.voice.trial')).press('Enter');
  // The book is silent while voices are tried.
  await expect.poll(() => speech.current()).toBe('こんにちは。このこえでよみます。');
  await expect(dialog.getByText(words('listening.voice.question'))).toBeVisible();
  await expect(dialog.getByText('Otoya', { exact: false }).last()).toBeVisible();
  await button(dialog, words('listening.voice.no')).press('Enter');
  await button(dialog, words('listening.voice.yes')).press('Enter');
  await expect(page.locator(':focus')).toContainText(words('listening.voice.chosen', { name: 'Kyoko' }));
  await expect(dialog.getByRole('combobox', { name: words('listening.voice.device') })).toContainText(
    'Kyoko',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button(page, words('player.listening'))).toBeFocused();
  await expect(button(page, '聞く')).toBeVisible();
});

test('A voice is tried within the press, as phones speak for a press only', async ({ page }) => {
  await giveSettings(page);
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, words('player.listening')).click();
  await button(sheet(page, words('player.listening')), words('listening.voice.trial')).click();
  expect(await speech.said()).toMatchObject([{ within: 'click', lang: 'ja-JP' }]);
});

test('Where no voice speaks Japanese, the steps for this system come first', async ({ page }) => {
  await giveSettings(page);
  await giveSpeech(page, { voices: [ENGLISH_VOICE] });
  await open(page, '/read/plan-5');
  await button(page, words('player.listening')).click();
  const dialog = sheet(page, words('player.listening'));
  await dialog.locator(`summary[aria-label="${words('player.voice-help.open')}"]`).click();
  await expect(dialog.locator('details section').first()).toHaveAccessibleName('Linux');
  expect(await violations(page)).toEqual([]);
});

test('The sleep timer stops the book at the sentence’s end, says so, and is off', async ({ page }) => {
  await giveSettings(page);
  const speech = await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  await expect.poll(() => speech.current()).not.toBeNull();
  await button(page, words('player.listening')).click();
  const dialog = sheet(page, words('player.listening'));
  const timer = dialog.getByRole('combobox', { name: words('listening.sleep.title') });
  await timer.selectOption('sentence');
  await button(dialog, words('settings.close')).click();
  expect(await speech.texts()).toHaveLength(1);
  await speech.end();
  await expectStatus(page, words('listening.sleep.ended'));
  await expect(button(page, '聞く')).toBeVisible();
  expect(await speech.texts()).toHaveLength(1);
  await button(page, words('player.listening')).click();
  await expect(timer).toHaveValue('off');
});

test('Ten minutes are added to the sleep timer with one press', async ({ page }) => {
  await giveSettings(page);
  await giveSpeech(page);
  await open(page, '/read/plan-5');
  await button(page, words('player.listening')).click();
  const dialog = sheet(page, words('player.listening'));
  await dialog.getByRole('combobox', { name: words('listening.sleep.title') }).selectOption('30');
  await expect(dialog.getByText(words('listening.sleep.left', { minutes: 30 }))).toBeVisible();
  await button(dialog, words('listening.sleep.extend')).click();
  await expect(dialog.getByText(words('listening.sleep.left', { minutes: 40 }))).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('A sentence is said as often as was chosen', async ({ page }) => {
  await giveSettings(page, { repeatTimes: 2 });
  const speech = await giveSpeech(page, { endsAfter: 20 });
  await open(page, '/read/plan-5');
  await button(page, '聞く').click();
  await expect.poll(async () => (await speech.texts()).length).toBeGreaterThan(3);
  const [first, again, second, oncemore] = await speech.texts();
  expect([again, oncemore]).toEqual([first, second]);
  expect(second).not.toBe(first);
});
