/** Tells the reader's own scrolling (wheel, finger, keys, scrollbar) from the page's. */

export interface HandScrolling {
  /** True from the first movement by hand until the text has come to rest. */
  isMoving(): boolean;
  /** True while the text moves because the page asked for it. */
  isCarried(): boolean;
  /** The page is about to move the text itself. */
  expectScroll(): void;
  /** What moves from now on is not by hand, until the reader takes hold again. */
  letGo(): void;
  dispose(): void;
}

/** Milliseconds within which a movement follows from what the hand did. */
const REACTION = 500;

/** Milliseconds without a movement after which the text is at rest. Safari knows no `scrollend` yet. */
const REST = 160;

const SCROLL_KEYS = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
]);

/** `frame` is what scrolls in vertical writing; the page scrolls else. `onRest` is told whether it was by hand. */
export function watchHandScrolling(frame: HTMLElement, onRest: (byHand: boolean) => void): HandScrolling {
  const ends = new AbortController();
  let touched = Number.NEGATIVE_INFINITY;
  let moving = false;
  let carried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    const byHand = moving;
    moving = false;
    carried = false;
    onRest(byHand);
  };
  const awaitRest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(rest, REST);
  };
  const take = (): void => {
    touched = performance.now();
    carried = false;
  };

  const options = { signal: ends.signal, passive: true };
  addEventListener('wheel', take, options);
  addEventListener('touchmove', take, options);
  addEventListener(
    'pointermove',
    (event) => {
      // A scrollbar belongs to what it scrolls; a press on anything else doesn't scroll.
      const onBar = event.target === document.documentElement || event.target === frame;
      if (onBar && event.buttons === 1) take();
    },
    options,
  );
  addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || !SCROLL_KEYS.has(event.key) || usesKeys(event.target, event.key)) return;
      take();
    },
    options,
  );
  document.addEventListener(
    'scroll',
    (event) => {
      if (event.target !== document && event.target !== frame) return;
      if (!carried && performance.now() - touched < REACTION) moving = true;
      awaitRest();
    },
    { ...options, capture: true },
  );

  return {
    isMoving: () => moving,
    isCarried: () => carried,
    expectScroll() {
      carried = true;
      awaitRest();
    },
    letGo() {
      moving = false;
      touched = Number.NEGATIVE_INFINITY;
    },
    dispose() {
      clearTimeout(timer);
      ends.abort();
    },
  };
}

/** True where a key means something to what has the focus, so that nothing scrolls. */
function usesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, input, select, textarea') !== null) return true;
  return key === ' ' && target.closest('button, summary') !== null;
}
