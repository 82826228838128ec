// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type HandScrolling, watchHandScrolling } from '../../../../src/features/reader/hand-scrolling.ts';

const onRest = vi.fn();
let frame: HTMLElement;
let hand: HandScrolling;

const scroll = (target: EventTarget = document): boolean => target.dispatchEvent(new Event('scroll'));
const key = (name: string, target: EventTarget = document.body): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
/** Turns the wheel, and lets some milliseconds go by. */
const wheel = (later = 0): boolean => {
  dispatchEvent(new Event('wheel'));
  vi.advanceTimersByTime(later);
  return true;
};
const rest = (): void => {
  vi.advanceTimersByTime(1000);
};

beforeEach(() => {
  vi.useFakeTimers();
  onRest.mockClear();
  document.body.innerHTML =
    '<main></main><button>x</button><input type="range"><dialog open><p>x</p></dialog>';
  frame = document.body.firstElementChild as HTMLElement;
  hand = watchHandScrolling(frame, onRest);
});
afterEach(() => {
  hand.dispose();
  vi.useRealTimers();
});

it.each([
  ['the wheel', () => dispatchEvent(new Event('wheel'))],
  ['a finger', () => dispatchEvent(new Event('touchmove'))],
  ['a key', () => key('PageDown')],
])('A movement after %s is by hand until it rests', (_, take) => {
  take();
  expect(hand.isMoving()).toBe(false);
  scroll();
  expect(hand.isMoving()).toBe(true);
  scroll(frame);
  rest();
  expect(hand.isMoving()).toBe(false);
  expect(onRest.mock.calls).toEqual([[true]]);
});

it.each([
  ['that nobody touched', () => {}],
  ['long after the hand', () => wheel(2000)],
  ['after a key within a dialog', () => key('PageDown', document.querySelector('dialog p') ?? document)],
  ['after a key on a slider', () => key('ArrowUp', document.querySelector('input') ?? document)],
  ['after the space key on a button', () => key(' ', document.querySelector('button') ?? document)],
  ['after a key that moves nothing', () => key('a')],
  ['that the page asked for', () => wheel() && hand.expectScroll()],
])('A movement %s is not by hand', (_, before) => {
  before();
  scroll();
  expect(hand.isMoving()).toBe(false);
  rest();
  expect(onRest.mock.calls).toEqual([[false]]);
});

it('A key that was taken for something else is no hand', () => {
  frame.addEventListener('keydown', (event) => event.preventDefault());
  key('ArrowDown', frame);
  scroll();
  expect(hand.isMoving()).toBe(false);
});

it('The hand takes over while the page moves the text, and gives it back when it is asked to', () => {
  hand.expectScroll();
  scroll();
  expect(hand.isCarried()).toBe(true);
  dispatchEvent(new Event('wheel'));
  scroll();
  expect(hand.isMoving()).toBe(true);
  expect(hand.isCarried()).toBe(false);
  hand.letGo();
  expect(hand.isMoving()).toBe(false);
  scroll();
  expect(hand.isMoving()).toBe(false);
});

it('Scrolling of a sheet is none of the text', () => {
  dispatchEvent(new Event('wheel'));
  scroll(document.querySelector('dialog') ?? document);
  expect(hand.isMoving()).toBe(false);
});

it('After its end nothing is heard', () => {
  hand.dispose();
  dispatchEvent(new Event('wheel'));
  scroll();
  rest();
  expect(onRest).not.toHaveBeenCalled();
});
