/** The recorded voice in a real audio element: a bundled plan as it is read when its reader has chosen nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { RecordedBook } from '../../src/narration/recorded-book.ts';
import { button, choice, currentId, expectStatus, giveSettings, open, openSheet } from './support/app.ts';
import { soundNow, watchSound } from './support/sound.ts';
import { ENGLISH_VOICE, giveSpeech } from './support/speech.ts';
import { expect, test } from './support/test.ts';
import { words } from './support/words.ts';

const PLAN = 'plan-2';

/** Seconds. */
const DRIFT = 0.05;

function clipsOf(plan: string): RecordedBook {
  const folder = `dist/audio/${plan}`;
  const name = readdirSync(folder).find((file) => file.endsWith('clips.json'));
  return JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as RecordedBook;
}

declare global {
  interface Window {
    testSession: Map<string, MediaSessionActionHandler>;
    testClips: { looks: number; readonly wrong: string[] };
  }
}

/** Keeps what the app tells the system's keys to do. */
async function watchSession(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.testSession = new Map();
    const { setActionHandler } = MediaSession.prototype;
    MediaSession.prototype.setActionHandler = function (action, handler) {
      if (handler !== null) window.testSession.set(action, handler);
      return setActionHandler.call(this, action, handler);
    };
  });
}

const pressKey = (page: Page, action: MediaSessionAction, details: object = {}): Promise<void> =>
  page.evaluate(
    ([name, more]) => window.testSession.get(name)?.({ action: name, ...more } as MediaSessionActionDetails),
    [action, details] as const,
  );

test.beforeEach(async ({ page }) => {
  await giveSettings(page);
  await watchSound(page);
  await watchSession(page);
});

/** Presses 聞く once the recording is there, and waits until it sounds. */
async function listen(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => window.testSession.has('seekto'))).toBe(true);
  await button(page, '聞く').click();
  await expect.poll(async () => (await soundNow(page))?.time ?? 0).toBeGreaterThan(0);
}

test('A plan is read by its recording without any choice, and とめる is silence', async ({ page }) => {
  await open(page, `/read/${PLAN}`);
  await button(page, '聞く').click();
  await expect(button(page, 'とめる')).toBeVisible();
  await expect.poll(async () => (await soundNow(page))?.file).toContain(`/audio/${PLAN}/`);
  expect(await currentId(page)).toBe(clipsOf(PLAN).clips[0]?.[0]);
  const taken = await page.evaluate(() => {
    const stop = document.querySelector<HTMLElement>('button[aria-label="とめる"]');
    const begun = performance.now();
    stop?.click();
    const silent = [...window.testSound.elements].every(({ paused }) => paused);
    return silent ? performance.now() - begun : Number.POSITIVE_INFINITY;
  });
  expect(taken).toBeLessThan(100);
});

/**
 * Looks every few milliseconds whether the marked sentence is the one whose clip holds the sound's time. What is wrong at one
 * look only is the page's own lateness: the look came before what was due. Wrong at two is wrong.
 */
async function watchMarks(page: Page, book: RecordedBook): Promise<void> {
  await page.evaluate(
    ([{ files, clips }, drift]) => {
      window.testClips = { looks: 0, wrong: [] };
      let doubt: string | null = null;
      setInterval(() => {
        const sounding = [...window.testSound.elements].find(({ paused, seeking }) => !paused && !seeking);
        const marked = document.querySelector<HTMLElement>('article [aria-current="true"]')?.dataset.sentence;
        if (sounding === undefined || sounding.readyState < 3 || marked === undefined) return;
        const path = new URL(sounding.currentSrc).pathname;
        const file = files.findIndex(({ address }) => address === path);
        const time = sounding.currentTime;
        const held = clips.some(
          ([sentence, of, begin, end]) =>
            sentence === marked && of === file && time > begin - drift && time < end + drift,
        );
        window.testClips.looks += 1;
        const now = held ? null : `${marked} at ${time.toFixed(3)} s of ${path}`;
        if (now !== null && doubt !== null) window.testClips.wrong.push(now);
        doubt = now;
      }, 5);
    },
    [book, DRIFT] as const,
  );
}

test('Over a whole plan, the marked sentence is the one whose clip holds the time', async ({ page }) => {
  test.setTimeout(180_000);
  const book = clipsOf(PLAN);
  await open(page, `/read/${PLAN}`);
  await listen(page);
  await watchMarks(page, book);
  const starts: number[] = [];
  let start = 0;
  for (const { duration } of book.files) {
    starts.push(start);
    start += duration;
  }
  for (const [index, [, file, , end]] of book.clips.slice(0, -1).entries()) {
    // To just before the clip's end; what follows is the player's own going on.
    await pressKey(page, 'seekto', { seekTime: (starts[file] ?? 0) + end - 0.3 });
    const next = book.clips[index + 1]?.[0];
    await expect.poll(() => currentId(page), { intervals: [50] }).toBe(next);
  }
  const { looks, wrong } = await page.evaluate(() => window.testClips);
  expect(looks).toBeGreaterThan(book.clips.length * 10);
  expect(wrong).toEqual([]);
});

test('After とめる it goes on at the second; もう一度 begins the sentence anew', async ({ page }) => {
  const first = clipsOf(PLAN).clips[1];
  await open(page, `/read/${PLAN}#${first?.[0]}`);
  await listen(page);
  const begin = first?.[2] ?? 0;
  await expect.poll(async () => (await soundNow(page))?.time ?? 0).toBeGreaterThan(begin + 1.5);
  await button(page, 'とめる').click();
  const stopped = await page.evaluate(() =>
    Math.max(...[...window.testSound.elements].map(({ currentTime }) => currentTime)),
  );
  await button(page, '聞く').click();
  await expect.poll(async () => (await soundNow(page))?.time ?? 0).toBeGreaterThan(0);
  expect(Math.abs(((await soundNow(page))?.time ?? 0) - stopped)).toBeLessThan(1);
  await button(page, 'もう一度').click();
  await expect.poll(async () => (await soundNow(page))?.time ?? 99).toBeLessThan(begin + 1);
});

test('The speed changes in the middle of a sentence, and the pitch is kept', async ({ page }) => {
  await open(page, `/read/${PLAN}`);
  await listen(page);
  const before = await soundNow(page);
  await page.getByRole('slider', { name: 'はやさ', exact: true }).press('PageUp');
  const rates = () =>
    page.evaluate(() =>
      [...window.testSound.elements].map(({ playbackRate, preservesPitch }) => [
        playbackRate,
        preservesPitch,
      ]),
    );
  await expect.poll(async () => (await rates()).some(([rate]) => Number(rate) > 1)).toBe(true);
  expect((await rates()).every(([, pitch]) => pitch === true)).toBe(true);
  expect((await soundNow(page))?.time).toBeGreaterThanOrEqual(before?.time ?? 0);
});

test('The keys of a headset and of the lock screen move the book, which is named there', async ({ page }) => {
  const { clips } = clipsOf(PLAN);
  await open(page, `/read/${PLAN}`);
  await listen(page);
  const shown = await page.evaluate(() => navigator.mediaSession.metadata?.artist);
  expect(shown).toContain('地域福祉活動推進計画');
  await pressKey(page, 'pause');
  await expect(button(page, '聞く')).toBeVisible();
  await pressKey(page, 'play');
  await expect(button(page, 'とめる')).toBeVisible();
  await pressKey(page, 'nexttrack');
  await expect.poll(() => currentId(page)).not.toBe(clips[0]?.[0]);
  await pressKey(page, 'seekto', { seekTime: 0 });
  await expect.poll(() => currentId(page)).toBe(clips[0]?.[0]);
});

test('Another voice goes on at the same sentence, and back', async ({ page }) => {
  const speech = await giveSpeech(page);
  await page.addInitScript(() => {
    const key = 'tomoyomi.settings';
    if (sessionStorage.getItem('begun') !== null) return;
    sessionStorage.setItem('begun', '1');
    localStorage.setItem(key, JSON.stringify({ version: 1, firstVisitDone: true, narrator: 'recorded' }));
  });
  const second = clipsOf(PLAN).clips[4]?.[0] ?? '';
  await open(page, `/read/${PLAN}#${second}`);
  await listen(page);
  expect(await speech.said()).toEqual([]);
  const dialog = await openSheet(page, '聞き方');
  await choice(dialog, '読む声', words('listening.voice.device')).click();
  await expect.poll(() => speech.current()).not.toBeNull();
  expect(await soundNow(page)).toBeNull();
  expect(await currentId(page)).toBe(second);
  await choice(dialog, '読む声', words('listening.voice.recorded')).click();
  await expect.poll(() => soundNow(page)).not.toBeNull();
  expect(await speech.current()).toBeNull();
  expect(await currentId(page)).toBe(second);
});

test.describe('A recording that can not be played gives the word to the device’s voice, and that is said', () => {
  const sound = /\/audio\/.*\.mp3$/u;
  const recordedFirst = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      if (sessionStorage.getItem('begun') !== null) return;
      sessionStorage.setItem('begun', '1');
      localStorage.setItem(
        'tomoyomi.settings',
        JSON.stringify({ version: 1, firstVisitDone: true, narrator: 'recorded' }),
      );
    });
  const faults: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['missing', (page) => page.route(sound, (route) => route.fulfill({ status: 404 }))],
    ['no sound at all', (page) => page.route(sound, (route) => route.fulfill({ body: 'これは音ではない' }))],
    [
      'cut off',
      (page) =>
        page.route(sound, async (route) => {
          const response = await route.fetch({ headers: {} });
          const body = await response.body();
          await route.fulfill({ contentType: 'audio/mpeg', body: body.subarray(0, 6000) });
        }),
    ],
    ['without its list', (page) => page.route(/clips\.json$/u, (route) => route.abort())],
    [
      'with a damaged list',
      (page) => page.route(/clips\.json$/u, (route) => route.fulfill({ json: { version: 1 } })),
    ],
  ];
  for (const [name, spoil] of faults) {
    test(name, async ({ page }) => {
      const speech = await giveSpeech(page);
      await recordedFirst(page);
      await spoil(page);
      await open(page, `/read/${PLAN}`);
      await button(page, '聞く').click();
      await expect.poll(() => speech.current(), { timeout: 20_000 }).not.toBeNull();
      expect(await soundNow(page)).toBeNull();
      const notice = name.includes('list') ? 'listening.voice.missing' : 'listening.voice.recorded-failed';
      await expectStatus(page, words(notice));
      await button(page, 'とめる').click();
      expect(await speech.current()).toBeNull();
    });
  }

  test('and where the device has no voice either, nobody is promised to read', async ({ page }) => {
    await giveSpeech(page, { voices: [ENGLISH_VOICE] });
    await recordedFirst(page);
    await page.route(sound, (route) => route.fulfill({ status: 404 }));
    await open(page, `/read/${PLAN}`);
    await button(page, '聞く').click();
    await expectStatus(page, words('player.failed.no-voice'));
    await expectStatus(page, words('listening.voice.recorded-failed-too'));
    await expect(button(page, '聞く')).toBeVisible();
  });
});
