// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/book/store.ts';
import { LeftPlaces } from '../../../../src/features/bookmarks/left-places.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import type { Trail, Travel } from '../../../../src/library/history.ts';
import { createPlace, type Place } from '../../../../src/library/places.ts';

const i18n = createI18n();
addScreenTexts(i18n);
const trail = createStore<Trail>({ past: [], future: [] });
const travelled: Travel[] = [];
let root: Root;

const NOW = new Date(2026, 10, 24, 10, 0);
const place = (sentence: string, book: string, left: Date, details = {}): Place =>
  createPlace({ book, sentence, offset: 0, quote: '' }, 0.354, left.getTime(), details);
const HERE = place('a', 'plan', new Date(2026, 10, 24, 9, 5), { chapter: '{協働|きょうどう}とは' });
const THERE = place('b', 'other', new Date(2026, 10, 3, 18, 30), { title: 'ふるい題' });

const show = (next: Trail): Promise<void> =>
  act(async () => {
    trail.set(next);
    root.render(
      <TranslatorProvider value={i18n}>
        <LeftPlaces
          trail={trail}
          book="plan"
          titleOf={(id) => (id === 'gone' ? '' : '{第|だい}1{期|き}')}
          onTravel={(how) => travelled.push(how)}
        />
      </TranslatorProvider>,
    );
  });
const names = (selector: string): readonly (string | null)[] =>
  [...document.querySelectorAll(selector)].map((each) => each.getAttribute('aria-label'));
const press = (name: string): Promise<void> =>
  act(async () => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click());

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.setSystemTime(NOW);
  travelled.length = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

it('says what will stand here, and has no button, while nothing was left', async () => {
  await show({ past: [], future: [] });
  expect(document.body.textContent).toContain('「さがす」');
  expect(names('button, a')).toEqual([]);
});

it('lists each place by book, chapter, percent and time, the last one first', async () => {
  await show({ past: [THERE, HERE], future: [] });
  expect(names('a')).toEqual([
    'もとの場所へ：協働とは、35パーセント、きょう 9:05',
    'もとの場所へ：第1期、本のはじめ、35パーセント、11/3 18:30',
  ]);
  await press('もとの場所へ：協働とは、35パーセント、きょう 9:05');
  expect(travelled).toEqual([HERE]);
});

it('calls a book that isn’t there by the title that was noted down', async () => {
  await show({ past: [place('b', 'gone', NOW, { title: 'ふるい題' })], future: [] });
  expect(names('a')[0]).toContain('ふるい題、本のはじめ');
});

it('goes one step back, and forward where one has gone back', async () => {
  await show({ past: [HERE], future: [] });
  expect(names('button')).toEqual(['前の場所にもどる']);
  await press('前の場所にもどる');
  await show({ past: [], future: [HERE] });
  expect(document.querySelector('button')?.disabled).toBe(true);
  await press('先の場所へすすむ');
  expect(travelled).toEqual(['back', 'forward']);
});
