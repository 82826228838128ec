/** A player that is moved by hand, with a sleep timer on it, and a record of what the timer did. */
import { createStore } from '../../../src/book/store.ts';
import { isPlaying, type PlayerSnapshot } from '../../../src/narration/player.ts';
import { createSleepTimer } from '../../../src/narration/sleep-timer.ts';
import { createFakeClock } from './fake-clock.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;

/** Sentence n of ten is in section n / 2, rounded down; the first is the title. Each two sections are a chapter. */
export function createSleeper({ smooth = true } = {}) {
  const clock = createFakeClock();
  const at = (status: PlayerSnapshot['status'], index: number): PlayerSnapshot => ({
    status,
    sentence: `s${index}`,
    index,
    count: 10,
    ...(index > 0 && { sectionIndex: Math.floor(index / 2) }),
    error: null,
    rate: 1,
  });
  const store = createStore(at('idle', 1));
  const log: string[] = [];
  const volumes: number[] = [];
  const sleeper = {
    clock,
    log,
    volumes,
    smooth,
    /** Called with each volume, before it is noted. */
    onVolume: (_: number): void => {},
    snapshot: store.getSnapshot,
    is: (status: PlayerSnapshot['status'], index = store.getSnapshot().index) => store.set(at(status, index)),
    /** The sentence begins, and is said. */
    say: (index: number) => {
      store.set(at('starting', index));
      if (isPlaying(store.getSnapshot())) store.set(at('speaking', index));
    },
    volume: () => volumes.at(-1) ?? 1,
  };
  const timer = createSleepTimer({
    clock,
    player: {
      getSnapshot: store.getSnapshot,
      subscribe: store.subscribe,
      stop: () => {
        log.push(`stop ${store.getSnapshot().index}`);
        store.set(at('stopped', store.getSnapshot().index));
      },
    },
    setVolume: (volume) => {
      sleeper.onVolume(volume);
      volumes.push(volume);
    },
    fadesSmoothly: () => sleeper.smooth,
    chapterOf: (section) => (section === undefined ? null : Math.floor(section / 2)),
    onEnd: () => log.push('end'),
  });
  return { ...sleeper, sleeper, timer };
}
