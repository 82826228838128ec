import { describe, expect, it } from 'vitest';
import {
  commandOfKey,
  createPlayerKeysStore,
  DEFAULT_KEYS,
  keysOfCommand,
  PLAYER_COMMANDS,
  PLAYER_KEYS_KEY,
  parsePlayerKeys,
  plainKey,
} from '../../../src/library/player-keys.ts';
import { createFakeStorage } from './fake-storage.ts';

describe('the first keys', () => {
  it('are all different, plain, and none that a browser searches by', () => {
    const keys = PLAYER_COMMANDS.map((command) => DEFAULT_KEYS[command]);
    expect(new Set(keys).size).toBe(PLAYER_COMMANDS.length);
    for (const key of keys) expect(plainKey(key ?? '')).toBe(key);
    expect(keys).not.toContain('/');
    expect(keys).not.toContain("'");
  });
});

describe('a pressed key', () => {
  it.each([
    ['k', 'k'],
    ['K', 'k'],
    ['ｋ', 'k'],
    ['。', '.'],
    ['「', '['],
    ['？', '?'],
    ['ー', '-'],
    ['あ', null],
    [' ', null],
    ['\u3000', null],
    ['Enter', null],
    ['ArrowLeft', null],
    ['', null],
  ])('%j is %j', (key, plain) => {
    expect(plainKey(key)).toBe(plain);
  });

  it('finds its command, also where another keyboard has it elsewhere', () => {
    expect(commandOfKey(DEFAULT_KEYS, 'w')).toBe('where');
    expect(commandOfKey(DEFAULT_KEYS, '=')).toBe('faster');
    expect(commandOfKey(DEFAULT_KEYS, 'x')).toBeNull();
    expect(keysOfCommand(DEFAULT_KEYS, 'faster')).toEqual(['^', '=', '+']);
  });
});

describe('changed keys', () => {
  it('are kept, only where they differ from the first ones', () => {
    const storage = createFakeStorage();
    const store = createPlayerKeysStore(storage);
    expect(store.assign('where', 'X')).toEqual({ ok: true });
    store.clear('sleep');
    expect(JSON.parse(storage.read(PLAYER_KEYS_KEY) ?? '')).toEqual({
      version: 1,
      keys: { where: 'x', sleep: null },
    });
    const again = createPlayerKeysStore(storage).getSnapshot();
    expect(again.keys).toEqual({ ...DEFAULT_KEYS, where: 'x', sleep: null });
    expect(again.isDefault).toBe(false);
  });

  it.each([
    ['k', { code: 'taken', by: 'play' }],
    ['K', { code: 'taken', by: 'play' }],
    ['/', { code: 'browsers-own' }],
    ['Enter', { code: 'unusable' }],
    ['あ', { code: 'unusable' }],
  ])('are refused: %j', (key, error) => {
    const store = createPlayerKeysStore(createFakeStorage());
    expect(store.assign('where', key)).toEqual({ ok: false, error });
    expect(store.getSnapshot().keys).toBe(DEFAULT_KEYS);
  });

  it('may be what they are already, and what another command has given up', () => {
    const store = createPlayerKeysStore(createFakeStorage());
    expect(store.assign('play', 'k').ok).toBe(true);
    store.clear('play');
    expect(store.assign('where', 'k').ok).toBe(true);
    expect(commandOfKey(store.getSnapshot().keys, 'k')).toBe('where');
  });

  it('go before what another keyboard has in the place of one', () => {
    const store = createPlayerKeysStore(createFakeStorage());
    store.assign('again', '=');
    const { keys } = store.getSnapshot();
    expect(commandOfKey(keys, '=')).toBe('again');
    expect(keysOfCommand(keys, 'faster')).toEqual(['^', '+']);
  });

  it('are the first ones again after a reset', () => {
    const store = createPlayerKeysStore(createFakeStorage());
    store.assign('where', 'x');
    store.reset();
    expect(store.getSnapshot()).toEqual({ keys: DEFAULT_KEYS, isDefault: true, problem: 'none' });
  });

  it('last as long as the page where the device keeps nothing', () => {
    const storage = createFakeStorage();
    storage.answer = 'refused';
    const store = createPlayerKeysStore(storage);
    store.assign('where', 'x');
    expect(store.getSnapshot().problem).toBe('not-kept');
    expect(store.getSnapshot().keys.where).toBe('x');
  });
});

describe('kept keys that are damaged', () => {
  it.each([
    ['nothing kept', undefined, {}, false],
    ['no object', 7, {}, true],
    ['no keys', { version: 1 }, {}, true],
    ['a number', { keys: { play: 7, where: 'x' } }, { where: 'x' }, true],
    ['no plain key', { keys: { play: 'Enter', again: 'K' } }, {}, true],
    ['a key of another command', { keys: { where: 'k' } }, {}, true],
    ['one key twice', { keys: { play: 'x', where: 'x' } }, { play: 'x' }, true],
    [
      'two that changed places',
      { keys: { play: 'j', 'seconds-back': 'k' } },
      { play: 'j', 'seconds-back': 'k' },
      false,
    ],
    ['a command of a later version', { keys: { dance: 'x' } }, {}, false],
  ])('%s', (_, value, own, damaged) => {
    expect(parsePlayerKeys(value)).toEqual({ value: { ...DEFAULT_KEYS, ...own }, damaged });
  });
});
