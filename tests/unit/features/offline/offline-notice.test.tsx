// @vitest-environment happy-dom
import i18next from 'i18next';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OfflineNotice } from '../../../../src/features/offline/offline-notice.tsx';
import ja from '../../../../src/i18n/locales/screens/ja.json';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';

type Snapshot = Parameters<typeof OfflineNotice>[0]['snapshot'];

const i18n = i18next.createInstance();
void i18n.init({
  lng: 'ja',
  resources: { ja: { translation: ja } },
  nsSeparator: false,
  initAsync: false,
});

const ready: Snapshot = { state: 'ready', progress: null, update: 'none' };
const saving: Snapshot = { state: 'installing', progress: { done: 12, total: 60 }, update: 'none' };
const waiting: Snapshot = { ...ready, update: 'waiting' };

const onUpdate = vi.fn();
const onLater = vi.fn();
const notice = (snapshot: Snapshot, reading = false) => (
  <TranslatorProvider value={i18n}>
    <OfflineNotice {...{ snapshot, reading, onUpdate, onLater }} />
  </TranslatorProvider>
);

let host: HTMLElement;
let root: ReturnType<typeof createRoot>;
const show = (snapshot: Snapshot, reading = false) => act(() => root.render(notice(snapshot, reading)));
/** The words of the status, without their readings. */
const told = (): string => {
  const status = host.querySelector('[role=status]')?.cloneNode(true) as HTMLElement;
  for (const reading of status.querySelectorAll('rt, rp')) reading.remove();
  return status.textContent;
};
const button = (name: string) => host.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.createElement('div');
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  vi.clearAllMocks();
});

test('saving is told once, while its progress goes on beside it', () => {
  show(saving);
  expect(told()).toBe('この端末に保存しています');
  const progress = host.querySelector('progress');
  expect([progress?.value, progress?.max, progress?.getAttribute('aria-label')]).toEqual([
    12,
    60,
    'この端末に保存しています',
  ]);
  expect(progress?.closest('[role=status]')).toBeNull();
});

test('that everything is on the device is told to who saw it being saved', () => {
  show(saving);
  show(ready);
  expect(told()).toBe('ネットワークがなくても読めるようになりました。');
});

test('nothing is told on a device that has everything', () => {
  show(ready);
  expect(told()).toBe('');
});

test.each([
  ['failed', '保存が終わりませんでした。インターネットにつながると、つづきから保存します。'],
  ['unsupported', 'このブラウザーでは、ネットワークなしで読む用意ができませんでした。'],
] as const)('where it is %s, that is told', (state, words) => {
  show({ ...ready, state });
  expect(told()).toBe(words);
});

test('a new version comes by a press, or is put off by another', () => {
  show(waiting);
  expect(told()).toBe('新しいともよみがあります。');
  act(() => button('いま新しくする')?.click());
  expect([onUpdate.mock.calls.length, onLater.mock.calls.length]).toEqual([1, 0]);
  act(() => button('あとで')?.click());
  expect([onUpdate.mock.calls.length, onLater.mock.calls.length]).toEqual([1, 1]);
});

test('while something is read aloud, a new version cannot be taken, and why is told', () => {
  show(waiting, true);
  expect(button('いま新しくする')?.disabled).toBe(true);
  act(() => button('いま新しくする')?.click());
  expect(onUpdate).not.toHaveBeenCalled();
  expect(told()).toContain('読み上げをとめてから、新しくできます。');
  expect(button('あとで')?.disabled).toBe(false);
});

test.each([ready, saving, waiting, { ...ready, state: 'unsupported' } as const])(
  'the pre-rendered notice is the same empty one for every state',
  (snapshot) => {
    expect(renderToString(notice(snapshot))).toBe(renderToString(notice(ready)));
  },
);
