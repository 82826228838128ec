// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changeLocale, createI18n } from '../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../src/i18n/listening-texts.ts';
import { LOCALES } from '../../../src/i18n/locale.ts';
import { TranslatorProvider } from '../../../src/i18n/translator.ts';
import { SYSTEMS } from '../../../src/ui/system.ts';
import { VoiceGuide } from '../../../src/ui/voice-guide.tsx';

let root: Root;

async function show(instance = createI18n(), open = false): Promise<void> {
  await Promise.all([loadListeningTexts(instance), import('../../../src/ui/voice-steps.tsx')]);
  await act(async () =>
    root.render(
      <TranslatorProvider value={instance}>
        <VoiceGuide open={open} />
      </TranslatorProvider>,
    ),
  );
}
const names = () => [...document.querySelectorAll('section')].map((part) => part.getAttribute('aria-label'));
const steps = () =>
  vi.waitFor(async () => {
    await act(async () => {});
    expect(names()).toHaveLength(SYSTEMS.length);
  });

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

it('Closed it holds no steps; opened it has those of every system, its own first', async () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/150', maxTouchPoints: 5 });
  await show();
  expect(names()).toEqual([]);
  await act(async () => document.querySelector('details')?.setAttribute('open', ''));
  await act(async () => document.querySelector('details')?.dispatchEvent(new Event('toggle')));
  await steps();
  expect(names()).toEqual(['Android', 'Windows', 'Mac', 'iPhone・iPad', 'Chromebook', 'Linux']);
  expect(document.querySelector('section')?.textContent).toContain('いま使っている機械');
  expect(document.querySelectorAll('ol')).toHaveLength(SYSTEMS.length);
});

it('On a system that it doesn’t know it lists all of them, none as its own', async () => {
  vi.stubGlobal('navigator', { userAgent: '' });
  await show(createI18n(), true);
  await steps();
  expect(names()[0]).toBe('Windows');
  expect(document.body.textContent).not.toContain('いま使っている機械');
});

it.each(LOCALES)('It is there in %s', async (locale) => {
  const instance = createI18n();
  await changeLocale(instance, locale);
  await show(instance, true);
  await steps();
  expect(document.body.textContent).not.toContain('listening.');
});
