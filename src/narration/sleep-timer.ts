/**
 * The sleep timer: the book reads on for so many minutes, or to the end of a chapter or a sentence, and then stops.
 *
 * Minutes count only while the book is read: they are minutes of listening. Who stops to answer the door loses nothing of
 * them, a book that is silent needs nobody to stop it, and no timer wakes a device that sleeps.
 *
 * The last {@link FADE} seconds of the minutes grow softer, so that no sudden silence wakes the sleeper. What ends by
 * itself, a chapter or a sentence, ends without: nothing is cut off there, and nobody knows how long it still takes.
 */
import { createStore, type Store } from '../book/store.ts';
import type { Clock, TimerHandle } from './clock.ts';
import { isPlaying, type Player, type PlayerSnapshot } from './player.ts';

/** The minutes that there are to choose from. */
export const SLEEP_MINUTES = [10, 15, 30, 45, 60, 90] as const;

/** How many minutes one press adds. */
export const SLEEP_EXTENSION = 10;

export type SleepChoice = 'off' | 'sentence' | 'chapter' | (typeof SLEEP_MINUTES)[number];

export interface SleepState {
  /** `off` again as soon as the timer has ended. */
  readonly choice: SleepChoice;
  /** The minutes of listening that are left, rounded up; `null` where none are counted. */
  readonly minutesLeft: number | null;
  /** True while the voice grows softer. */
  readonly fading: boolean;
}

export interface SleepTimer extends Store<SleepState> {
  /** Begins anew with `choice`, whatever was chosen before. */
  choose(choice: SleepChoice): void;
  /** {@link SLEEP_EXTENSION} minutes more, also in the middle of the fade; that many from now where none were counted. */
  extend(): void;
  /** Ends the timer without stopping the book; the volume is given back at once, so call it when the player has stopped. */
  dispose(): void;
}

export interface SleepTimerOptions {
  readonly clock: Clock;
  /** The timer lives as long as this player. */
  readonly player: Pick<Player, 'getSnapshot' | 'subscribe' | 'stop'>;
  /**
   * Takes 0 to 1, where 1 is the reader's own volume. Called in the middle of a sentence only while {@link fadesSmoothly};
   * else only between two sentences and in silence, so that it may say the sentence anew for it and nobody ever hears that.
   */
  readonly setVolume: (volume: number) => void;
  /**
   * Whether a change of volume is heard at once: a recording's is. A device's voice takes it over with its next sentence;
   * with one, the fade goes in steps from sentence to sentence, and the sentence at the end is said to its end.
   */
  readonly fadesSmoothly: () => boolean;
  /** See `chapterIndexes`. */
  readonly chapterOf: (sectionIndex: number | undefined) => number | null;
  /** Called once after the timer has stopped the book, to say so. */
  readonly onEnd?: () => void;
}

/** How long the fade takes, in milliseconds of the reader's time. */
export const FADE = 15_000;

/** Time between two steps of a smooth fade, in milliseconds. */
const STEP = 250;

/** How long a device's voice may take to say its last sentence to its end, in milliseconds. */
const GRACE = 20_000;

const MINUTE = 60_000;
const OFF: SleepState = { choice: 'off', minutesLeft: null, fading: false };

export function createSleepTimer(options: SleepTimerOptions): SleepTimer {
  const { clock, player, setVolume, fadesSmoothly, chapterOf, onEnd } = options;
  const store = createStore<SleepState>(OFF);
  /** Milliseconds of listening that are left when `countedAt` is reached; below 0 while a last sentence is waited for. */
  let left = 0;
  /** Since when they count; `null` while the book is silent. */
  let countedAt: number | null = null;
  let timer: TimerHandle | null = null;
  /** Every look and every end takes a new number, so that one overtaken by a press ends there. */
  let looks = 0;
  /** What was last asked for. */
  let volume = 1;
  let before: PlayerSnapshot = player.getSnapshot();

  const choice = (): SleepChoice => store.getSnapshot().choice;
  const playing = (): boolean => isPlaying(player.getSnapshot());
  const turnTo = (wanted: number): void => {
    const { status } = player.getSnapshot();
    // A device's voice in the middle of a sentence is left alone; it is asked again when the sentence has ended.
    const mayChange = fadesSmoothly() || status === 'pausing-between' || !playing();
    if (wanted === volume || !mayChange) return;
    volume = wanted;
    setVolume(wanted);
  };
  const count = (): void => {
    const now = clock.now();
    if (countedAt !== null) left -= now - countedAt;
    countedAt = typeof choice() === 'number' && playing() ? now : null;
  };
  const rest = (): void => {
    if (timer !== null) clock.clearTimeout(timer);
    timer = null;
  };
  /** The store says so before anybody is called, so that a press in between finds it so. */
  const end = (): void => {
    rest();
    looks += 1;
    countedAt = null;
    store.set(OFF);
    turnTo(1);
  };
  const stopBook = (): void => {
    rest();
    looks += 1;
    countedAt = null;
    store.set(OFF);
    player.stop();
    turnTo(1);
    onEnd?.();
  };

  /** What is due now, and when to look again. Also called by the player's own events, as browsers slow timers down. */
  const look = (): void => {
    rest();
    count();
    const token = ++looks;
    if (typeof choice() !== 'number') {
      turnTo(1);
      return;
    }
    const smooth = fadesSmoothly();
    if (left <= 0 && (smooth || left <= -GRACE)) {
      stopBook();
      return;
    }
    const fading = countedAt !== null && left < FADE;
    const shown = { choice: choice(), minutesLeft: Math.max(1, Math.ceil(left / MINUTE)), fading };
    const { minutesLeft, fading: wasFading } = store.getSnapshot();
    if (minutesLeft !== shown.minutesLeft || wasFading !== fading) store.set(shown);
    // Whoever heard of that may have chosen otherwise.
    if (token !== looks) return;
    if (countedAt !== null) {
      const next = fading
        ? smooth
          ? Math.min(STEP, left)
          : left + GRACE
        : Math.min(left - FADE, left % MINUTE || MINUTE);
      timer = clock.setTimeout(look, Math.max(1, next));
    }
    // The ear hears steps of loudness, not of volume: squared, the steps sound alike.
    turnTo(fading ? (Math.max(0, left) / FADE) ** 2 : 1);
  };

  const onPlayer = (): void => {
    const now = player.getSnapshot();
    const was = before;
    before = now;
    // Read on by itself: whoever jumps to another chapter means that one's end. One sentence ahead counts as read on.
    const readOn = isPlaying(was) && isPlaying(now) && now.index === was.index + 1;
    const chosen = choice();
    if (now.status === 'finished') {
      end();
    } else if (typeof chosen === 'number') {
      count();
      // Who stops the book in the fade has done what the timer was about to do.
      if (!isPlaying(now) && left < FADE) end();
      else if (left <= 0 && (readOn || now.status === 'pausing-between')) stopBook();
      else look();
    } else if (readOn && isOver(chosen, was, now)) {
      stopBook();
    } else {
      turnTo(1);
    }
  };
  const isOver = (chosen: SleepChoice, was: PlayerSnapshot, now: PlayerSnapshot): boolean => {
    if (chosen === 'sentence') return now.sentence !== was.sentence;
    const chapter = chapterOf(was.sectionIndex);
    // From the book's title into its first chapter is no end of a chapter.
    return chosen === 'chapter' && chapter !== null && chapterOf(now.sectionIndex) !== chapter;
  };
  const unsubscribe = player.subscribe(onPlayer);

  const begin = (next: SleepChoice, milliseconds: number): void => {
    countedAt = null;
    left = milliseconds;
    const counted = typeof next === 'number';
    store.set({
      choice: next,
      minutesLeft: counted ? Math.ceil(milliseconds / MINUTE) : null,
      fading: false,
    });
    look();
  };

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    choose: (next) => begin(next, typeof next === 'number' ? next * MINUTE : 0),
    extend: () => {
      const chosen = choice();
      count();
      if (typeof chosen === 'number') begin(chosen, Math.max(0, left) + SLEEP_EXTENSION * MINUTE);
      else begin(SLEEP_EXTENSION, SLEEP_EXTENSION * MINUTE);
    },
    dispose: () => {
      unsubscribe();
      end();
      // Nobody is left to give it back after the sentence.
      if (volume !== 1) setVolume(1);
      volume = 1;
    },
  };
}
