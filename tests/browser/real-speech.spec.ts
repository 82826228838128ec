/**
 * Real speech in a real browser: sound comes out, and what is marked is what is heard. Speech takes its time, so these are
 * few; how the player behaves otherwise is told by the specs with a scripted voice.
 */
import type { Page } from '@playwright/test';
import { whyNoSystemSpeech } from '../../tools/speech.mjs';
import {
  button,
  currentSentence,
  expectStatus,
  giveSettings,
  open,
  plainText,
  sentenceIds,
  slider,
} from './support/app.ts';
import { VOICE_NAME } from './support/system-speech.ts';
import {
  heardSince,
  markAt,
  openOwn,
  pressStop,
  report,
  sounding,
  test,
  testWithCrash,
  testWithoutVoices,
  watchMarks,
} from './support/system-speech-test.ts';
import { expect } from './support/test.ts';
import { words } from './support/words.ts';

const missing = whyNoSystemSpeech();
test.skip(missing !== null, missing ?? '');

// One after the other: they share one sound card.
test.describe.configure({ mode: 'default', timeout: 90_000 });

/** How long after a press the sound card may still hold sound, in milliseconds. */
const SINK_LATENCY = 300;
/** Decibels below full scale; speech is at about -20, silence at minus infinity. */
const LOUD = -35;

/** A book of the reader's own, short enough to be heard to its end. */
const OWN = ['雨の日は、家で本を読みます。', '駅まで歩きます。', '三人で行きましょう。'];

async function readAloud(page: Page, address: string, settings = {}): Promise<void> {
  await giveSettings(page, { narrator: 'device', ...settings });
  await open(page, address);
  const names = () => page.evaluate(() => speechSynthesis.getVoices().map(({ name }) => name));
  await expect.poll(names).toEqual([VOICE_NAME]);
}

test('聞く is heard, and after とめる there is silence', async ({ page, system: { sink, said } }) => {
  await readAloud(page, '/read/plan-5');
  const pressed = Date.now();
  await button(page, '聞く').click();
  const begun = await heardSince(sink, pressed);
  await expect(button(page, 'とめる')).toBeVisible();
  await sounding(sink);
  expect(said().at(-1)).toMatchObject({ text: await plainText(currentSentence(page)), rate: 1 });
  const stop = await pressStop(page);
  await sink.recordedUntil(stop.time + SINK_LATENCY + 1000);
  expect(sink.level(begun, stop.time)).toBeGreaterThan(LOUD);
  expect(sink.stretches(stop.time + SINK_LATENCY, stop.time + SINK_LATENCY + 1000)).toEqual([]);
  expect(stop.answered).toBeLessThan(100);
  report('sound after the press', begun - pressed);
  report('level', sink.level(begun, stop.time));
  report('silence after the stop', sink.lastSound() - stop.time);
});

test('次の文, もう一度 and 前の文 are heard, one at a time', async ({ page, system: { sink, said } }) => {
  await readAloud(page, '/read/plan-5');
  const before = said().length;
  const begun = Date.now();
  const texts: string[] = [];
  for (const press of ['聞く', '次の文', 'もう一度', '前の文']) {
    const pressed = Date.now();
    await button(page, press).click();
    await expect.poll(() => said().length).toBe(before + texts.length + 1);
    // What the one before leaves in the sound card is gone by then.
    await heardSince(sink, pressed + SINK_LATENCY);
    texts.push(said().at(-1)?.text ?? '');
    expect(texts.at(-1)).toBe(await plainText(currentSentence(page)));
  }
  await pressStop(page);
  expect(texts[1]).not.toBe(texts[0]);
  expect([texts[2], texts[3]]).toEqual([texts[1], texts[0]]);
  expect(sink.overlaps(begun)).toEqual([]);
});

test('Another speed says the sentence anew, at that speed, and silences the one before', async ({
  page,
  system: { sink, said },
}) => {
  await readAloud(page, '/read/plan-5');
  const begun = Date.now();
  await button(page, '聞く').click();
  await heardSince(sink, begun);
  const before = said().length;
  await slider(page, 'はやさ').focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => said().length).toBe(before + 1);
  const [first, second] = said().slice(-2);
  expect(second?.text).toBe(first?.text);
  // The system knows whole steps of 100 · log₃ only.
  expect(second?.rate).toBeCloseTo(2, 1);
  await heardSince(sink, second?.time ?? 0);
  await pressStop(page);
  expect(sink.overlaps(begun)).toEqual([]);
});

test('A short book is heard to its end, each sentence once and marked while it is heard', async ({
  page,
  system: { sink, said },
}) => {
  await giveSettings(page, { narrator: 'device', rate: 2 });
  await openOwn(page, OWN);
  const ids = await sentenceIds(page);
  const marks = await watchMarks(page);
  const before = said().length;
  const begun = Date.now();
  await button(page, '聞く').click();
  await expectStatus(page, words('player.finished'));
  const ended = Date.now();
  await sink.recordedUntil(ended);
  const calls = said().slice(before);
  expect(calls.map(({ text }) => text)).toEqual(['はりつけた文章', ...OWN]);
  const streams = sink.streams().filter(({ from }) => from >= begun);
  expect(streams).toHaveLength(calls.length);
  expect(sink.overlaps(begun)).toEqual([]);
  const timeline = await marks();
  streams.forEach(({ from, to }, index) => {
    const end = to ?? ended;
    expect(sink.level(from, end)).toBeGreaterThan(LOUD);
    expect(markAt(timeline, (from + end) / 2)?.sentence).toBe(ids.at(index - calls.length));
  });
  report('whole book', ended - begun);
});

testWithoutVoices(
  'A device without voices: bundled texts are read by the recording, which is said',
  async ({ page, system: { sink } }) => {
    await giveSettings(page, { narrator: 'device' });
    await open(page, '/read/plan-5');
    expect(await page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
    const pressed = Date.now();
    await button(page, '聞く').click();
    const begun = await heardSince(sink, pressed);
    await sounding(sink);
    const stop = await pressStop(page);
    await sink.recordedUntil(stop.time + SINK_LATENCY + 500);
    expect(sink.level(begun, stop.time)).toBeGreaterThan(LOUD);
    expect(sink.stretches(stop.time + SINK_LATENCY, stop.time + SINK_LATENCY + 500)).toEqual([]);
    expect(stop.answered).toBeLessThan(100);
    report('sound after the press', begun - pressed);
    report('silence after the stop', sink.lastSound() - stop.time);
  },
);

testWithoutVoices('A device without voices: own texts get the guide to one', async ({ page }) => {
  await giveSettings(page, { narrator: 'device' });
  await openOwn(page, OWN);
  await button(page, '聞く').click();
  await expectStatus(page, words('player.failed.no-voice'));
  await page.locator(`summary[aria-label="${words('player.voice-help.open')}"]`).click();
  await expect(page.getByText('speech-dispatcher').first()).toBeVisible();
  await expect(button(page, '聞く')).toBeVisible();
});

testWithCrash(
  'The engine crashes in the middle of a sentence: the recording goes on, which is said',
  async ({ page, doomed: { sink, crash } }) => {
    await readAloud(page, '/read/plan-5', { rate: 4 });
    const marks = await watchMarks(page);
    await button(page, '聞く').click();
    await sounding(sink);
    await crash();
    const crashed = Date.now();
    const next = () => sink.streams().find(({ from }) => from > crashed)?.from ?? null;
    await expect.poll(next, { timeout: 30_000 }).not.toBeNull();
    await sounding(sink);
    report('goes on after', Date.now() - crashed);
    await expectStatus(page, words('listening.voice.device-failed'));
    // With the sentence that wasn't said to its end.
    const timeline = await marks();
    const broken = markAt(timeline, crashed)?.sentence;
    expect(broken).not.toBeNull();
    expect(markAt(timeline, next() ?? 0)?.sentence).toBe(broken);
    await expect(button(page, 'とめる')).toBeVisible();
    const stop = await pressStop(page);
    expect(stop.answered).toBeLessThan(100);
    await sink.recordedUntil(stop.time + SINK_LATENCY + 500);
    expect(sink.stretches(stop.time + SINK_LATENCY, stop.time + SINK_LATENCY + 500)).toEqual([]);
  },
);

testWithCrash(
  'The engine crashes and nothing is recorded: とめる answers, and 聞く says what is wrong',
  async ({ page, doomed: { sink, crash } }) => {
    await readAloud(page, '/read/how-to-get-easy');
    await button(page, '聞く').click();
    await sounding(sink);
    const marked = await plainText(currentSentence(page));
    await crash();
    const stop = await pressStop(page);
    expect(stop.answered).toBeLessThan(100);
    await button(page, '聞く').click();
    await expectStatus(page, words('player.failed.synthesis-failed'));
    await expect(button(page, '聞く')).toBeVisible();
    expect(await plainText(currentSentence(page))).toBe(marked);
  },
);
