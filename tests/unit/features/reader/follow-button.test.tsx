// @vitest-environment happy-dom
import i18next from 'i18next';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/book/store.ts';
import { FollowButton } from '../../../../src/features/reader/follow-button.tsx';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';

const NAME = '読んでいるところへ';
const i18n = i18next.createInstance();
void i18n.init({ lng: 'ja', resources: {}, nsSeparator: false, initAsync: false, fallbackLng: 'ja' });

const onPress = vi.fn();
const following = createStore(true);
let host: HTMLElement;
let root: ReturnType<typeof createRoot>;

const show = (listening: boolean) =>
  act(async () =>
    root.render(
      <TranslatorProvider value={i18n}>
        <FollowButton {...{ following, listening, onPress }} />
      </TranslatorProvider>,
    ),
  );
const button = () => host.querySelector<HTMLButtonElement>(`button[aria-label="${NAME}"]`);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  onPress.mockClear();
  following.set(true);
  host = document.createElement('div');
  root = createRoot(host);
});
afterEach(() => act(() => root.unmount()));

it.each([
  ['not while the page follows the voice', true, true, false],
  ['not in silence', false, false, false],
  ['while the text is away from the voice', false, true, true],
])('It is there %s', async (_, follows, listening, isThere) => {
  await show(listening);
  await act(() => following.set(follows));
  await vi.waitFor(() => expect(i18n.exists('listening.marking.back')).toBe(true));
  await act(async () => {});
  expect(button() !== null).toBe(isThere);
});

it('A press asks for the way back, and it goes when the page follows again', async () => {
  await show(true);
  await act(() => following.set(false));
  act(() => button()?.click());
  expect(onPress).toHaveBeenCalledOnce();
  act(() => following.set(true));
  expect(button()).toBeNull();
});
