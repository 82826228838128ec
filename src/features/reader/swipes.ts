/**
 * Swipes over the text that move the voice: across the direction in which one scrolls. They are only watched, never taken
 * from the browser, so scrolling, zooming, selecting text and the system's own swipes from the edges stay as they are.
 */

/** A finger on the screen, in CSS pixels of the window and in milliseconds. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

export interface SwipeArea {
  /** Lines from top to bottom: then one scrolls sideways, and swipes up or down. */
  readonly vertical: boolean;
  readonly width: number;
  readonly height: number;
}

/** 1 is on: to the left, or up in vertical writing, as one turns what comes next into view. */
export type Swipe = 1 | -1;

export interface SwipeRecogniser {
  /** A finger has come down; `others` says that another was there already. */
  down(touch: Touch, others: boolean): void;
  move(touch: Touch): void;
  /** The finger has left; the swipe, or `null` where it was none. */
  up(touch: Touch): Swipe | null;
  /** Something else has begun: a second finger, a scroll of the browser's own, a selection. */
  cancel(): void;
}

/** CSS pixels: shorter ones are slips of the finger. */
const SHORTEST = 56;
/** How much further along than across. */
const STRAIGHT = 2;
/** CSS pixels at the window's sides that belong to the system. */
const EDGE = 32;
/** Milliseconds: longer ones are drags. */
const LONGEST = 800;
/** A finger that rests so long, in milliseconds, begins to select text. */
const REST = 350;
/** CSS pixels within which a finger rests. */
const STILL = 10;

/** Knows one swipe at a time; `area` is asked for when a finger comes down. */
export function createSwipeRecogniser(area: () => SwipeArea): SwipeRecogniser {
  let from: Touch | null = null;
  let vertical = false;
  let moved = false;

  const along = (to: Touch, start: Touch): number => (vertical ? to.y - start.y : to.x - start.x);
  const across = (to: Touch, start: Touch): number => Math.abs(vertical ? to.x - start.x : to.y - start.y);

  return {
    down(touch, others) {
      const now = area();
      vertical = now.vertical;
      const at = vertical ? touch.y : touch.x;
      const end = vertical ? now.height : now.width;
      from = others || at < EDGE || at > end - EDGE ? null : touch;
      moved = false;
    },
    move(touch) {
      if (from === null || moved) return;
      if (Math.hypot(touch.x - from.x, touch.y - from.y) < STILL) return;
      moved = true;
      const isLate = touch.time - from.time > REST;
      if (isLate || Math.abs(along(touch, from)) < across(touch, from)) from = null;
    },
    up(touch) {
      const start = from;
      from = null;
      if (start === null || touch.time - start.time > LONGEST) return null;
      const way = along(touch, start);
      if (Math.abs(way) < SHORTEST || Math.abs(way) < STRAIGHT * across(touch, start)) return null;
      return way < 0 ? 1 : -1;
    },
    cancel() {
      from = null;
    },
  };
}

/** Watches fingers on the text until the returned function is called. */
export function listenForSwipes(text: HTMLElement, onSwipe: (swipe: Swipe) => void): () => void {
  const ends = new AbortController();
  const root = document.documentElement.style;
  const isVertical = (): boolean => getComputedStyle(text).writingMode.startsWith('vertical');
  // A browser that leaves the page, or loads it anew, by a swipe from anywhere would do both at once.
  const keepPage = (): void => {
    root.overscrollBehavior = isVertical() ? 'auto none' : 'none auto';
  };
  keepPage();
  const recogniser = createSwipeRecogniser(() => ({
    vertical: isVertical(),
    width: innerWidth,
    height: innerHeight,
  }));
  const touchOf = (event: TouchEvent, touches: TouchList): Touch | null => {
    const finger = touches[0];
    return finger === undefined ? null : { x: finger.clientX, y: finger.clientY, time: event.timeStamp };
  };
  const options = { signal: ends.signal, passive: true } as const;

  text.addEventListener(
    'touchstart',
    (event) => {
      keepPage();
      const touch = touchOf(event, event.touches);
      if (touch === null || isBusy(event.target, text)) recogniser.cancel();
      else recogniser.down(touch, event.touches.length > 1);
    },
    options,
  );
  text.addEventListener(
    'touchmove',
    (event) => {
      const touch = touchOf(event, event.touches);
      if (touch === null || event.touches.length > 1) recogniser.cancel();
      else recogniser.move(touch);
    },
    options,
  );
  text.addEventListener(
    'touchend',
    (event) => {
      const touch = touchOf(event, event.changedTouches);
      const swipe = touch === null ? null : recogniser.up(touch);
      if (swipe !== null && isNothingSelected()) onSwipe(swipe);
    },
    options,
  );
  text.addEventListener('touchcancel', () => recogniser.cancel(), options);
  return () => {
    ends.abort();
    root.overscrollBehavior = '';
  };
}

/** True where a finger has something else to do: the page is zoomed, text is selected, a wide table scrolls by itself. */
function isBusy(target: EventTarget | null, text: HTMLElement): boolean {
  if ((globalThis.visualViewport?.scale ?? 1) > 1.01 || !isNothingSelected()) return true;
  let element = target instanceof Element ? target : null;
  if (element?.closest('input, select, textarea, summary')) return true;
  for (; element !== null && element !== text; element = element.parentElement) {
    const isWider =
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (isWider && /auto|scroll/u.test(getComputedStyle(element).overflow)) return true;
  }
  return false;
}

function isNothingSelected(): boolean {
  return getSelection()?.isCollapsed !== false;
}
