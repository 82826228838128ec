// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { keepEarlyKeys, obeyEarlyKeys } from '../../../src/app/early-keys.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  document.body.replaceChildren();
});

function press(key: string, more: KeyboardEventInit = {}, on: EventTarget = document.body): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

test('a key that comes too early is pressed again where it was pressed, once', () => {
  const onFirst = vi.fn();
  ends.push(keepEarlyKeys(onFirst));
  press('k');
  press('?');
  expect(onFirst).toHaveBeenCalled();
  const heard: string[] = [];
  document.body.addEventListener('keydown', ({ key }) => heard.push(key));
  obeyEarlyKeys();
  obeyEarlyKeys();
  expect(heard).toEqual(['k', '?']);
});

test.each([
  ['a key with Control', 'k', { ctrlKey: true }],
  ['a key with Alt', 'k', { altKey: true }],
  ['the space key, which the page obeys', ' ', {}],
  ['a key that is no character', 'Tab', {}],
])('%s is left alone', (_name, key, more) => {
  const onFirst = vi.fn();
  ends.push(keepEarlyKeys(onFirst));
  press(key, more);
  expect(onFirst).not.toHaveBeenCalled();
});

test('once they are obeyed as they come, none is kept; a new page keeps them again', () => {
  const onFirst = vi.fn();
  ends.push(keepEarlyKeys(onFirst));
  obeyEarlyKeys();
  press('k');
  expect(onFirst).not.toHaveBeenCalled();
  ends.push(keepEarlyKeys(onFirst));
  press('k');
  expect(onFirst).toHaveBeenCalled();
});
