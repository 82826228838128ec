import { describe, expect, test } from 'vitest';
import { stopOnPageHide } from '../../../../src/platform/speech/lifecycle.ts';
import { createWakeLock } from '../../../../src/platform/speech/wake-lock.ts';

function setUp({ refused = false } = {}) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const log: string[] = [];
  const wakeLock = {
    request: async () => {
      if (refused) throw new Error('NotAllowedError');
      log.push('take');
      return {
        release: async () => {
          log.push('release');
        },
      };
    },
  };
  const lock = createWakeLock({ wakeLock, document: page as unknown as Document });
  const show = (state: DocumentVisibilityState): void => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { lock, log, show };
}

/** Lets what was promised come about. */
const settle = (): Promise<void> =>
  Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => {});

describe('the wake lock', () => {
  test('is held while wanted, once', async () => {
    const { lock, log } = setUp();
    lock.hold(true);
    lock.hold(true);
    await settle();
    lock.hold(true);
    lock.hold(false);
    lock.hold(false);
    expect(log).toEqual(['take', 'release']);
  });

  test('is taken again when the page comes back into view', async () => {
    const { lock, log, show } = setUp();
    lock.hold(true);
    await settle();
    show('hidden');
    show('visible');
    await settle();
    expect(log).toEqual(['take', 'release', 'take']);
  });

  test('is not taken in a page out of view, but when it comes into view', async () => {
    const { lock, log, show } = setUp();
    show('hidden');
    lock.hold(true);
    await settle();
    expect(log).toEqual([]);
    show('visible');
    await settle();
    expect(log).toEqual(['take']);
  });

  test('is let go where it came after nobody wanted it any more', async () => {
    const { lock, log } = setUp();
    lock.hold(true);
    lock.hold(false);
    await settle();
    expect(log).toEqual(['take', 'release']);
  });

  test('refused or missing does no harm', async () => {
    const { lock, log } = setUp({ refused: true });
    lock.hold(true);
    await settle();
    lock.hold(false);
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
    const missing = createWakeLock({ wakeLock: undefined, document: page as unknown as Document });
    missing.hold(true);
    missing.dispose();
    await settle();
    expect(log).toEqual([]);
  });

  test('is let go by dispose, for good', async () => {
    const { lock, log, show } = setUp();
    lock.hold(true);
    await settle();
    lock.dispose();
    show('hidden');
    show('visible');
    await settle();
    expect(log).toEqual(['take', 'release']);
  });
});

test('speech is ended when the page goes away', () => {
  const page = new EventTarget();
  let stops = 0;
  const leave = stopOnPageHide(page as unknown as Window, () => {
    stops++;
  });
  page.dispatchEvent(new Event('pagehide'));
  expect(stops).toBe(1);
  leave();
  page.dispatchEvent(new Event('pagehide'));
  expect(stops).toBe(1);
});
