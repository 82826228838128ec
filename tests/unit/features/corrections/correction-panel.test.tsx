// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CorrectionPanel } from '../../../../src/features/corrections/correction-panel.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';

const i18n = createI18n();
addScreenTexts(i18n);
const asked = { corrections: [] as [string, string][], list: 0, cancelled: 0 };
let root: Root;

async function show(choices: readonly string[], coarse = false): Promise<void> {
  vi.stubGlobal('matchMedia', () => ({ matches: coarse }));
  await act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <CorrectionPanel
          surface="市場"
          reading="しじょう"
          choices={choices}
          onCorrect={(reading, scope) => asked.corrections.push([reading, scope])}
          onList={() => asked.list++}
          onCancel={() => asked.cancelled++}
        />
      </TranslatorProvider>,
    );
  });
}

function named<T extends HTMLElement>(name: string): T {
  const found = document.querySelector<T>(`[aria-label="${name}"]`);
  if (found === null) throw new Error(`Nothing is called ${name}.`);
  return found;
}
const press = (name: string): Promise<void> => act(async () => named(name).click());
const field = (): HTMLInputElement => named('読みを自分で書く');

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  Object.assign(asked, { corrections: [], list: 0, cancelled: 0 });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

it('takes a choice for this book at one press', async () => {
  await show(['いちば', 'まーけっと']);
  await press('「いちば」と読む');
  expect(asked.corrections).toEqual([['いちば', 'book']]);
});

it('takes it for what was chosen before', async () => {
  await show(['いちば']);
  await press('ここだけ');
  await press('「いちば」と読む');
  await press('どこでも');
  await press('「いちば」と読む');
  expect(asked.corrections).toEqual([
    ['いちば', 'place'],
    ['いちば', 'everywhere'],
  ]);
});

it('begins with the present reading, and takes what is written in either syllabary', async () => {
  await show([]);
  expect(field().value).toBe('しじょう');
  expect(document.activeElement).toBe(field());
  field().value = ' イチバ ';
  await press('決める');
  expect(asked.corrections).toEqual([['いちば', 'book']]);
});

it.each([
  ['ichiba', 'ひらがなで書いてください'],
  ['', '読みがありません'],
])('says at the field what is wrong with %j, and takes nothing', async (typed, message) => {
  await show([]);
  field().value = typed;
  await press('決める');
  expect(asked.corrections).toEqual([]);
  expect(field().getAttribute('aria-invalid')).toBe('true');
  const id = field().getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(id)?.textContent).toContain(message);
});

it('leaves the Enter of an input method to it', async () => {
  await show([]);
  const enter = (init: KeyboardEventInit): boolean =>
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }));
  await act(async () => enter({ isComposing: true }));
  expect(asked.corrections).toEqual([]);
  await act(async () => enter({}));
  expect(asked.corrections).toEqual([['しじょう', 'book']]);
});

it('keeps the keyboard of a screen for later where a choice may be enough', async () => {
  await show(['いちば'], true);
  expect(document.activeElement).toBe(named('「市場」の読みを直す'));
});

it('leads to the list, and out', async () => {
  await show([]);
  await press('直した読みの一覧');
  await press('やめる');
  expect([asked.list, asked.cancelled]).toEqual([1, 1]);
});
