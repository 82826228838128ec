// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeysSheet } from '../../../../src/features/keys/keys-sheet.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../../src/i18n/listening-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import {
  createPlayerKeysStore,
  PLAYER_COMMANDS,
  type PlayerKeysStore,
} from '../../../../src/library/player-keys.ts';
import { createSettingsStore } from '../../../../src/library/settings-store.ts';
import { createFakeStorage } from '../../library/fake-storage.ts';

const i18n = createI18n();
let root: Root;
let keys: PlayerKeysStore;
let settings: ReturnType<typeof createSettingsStore>;

const named = (name: string): HTMLElement | null => document.querySelector(`[aria-label="${name}"]`);
const press = (name: string): Promise<void> => act(async () => named(name)?.click());
const field = (): HTMLInputElement | null => document.querySelector('input:not([type="radio"])');
const type = (key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    field()?.dispatchEvent(event);
    return event;
  });
const told = (): string => {
  const copy = document.querySelector('[role="status"]')?.cloneNode(true) as Element;
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent ?? '';
};
const WHERE = 'いまどこ。いまのキーはW。変える';

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await loadListeningTexts(i18n);
  const storage = createFakeStorage();
  keys = createPlayerKeysStore(storage);
  settings = createSettingsStore(storage);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <KeysSheet keys={keys} settings={settings} onClose={() => {}} />
      </TranslatorProvider>,
    );
  });
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('the list of keys', () => {
  it('has a row for each command, by names that can be said', () => {
    expect(document.querySelectorAll('tbody tr')).toHaveLength(PLAYER_COMMANDS.length);
    expect(named('次の文。いまのキーはピリオド。変える')).not.toBeNull();
    expect(named('はやく。いまのキーは山形 / イコール / プラス。変える')).not.toBeNull();
  });

  it('takes the next key at once, tells it, and leaves the keyboard at the row', async () => {
    await press(WHERE);
    expect(document.activeElement).toBe(field());
    const event = await type('x');
    expect(event.defaultPrevented).toBe(true);
    expect(keys.getSnapshot().keys.where).toBe('x');
    expect(told()).toBe('「いまどこ」のキーを、Xにしました。');
    expect(document.activeElement).toBe(named('いまどこ。いまのキーはX。変える'));
  });

  it.each([
    ['k', 'Kは、もう「聞く・とめる」に使っています。べつのキーをおしてください。'],
    ['/', '/は、ブラウザーがページの中をさがすのに使います。べつのキーをおしてください。'],
    ['Enter', 'このキーは使えません。文字か数字か記号のキーを、一つだけおしてください。'],
    [' ', 'このキーは使えません。文字か数字か記号のキーを、一つだけおしてください。'],
  ])('says why it does not take %j, and waits for another', async (key, words) => {
    await press(WHERE);
    await type(key);
    expect(told()).toBe(words);
    expect(keys.getSnapshot().keys.where).toBe('w');
    await type('x');
    expect(keys.getSnapshot().keys.where).toBe('x');
  });

  it('takes a key by its place while the keyboard composes words', async () => {
    await press(WHERE);
    await type('Process', { code: 'KeyX' });
    expect(keys.getSnapshot().keys.where).toBe('x');
  });

  it('leaves Tab, and keys with Control, to the browser', async () => {
    await press(WHERE);
    expect((await type('Tab')).defaultPrevented).toBe(false);
    expect((await type('x', { ctrlKey: true })).defaultPrevented).toBe(false);
    expect(keys.getSnapshot().keys.where).toBe('w');
  });

  it('takes a key away by Backspace, and gives up by Escape', async () => {
    await press(WHERE);
    await type('Escape');
    expect(field()).toBeNull();
    expect(document.activeElement).toBe(named(WHERE));
    await press(WHERE);
    await type('Backspace');
    expect(keys.getSnapshot().keys.where).toBeNull();
    expect(named('いまどこ。いまのキーはなし。変える')).not.toBeNull();
  });

  it('gives all keys back as they were', async () => {
    expect(named('もとにもどす')?.hasAttribute('disabled')).toBe(true);
    keys.assign('where', 'x');
    await act(async () => keys.clear('sleep'));
    await press('もとにもどす');
    expect(keys.getSnapshot().isDefault).toBe(true);
    expect(told()).toBe('すべてのキーを、はじめのキーにもどしました。');
  });

  it('switches the keys off and on', async () => {
    await press('使わない');
    expect(settings.getSnapshot().settings.playerKeys).toBe(false);
    await press('使う');
    expect(settings.getSnapshot().settings.playerKeys).toBe(true);
  });
});
