// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { commandOfPress, type KeyPress, listenForKeys } from '../../../../src/features/keys/key-commands.ts';
import { DEFAULT_KEYS, type PlayerCommand } from '../../../../src/library/player-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

describe('a press', () => {
  it.each<[string, KeyPress, PlayerCommand | null]>([
    ['a letter', press('k'), 'play'],
    ['a letter while capitals are locked', press('K'), 'play'],
    ['a letter with Shift', press('K', { shiftKey: true }), null],
    ['a mark that needs Shift', press('?', { shiftKey: true }), 'help'],
    ['with Control', press('k', { ctrlKey: true }), null],
    ['with Alt', press('k', { altKey: true }), null],
    ['with Command', press('k', { metaKey: true }), null],
    ['while a word is being composed', press('k', { isComposing: true }), null],
    ['that somebody has obeyed', press('k', { defaultPrevented: true }), null],
    ['held: a move goes on', press('.', { repeat: true }), 'sentence-on'],
    ['held: play does not', press('k', { repeat: true }), null],
    ['held: the bookmark does not', press('s', { repeat: true }), null],
    ['a key without a command', press('x'), null],
    ['Space', press(' '), null],
    ['Enter', press('Enter'), null],
    ['an arrow', press('ArrowRight'), null],
  ])('%s', (_, pressed, command) => {
    expect(commandOfPress(pressed, 'page', DEFAULT_KEYS)).toBe(command);
  });

  it.each([
    ['field', null],
    ['dialog', null],
    ['keys', 'play'],
    ['page', 'play'],
  ] as const)('in the place %s does %s', (place, command) => {
    expect(commandOfPress(press('k'), place, DEFAULT_KEYS)).toBe(command);
  });
});

describe('listening on the page', () => {
  const ran: PlayerCommand[] = [];
  let enabled = true;
  const stop = (): void => ends?.();
  let ends: (() => void) | null = null;
  const listen = (html: string): void => {
    ran.length = 0;
    enabled = true;
    document.body.innerHTML = html;
    ends = listenForKeys(document, {
      keys: () => DEFAULT_KEYS,
      enabled: () => enabled,
      run: (command) => ran.push(command),
    });
  };
  const type = (selector: string, key = 'k'): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    document.querySelector(selector)?.dispatchEvent(event);
    return event;
  };
  afterEach(stop);

  it.each([
    ['<p id="x">', true],
    ['<button id="x">', true],
    ['<a id="x" href="/">', true],
    ['<span id="x" class="w" tabindex="0">', true],
    ['<input id="x" type="checkbox">', true],
    ['<input id="x" type="radio">', true],
    ['<input id="x">', false],
    ['<input id="x" type="search">', false],
    ['<input id="x" type="range">', false],
    ['<textarea id="x"></textarea>', false],
    ['<select id="x"></select>', false],
    ['<div contenteditable="true"><b id="x"></b></div>', false],
    ['<div role="slider" id="x"></div>', false],
    ['<dialog open><button id="x"></button></dialog>', false],
    ['<div role="dialog"><button id="x"></button></div>', false],
    ['<p id="x"></p><dialog open></dialog>', false],
    ['<dialog open><div data-keys-list><button id="x"></button></div></dialog>', true],
    ['<dialog open><div data-keys-list><input id="x"></div></dialog>', false],
  ])('on %s the keys work: %s', (html, works) => {
    listen(html);
    const event = type('#x');
    expect(ran).toEqual(works ? ['play'] : []);
    expect(event.defaultPrevented).toBe(works);
  });

  it('leaves the keys alone when the reader has switched them off, and when it has ended', () => {
    listen('<p id="x">');
    enabled = false;
    type('#x');
    enabled = true;
    stop();
    type('#x');
    expect(ran).toEqual([]);
  });
});
