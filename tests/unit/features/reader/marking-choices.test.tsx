// @vitest-environment happy-dom
import i18next from 'i18next';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/book/store.ts';
import { MarkingChoices } from '../../../../src/features/reader/marking-choices.tsx';
import ja from '../../../../src/i18n/locales/listening/ja.json';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import { defaultSettings, type SettingsState, type SettingsStore } from '../../../../src/library/settings.ts';

const i18n = i18next.createInstance();
void i18n.init({ lng: 'ja', resources: { ja: { translation: ja } }, nsSeparator: false, initAsync: false });

let host: HTMLElement;
let root: ReturnType<typeof createRoot>;
let settings: SettingsStore;

const radio = (group: string, name: string) =>
  host.querySelector<HTMLInputElement>(
    `[role="radiogroup"][aria-label="${group}"] input[aria-label="${name}"]`,
  );

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const store = createStore<SettingsState>({ settings: defaultSettings, canUndo: false, problem: 'none' });
  settings = {
    ...store,
    change: (change) =>
      store.set({ ...store.getSnapshot(), settings: { ...store.getSnapshot().settings, ...change } }),
    reset: () => {},
    undo: () => {},
    dismissProblem: () => {},
    dispose: () => {},
  };
  host = document.createElement('div');
  root = createRoot(host);
  act(() =>
    root.render(
      <TranslatorProvider value={i18n}>
        <MarkingChoices settings={settings} />
      </TranslatorProvider>,
    ),
  );
});
afterEach(() => act(() => root.unmount()));

it.each([
  ['読んでいる文の印', '線だけ', { marker: 'underline' }],
  ['読んでいる文の印', 'つけない', { marker: 'none' }],
  ['読んでいることばの印', 'つけない', { markWords: false }],
  ['読んでいる行の目印', '定規をあてる', { guide: 'ruler' }],
  ['読んでいる行の目印', 'まわりをうすく', { guide: 'mask' }],
])('%s: %s changes %j', (group, name, change) => {
  expect(radio(group, name)?.checked).toBe(false);
  act(() => radio(group, name)?.click());
  expect(settings.getSnapshot().settings).toMatchObject(change);
  expect(radio(group, name)?.checked).toBe(true);
});

it('Its pictures are for the eyes alone', () => {
  const pictures = [...host.querySelectorAll('[data-picture]')];
  expect(pictures).toHaveLength(9);
  for (const picture of pictures) expect(picture.getAttribute('aria-hidden')).toBe('true');
});
