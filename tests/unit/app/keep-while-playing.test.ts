import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HidingPage, KEEP_EVERY, keepWhilePlaying } from '../../../src/app/keep-while-playing.ts';
import { createStore } from '../../../src/book/store.ts';
import type { PlayerSnapshot, PlayerStatus } from '../../../src/narration/player.ts';

const snapshot = (status: PlayerStatus): PlayerSnapshot => ({
  status,
  sentence: 's1',
  index: 0,
  count: 1,
  error: null,
  rate: 1,
});

function setUp(first: PlayerStatus) {
  const player = createStore(snapshot(first));
  const window = new EventTarget();
  const document = new EventTarget();
  const page: HidingPage = Object.assign(window, { document });
  const keep = vi.fn();
  const end = keepWhilePlaying(player, page, keep);
  return { keep, end, window, document, be: (status: PlayerStatus) => player.set(snapshot(status)) };
}

describe('keepWhilePlaying', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps the place each second while there is sound', () => {
    const { keep, be } = setUp('idle');
    vi.advanceTimersByTime(5 * KEEP_EVERY);
    expect(keep).toHaveBeenCalledTimes(0);
    be('starting');
    vi.advanceTimersByTime(KEEP_EVERY);
    expect(keep).toHaveBeenCalledTimes(0);
    be('speaking');
    vi.advanceTimersByTime(3 * KEEP_EVERY);
    expect(keep).toHaveBeenCalledTimes(3);
    be('pausing-between');
    vi.advanceTimersByTime(2 * KEEP_EVERY);
    expect(keep).toHaveBeenCalledTimes(3);
  });

  it.each(['stopped', 'finished', 'failed'] as const)('keeps it once more when it is %s', (status) => {
    const { keep, be } = setUp('speaking');
    be(status);
    expect(keep).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(5 * KEEP_EVERY);
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it('keeps it when the page is hidden or goes, but not in silence', () => {
    const { keep, be, window, document } = setUp('speaking');
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pagehide'));
    expect(keep).toHaveBeenCalledTimes(2);
    be('stopped');
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('pagehide'));
    expect(keep).toHaveBeenCalledTimes(3);
  });

  it('keeps it a last time when it ends while there is sound, and then nothing more', () => {
    const { keep, be, end, window } = setUp('speaking');
    end();
    expect(keep).toHaveBeenCalledTimes(1);
    be('stopped');
    be('speaking');
    window.dispatchEvent(new Event('pagehide'));
    vi.advanceTimersByTime(5 * KEEP_EVERY);
    expect(keep).toHaveBeenCalledTimes(1);
  });
});
