import type { Clock } from '../../../src/narration/clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on by `milliseconds`, firing what is due in order. */
  advance(milliseconds: number): void;
  /** How many timers are waiting. */
  readonly waiting: number;
}

export function createFakeClock(): FakeClock {
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>();
  let time = 0;
  let last = 0;
  return {
    now: () => time,
    setTimeout: (call, delay) => {
      timers.set(++last, { at: time + Math.max(0, delay), call });
      return last;
    },
    clearTimeout: (handle) => {
      timers.delete(handle as number);
    },
    advance: (milliseconds) => {
      const end = time + milliseconds;
      for (;;) {
        const [due] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (due === undefined) break;
        const [id, timer] = due;
        timers.delete(id);
        time = Math.max(time, timer.at);
        timer.call();
      }
      time = end;
    },
    get waiting() {
      return timers.size;
    },
  };
}
