/** Time as the narrator knows it; injected, so that tests move it by hand. */

/** What `setTimeout` gave back; only of use to the same clock's `clearTimeout`. */
export type TimerHandle = unknown;

/** All times are in milliseconds. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Calls `callback` once, not before `delay` milliseconds have gone by. */
  setTimeout(callback: () => void, delay: number): TimerHandle;
  /** Forgets a timer; one that has fired or is unknown is ignored. */
  clearTimeout(handle: TimerHandle): void;
}
