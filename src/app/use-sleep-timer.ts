/** The sleep timer of the book that is open, as long as its player is there. */
import { useEffect, useRef } from 'react';
import type { Book } from '../book/book.ts';
import { chapterIndexes } from '../narration/chapters.ts';
import type { Narrator } from '../narration/narrator.ts';
import type { Player } from '../narration/player.ts';
import { createSleepTimer, type SleepTimer } from '../narration/sleep-timer.ts';
import type { Services } from './services.ts';

interface SleepHost {
  readonly services: Pick<Services, 'clock' | 'notices'>;
  readonly book: Book | null;
  readonly player: Player | null;
  readonly narrator: Narrator | null;
  /** Given the timer, and `null` when it has gone. */
  readonly onTimer: (timer: SleepTimer | null) => void;
}

export function useSleepTimer({ services, book, player, narrator, onTimer }: SleepHost): void {
  const { clock, notices } = services;
  // Other readings of the same book are no reason to lose the timer.
  const latest = useRef(book);
  latest.current = book;
  const id = book?.id ?? null;
  useEffect(() => {
    const { current: book } = latest;
    if (id === null || book === null || player === null || narrator === null) return;
    const timer = createSleepTimer({
      clock,
      player,
      setVolume: (volume) => player.setSettings({ volume }),
      fadesSmoothly: () => narrator.state.getSnapshot().speaking === 'recorded',
      chapterOf: chapterIndexes(book),
      onEnd: () => notices.set({ key: 'listening.sleep.ended' }),
    });
    onTimer(timer);
    return () => {
      timer.dispose();
      onTimer(null);
    };
  }, [id, player, narrator, clock, notices, onTimer]);
}
