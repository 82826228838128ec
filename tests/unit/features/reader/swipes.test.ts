// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  createSwipeRecogniser,
  listenForSwipes,
  type Swipe,
} from '../../../../src/features/reader/swipes.ts';

/** `[x, y, ms]`: where a finger is and when, the first when it comes down, the last when it leaves. */
type Path = readonly (readonly [number, number, number])[];

function swipeOf(path: Path, vertical = false, others = false): Swipe | null {
  const recogniser = createSwipeRecogniser(() => ({ vertical, width: 390, height: 844 }));
  const touches = path.map(([x, y, time]) => ({ x, y, time }));
  const [first] = touches;
  const last = touches.at(-1);
  if (first === undefined || last === undefined) return null;
  recogniser.down(first, others);
  for (const touch of touches.slice(1)) recogniser.move(touch);
  return recogniser.up(last);
}

describe('a finger over the text', () => {
  it.each<[string, Path, Swipe | null]>([
    [
      'to the left is on',
      [
        [300, 400, 0],
        [260, 402, 40],
        [200, 405, 120],
      ],
      1,
    ],
    [
      'to the right is back',
      [
        [100, 400, 0],
        [140, 402, 40],
        [200, 405, 120],
      ],
      -1,
    ],
    [
      'down is a scroll',
      [
        [200, 300, 0],
        [202, 360, 40],
        [204, 500, 120],
      ],
      null,
    ],
    [
      'down and then aside is a scroll',
      [
        [200, 300, 0],
        [202, 330, 40],
        [340, 340, 200],
      ],
      null,
    ],
    [
      'aslant is none',
      [
        [300, 300, 0],
        [280, 310, 40],
        [220, 370, 120],
      ],
      null,
    ],
    [
      'only a little way is a press',
      [
        [200, 300, 0],
        [190, 300, 60],
      ],
      null,
    ],
    [
      'slowly is a drag',
      [
        [300, 400, 0],
        [280, 400, 300],
        [200, 400, 900],
      ],
      null,
    ],
    [
      'after a rest selects text',
      [
        [300, 400, 0],
        [280, 400, 500],
        [200, 400, 600],
      ],
      null,
    ],
    [
      "from the window's left edge is the system's",
      [
        [10, 400, 0],
        [60, 400, 40],
        [200, 400, 120],
      ],
      null,
    ],
    [
      "from the window's right edge is the system's",
      [
        [385, 400, 0],
        [300, 400, 40],
        [200, 400, 120],
      ],
      null,
    ],
  ])('%s', (_, path, swipe) => {
    expect(swipeOf(path)).toBe(swipe);
  });

  it.each<[string, Path, Swipe | null]>([
    [
      'up is on',
      [
        [200, 500, 0],
        [202, 460, 40],
        [204, 380, 120],
      ],
      1,
    ],
    [
      'down is back',
      [
        [200, 300, 0],
        [202, 340, 40],
        [204, 420, 120],
      ],
      -1,
    ],
    [
      'to the side is a scroll',
      [
        [300, 400, 0],
        [260, 402, 40],
        [200, 405, 120],
      ],
      null,
    ],
    [
      "from the window's foot is the system's",
      [
        [200, 835, 0],
        [200, 700, 40],
        [200, 600, 120],
      ],
      null,
    ],
  ])('in vertical writing %s', (_, path, swipe) => {
    expect(swipeOf(path, true)).toBe(swipe);
  });

  it('is none while another finger is there', () => {
    expect(
      swipeOf(
        [
          [300, 400, 0],
          [260, 400, 40],
          [200, 400, 120],
        ],
        false,
        true,
      ),
    ).toBeNull();
  });

  it('is none once it was cancelled', () => {
    const recogniser = createSwipeRecogniser(() => ({ vertical: false, width: 390, height: 844 }));
    recogniser.down({ x: 300, y: 400, time: 0 }, false);
    recogniser.cancel();
    expect(recogniser.up({ x: 200, y: 400, time: 100 })).toBeNull();
  });
});

describe('watching the text', () => {
  const touch = (type: string, fingers: readonly (readonly [number, number])[]): Event => {
    const points = fingers.map(([clientX, clientY]) => ({ clientX, clientY }));
    const event = new Event(type, { bubbles: true, cancelable: true });
    return Object.assign(event, { touches: type === 'touchend' ? [] : points, changedTouches: points });
  };
  const swiped: Swipe[] = [];
  const swipe = (text: Element, second: readonly (readonly [number, number])[] = []): void => {
    for (const event of [
      touch('touchstart', [[300, 300]]),
      touch('touchmove', [[260, 300], ...second]),
      touch('touchmove', [[200, 300]]),
      touch('touchend', [[200, 300]]),
    ])
      text.dispatchEvent(event);
  };
  const watch = (): { readonly text: HTMLElement; readonly end: () => void } => {
    swiped.length = 0;
    const text = document.body.appendChild(document.createElement('article'));
    const end = listenForSwipes(text, (one) => swiped.push(one));
    return { text, end };
  };

  it('tells a swipe, and prevents nothing', () => {
    const { text } = watch();
    swipe(text);
    expect(swiped).toEqual([1]);
    const start = touch('touchstart', [[300, 300]]);
    text.dispatchEvent(start);
    expect(start.defaultPrevented).toBe(false);
  });

  it('leaves two fingers to the browser', () => {
    const { text } = watch();
    swipe(text, [[100, 500]]);
    expect(swiped).toEqual([]);
  });

  it('tells nothing after its end, and gives back the browser its own swipes', () => {
    const { text, end } = watch();
    expect(document.documentElement.style.overscrollBehavior).toBe('none auto');
    end();
    swipe(text);
    expect(swiped).toEqual([]);
    expect(document.documentElement.style.overscrollBehavior).toBe('');
  });
});
