/** What a page's audio elements do, seen from outside of the app. */
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

export interface SoundNow {
  /** The path of the file. */
  readonly file: string;
  /** Seconds from the file's begin. */
  readonly time: number;
  /** The sentence that is marked at that time. */
  readonly marked: string | null;
}

interface SoundControl {
  /** Every element that was ever asked to play. */
  readonly elements: Set<HTMLMediaElement>;
  /** Where the first sound of the page began; `null` before. */
  first: SoundNow | null;
  /** The sentence that is marked now. */
  marked(): string | null;
}

declare global {
  interface Window {
    testSound: SoundControl;
  }
}

/** Looks on in every page that `page` opens from now on; what sounds is real. */
export async function watchSound(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const control: SoundControl = {
      elements: new Set(),
      first: null,
      marked: () =>
        document.querySelector('article [aria-current="true"]')?.getAttribute('data-sentence') ?? null,
    };
    window.testSound = control;
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      if (!control.elements.has(this)) {
        control.elements.add(this);
        this.addEventListener('playing', () => {
          control.first ??= {
            file: new URL(this.currentSrc).pathname,
            time: this.currentTime,
            marked: control.marked(),
          };
        });
      }
      return play.call(this);
    };
  });
}

/** What sounds now; `null` in silence. */
export const soundNow = (page: Page): Promise<SoundNow | null> =>
  page.evaluate(() => {
    const sounding = [...window.testSound.elements].find((element) => !element.paused && !element.ended);
    if (sounding === undefined) return null;
    const { currentSrc, currentTime } = sounding;
    return { file: new URL(currentSrc).pathname, time: currentTime, marked: window.testSound.marked() };
  });

/** Waits for the page's first sound, and says where it began. */
export async function firstSound(page: Page): Promise<SoundNow> {
  const first = () => page.evaluate(() => window.testSound.first);
  await expect.poll(first, { timeout: 30_000 }).not.toBeNull();
  const sound = await first();
  if (sound === null) throw new Error('the sound has gone');
  return sound;
}
