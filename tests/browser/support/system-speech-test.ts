/**
 * Playwright's `test` for specs that are heard: a Chromium that speaks with the system's own voice into a sound card that is
 * recorded. One system for each worker; a spec's tests share it, one after the other.
 */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { button, expectReady, open } from './app.ts';
import { type SystemSpeech, startSystemSpeech } from './system-speech.ts';
import type { Sink } from './system-speech-sink.ts';
import { expect, test as silent } from './test.ts';
import { startTtsServer, type TtsServer } from './tts-extension/tts-server.ts';
import { words } from './words.ts';

export const test = silent.extend<object, { readonly system: SystemSpeech }>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are asked for
    async ({}, use) => {
      const system = await startSystemSpeech();
      await use(system);
      await system.stop();
    },
    { scope: 'worker', timeout: 40_000 },
  ],
  launchOptions: [
    async ({ system, launchOptions }, use) => {
      await use(audible(launchOptions, system, system.browser.args));
    },
    { scope: 'worker' },
  ],
});

/** With a Chromium whose only voice tells of its words. */
export const testWithWords = test.extend<{ readonly tts: TtsServer }>({
  tts: async ({ system }, use) => {
    const tts = await startTtsServer(system.sink);
    await use(tts);
    await tts.stop();
  },
  context: async ({ playwright, system, tts, launchOptions, contextOptions, baseURL }, use) => {
    const load = [`--disable-extensions-except=${tts.extension}`, `--load-extension=${tts.extension}`];
    const options = audible(launchOptions, system, load);
    const context = await playwright.chromium.launchPersistentContext('', {
      ...contextOptions,
      ...options,
      ...(baseURL !== undefined && { baseURL }),
      ignoreDefaultArgs: [...options.ignoreDefaultArgs, '--disable-extensions'],
    });
    await use(context);
    await context.close();
  },
});

/** With a Chromium that is heard and has no voices at all. */
export const testWithoutVoices = test.extend({
  context: async ({ playwright, system, launchOptions, contextOptions, baseURL }, use) => {
    const browser = await playwright.chromium.launch(audible(launchOptions, system, []));
    await use(await newContext(browser, contextOptions, baseURL));
    await browser.close();
  },
});

/** With a system of its own, for a test that breaks it. */
export const testWithCrash = test.extend<{ readonly doomed: SystemSpeech }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are asked for
  doomed: async ({}, use) => {
    const doomed = await startSystemSpeech();
    await use(doomed);
    await doomed.stop();
  },
  context: async ({ playwright, doomed, launchOptions, contextOptions, baseURL }, use) => {
    const browser = await playwright.chromium.launch(audible(launchOptions, doomed, doomed.browser.args));
    const context = await browser.newContext({
      ...contextOptions,
      ...(baseURL !== undefined && { baseURL }),
    });
    await use(context);
    await browser.close();
  },
});

/** A worker's own browser gets these of Playwright itself. */
function newContext(browser: Browser, options: BrowserContextOptions, baseURL: string | undefined) {
  return browser.newContext({
    ...options,
    serviceWorkers: 'block',
    ...(baseURL !== undefined && { baseURL }),
  });
}

/** How a browser is launched that is heard on this system's sound card; `voices` are the arguments that give it voices. */
function audible<O extends { readonly args?: string[] }>(
  options: O,
  { browser }: SystemSpeech,
  voices: readonly string[],
) {
  const env = Object.entries({ ...process.env, ...browser.env }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const plain = (options.args ?? []).filter((one) => !browser.args.includes(one));
  return {
    ...options,
    args: [...plain, ...voices],
    ignoreDefaultArgs: ['--mute-audio'],
    env: Object.fromEntries(env),
  };
}

/** How often sound is looked for, in milliseconds. */
const SHORT = [20];

/** Waits until sound is heard at or after `time`; when that is. */
export async function heardSince(sink: Sink, time: number): Promise<number> {
  await expect.poll(() => sink.soundSince(time), { intervals: SHORT }).not.toBeNull();
  return sink.soundSince(time) ?? Number.POSITIVE_INFINITY;
}

/** Waits until there is sound at this very moment, not a pause between two words. */
export async function sounding(sink: Sink): Promise<void> {
  await expect.poll(() => Date.now() - sink.lastSound(), { intervals: SHORT }).toBeLessThan(60);
}

export interface Press {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** How many milliseconds after the press the page says so to assistive technology. */
  readonly answered: number;
}

/** Presses とめる, and measures in the page how long it takes until the button is 聞く again. */
export function pressStop(page: Page): Promise<Press> {
  return page.evaluate(async () => {
    const find = (name: string) => document.querySelector<HTMLElement>(`button[aria-label="${name}"]`);
    const time = Date.now();
    const begin = performance.now();
    find('とめる')?.click();
    while (find('聞く') === null && performance.now() - begin < 5000) {
      await new Promise((fulfil) => setTimeout(fulfil, 1));
    }
    return { time, answered: performance.now() - begin };
  });
}

/** What was marked from when on. */
export interface Marked {
  readonly time: number;
  /** The sentence's id; `null` where none is marked. */
  readonly sentence: string | null;
  /** The word's text and where it begins in the sentence's text; `null` where only the sentence is marked. */
  readonly word: { readonly text: string; readonly start: number } | null;
}

declare global {
  interface Window {
    testMarks: Marked[];
  }
}

/** Notes at every frame of the page what is marked, until the page is gone. */
export async function watchMarks(page: Page): Promise<() => Promise<readonly Marked[]>> {
  await page.evaluate(() => {
    window.testMarks = [];
    const isReading = (node: Node): boolean => node.parentElement?.closest('rt, rp, .spoken') !== null;
    const wordNow = (): Marked['word'] => {
      const ranges = [...(CSS.highlights.get('spoken-word') ?? [])].filter((one) => one instanceof Range);
      const [first] = ranges;
      const sentence = first?.startContainer.parentElement?.closest('[data-sentence]');
      if (first === undefined || sentence == null) return null;
      let start = first.startOffset;
      const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
      for (
        let node = walker.nextNode();
        node !== null && node !== first.startContainer;
        node = walker.nextNode()
      ) {
        if (!isReading(node)) start += node.nodeValue?.length ?? 0;
      }
      return { text: ranges.map(String).join(''), start };
    };
    const note = (): void => {
      const current = document.querySelector('article [data-sentence][aria-current="true"]');
      const marked = { sentence: current?.getAttribute('data-sentence') ?? null, word: wordNow() };
      const last = window.testMarks.at(-1);
      if (JSON.stringify({ ...last, time: 0 }) !== JSON.stringify({ time: 0, ...marked })) {
        window.testMarks.push({ time: Date.now(), ...marked });
      }
      requestAnimationFrame(note);
    };
    note();
  });
  return () => page.evaluate(() => window.testMarks);
}

/** What was marked at a moment. */
export function markAt(marks: readonly Marked[], time: number): Marked | null {
  return marks.findLast((mark) => mark.time <= time) ?? null;
}

/** Opens a text of the reader's own, in which an empty line parts two sentences. */
export async function openOwn(page: Page, texts: readonly string[]): Promise<void> {
  await open(page, '/open');
  await page.getByRole('textbox', { name: words('open.paste-label'), exact: true }).fill(texts.join('\n\n'));
  await button(page, words('open.read')).click();
  await expect(page).toHaveURL(/\/read\/.+/u, { timeout: 60_000 });
  await expectReady(page);
}

/** Figures for whoever looks at the report. */
export function report(what: string, figure: number): void {
  test.info().annotations.push({ type: what, description: String(Math.round(figure * 10) / 10) });
}
