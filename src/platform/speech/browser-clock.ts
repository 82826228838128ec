import type { Clock } from '../../narration/clock.ts';

/** The browser's own time: `performance.now`, which no change of the wall clock moves. */
export function createBrowserClock(): Clock {
  return {
    now: () => performance.now(),
    setTimeout: (callback, delay) => window.setTimeout(callback, delay),
    clearTimeout: (handle) => {
      if (typeof handle === 'number') window.clearTimeout(handle);
    },
  };
}
