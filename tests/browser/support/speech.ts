/** A `speechSynthesis` that says nothing: it notes what it is told to say, and goes on when the test tells it to. */
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

export interface SpeechOptions {
  /** The voices that the device lists; one Japanese voice by default. */
  readonly voices?: readonly FakeVoice[];
  /** After how many milliseconds an utterance ends by itself; `null`, the default, when the test says so. */
  readonly endsAfter?: number | null;
}

export interface FakeVoice {
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
}

export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly rate: number;
  /** The event in whose handler `speak` was called, such as `click`; `null` outside of any. */
  readonly within: string | null;
}

export const JAPANESE_VOICE: FakeVoice = { name: 'テスト 日本語', lang: 'ja-JP' };
export const ENGLISH_VOICE: FakeVoice = { name: 'Test English', lang: 'en-US' };

interface SpeechControl {
  readonly said: Said[];
  /** Texts that were asked for while another one was still being said. */
  readonly together: string[];
  /** What is being said now; `null` in silence. */
  current(): string | null;
  end(): boolean;
  boundary(charIndex: number, charLength: number): boolean;
  fail(code: string): boolean;
}

/** How often something quick is looked for, in milliseconds. */
const SHORT = [10, 20, 40];

declare global {
  interface Window {
    testSpeech: SpeechControl;
  }
}

/**
 * Puts the voice into every page that `page` opens from now on, and has it read unless the settings name a narrator. To be
 * called after the settings have been given.
 */
export async function giveSpeech(page: Page, options: SpeechOptions = {}): Promise<Speech> {
  const { voices = [JAPANESE_VOICE], endsAfter = null } = options;
  await page.addInitScript(chooseDeviceVoice);
  await page.addInitScript(installSpeech, { voices, endsAfter });
  return new Speech(page);
}

/** The voice from the test's side. What it has said begins anew with each page that is loaded. */
export class Speech {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Everything that was asked for, without the soundless utterance that unlocks an engine. */
  said(): Promise<readonly Said[]> {
    return this.page.evaluate(() => window.testSpeech.said);
  }

  async texts(): Promise<readonly string[]> {
    return (await this.said()).map(({ text }) => text);
  }

  current(): Promise<string | null> {
    return this.page.evaluate(() => window.testSpeech.current());
  }

  together(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.testSpeech.together);
  }

  /** Ends what is being said; false in silence. */
  end(): Promise<boolean> {
    return this.page.evaluate(() => window.testSpeech.end());
  }

  /** Waits until `count` utterances have been asked for. */
  async hears(count: number): Promise<void> {
    await expect.poll(async () => (await this.said()).length, { intervals: SHORT }).toBe(count);
  }

  /** Waits for the utterance with this number, from 1, and ends it. */
  async finish(count: number): Promise<void> {
    await this.hears(count);
    await expect.poll(() => this.end(), { intervals: SHORT }).toBe(true);
  }

  boundary(charIndex: number, charLength: number): Promise<boolean> {
    return this.page.evaluate(([at, length]) => window.testSpeech.boundary(at, length), [
      charIndex,
      charLength,
    ] as const);
  }

  /** Ends what is being said with an error of the Web Speech API. */
  fail(code: string): Promise<boolean> {
    return this.page.evaluate((error) => window.testSpeech.fail(error), code);
  }
}

function chooseDeviceVoice(): void {
  const key = 'tomoyomi.settings';
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '{"version":1}');
    if (typeof kept !== 'object' || kept === null || 'narrator' in kept) return;
    localStorage.setItem(key, JSON.stringify({ ...kept, narrator: 'device' }));
  } catch {
    // Settings that are damaged on purpose stay so.
  }
}

function installSpeech(options: { voices: readonly FakeVoice[]; endsAfter: number | null }): void {
  class FakeUtterance extends EventTarget {
    lang = '';
    rate = 1;
    pitch = 1;
    volume = 1;
    voice: unknown = null;
    onstart: ((event: unknown) => void) | null = null;
    onend: ((event: unknown) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    onboundary: ((event: unknown) => void) | null = null;
    text: string;
    constructor(text = '') {
      super();
      this.text = text;
    }
  }

  const said: Said[] = [];
  const together: string[] = [];
  const queue: FakeUtterance[] = [];
  let current: FakeUtterance | null = null;
  let started = false;

  const begin = (): void => {
    const utterance = queue.shift() ?? null;
    current = utterance;
    started = false;
    if (utterance === null) return;
    setTimeout(() => {
      if (current !== utterance) return;
      started = true;
      utterance.onstart?.({ type: 'start' });
      const isSilent = utterance.text.trim() === '';
      const after = isSilent ? 0 : options.endsAfter;
      if (after !== null) setTimeout(() => current === utterance && finish(), after);
    }, 0);
  };
  const finish = (): boolean => {
    const utterance = current;
    if (utterance === null || !started) return false;
    current = null;
    begin();
    utterance.onend?.({ type: 'end' });
    return true;
  };

  const voices = options.voices.map((voice, index) => ({
    ...voice,
    voiceURI: `test:${index}`,
    localService: true,
    default: index === 0,
  }));
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak: (utterance: FakeUtterance) => {
      if (utterance.text.trim() !== '') {
        const busy = [current, ...queue].some((other) => other !== null && other.text.trim() !== '');
        if (busy) together.push(utterance.text);
        said.push({
          text: utterance.text,
          lang: utterance.lang,
          rate: utterance.rate,
          within: window.event?.type ?? null,
        });
      }
      queue.push(utterance);
      if (current === null) begin();
    },
    cancel: () => {
      const dropped = [current, ...queue.splice(0)];
      current = null;
      for (const utterance of dropped) {
        // As engines do: late, when the next one may have been asked for already.
        if (utterance !== null) {
          setTimeout(() => utterance.onerror?.({ type: 'error', error: 'interrupted' }), 0);
        }
      }
    },
    pause: () => {},
    resume: () => {},
    paused: false,
  });
  Object.defineProperties(synthesis, {
    speaking: { get: () => current !== null },
    pending: { get: () => queue.length > 0 },
  });

  window.testSpeech = {
    said,
    together,
    current: () => (current !== null && current.text.trim() !== '' ? current.text : null),
    end: finish,
    boundary: (charIndex, charLength) => {
      if (current === null || !started) return false;
      current.onboundary?.({ type: 'boundary', name: 'word', charIndex, charLength });
      return true;
    },
    fail: (error) => {
      const utterance = current;
      if (utterance === null || !started) return false;
      current = null;
      begin();
      utterance.onerror?.({ type: 'error', error });
      return true;
    },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: FakeUtterance, configurable: true });
}
