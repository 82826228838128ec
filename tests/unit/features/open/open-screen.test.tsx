// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OpenScreen } from '../../../../src/features/open/open-screen.tsx';
import type { OpeningOptions, OpeningResult } from '../../../../src/features/open/open-types.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';

const i18n = createI18n();
addScreenTexts(i18n);
let root: Root;
let kept = '';
const draft = {
  load: () => kept,
  save: (text: string) => {
    kept = text;
  },
};

/** Everything that was asked to be opened, and the handle that ends it. */
const asked: {
  readonly opening: unknown;
  readonly options: OpeningOptions;
  readonly end: (result: OpeningResult) => Promise<void>;
}[] = [];

async function show(file: File | null = null): Promise<void> {
  await act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <OpenScreen
          file={file}
          onFileTaken={() => {}}
          onOpen={(opening, options) =>
            new Promise((resolve) => {
              const end = (result: OpeningResult) => act(async () => resolve(result));
              asked.push({ opening, options, end });
            })
          }
          dictionary={{ state: 'ready', size: 4_500_000 }}
          onPrepare={() => Promise.resolve({ ok: true })}
          draft={draft}
          documents={[{ id: 'doc-1', title: '日記' }]}
          onRemove={() => {}}
          link={(href) => ({ href, onClick: () => {} })}
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

async function type(name: string, text: string): Promise<void> {
  const field = named<HTMLTextAreaElement>(name);
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  await act(async () => {
    setter?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const press = (name: string): Promise<void> => act(async () => named(name).click());
const said = (role: string): string => {
  const element = document.querySelector(`[role="${role}"]`)?.cloneNode(true);
  if (!(element instanceof Element)) return '';
  for (const reading of element.querySelectorAll('rt, rp')) reading.remove();
  return element.textContent ?? '';
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  kept = '';
  asked.length = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

it('opens what was typed and lets go of it then', async () => {
  await show();
  await type('文章', '晴れ。');
  await press('ふりがなをつけて読む');
  expect(asked.map(({ opening }) => opening)).toEqual([{ title: '', text: '晴れ。' }]);
  await asked[0]?.end({ ok: true });
  expect(named<HTMLTextAreaElement>('文章').value).toBe('');
  expect(kept).toBe('');
});

it('keeps what was typed when it fails, and says so with the code', async () => {
  await show();
  await type('文章', '晴れ。');
  await press('ふりがなをつけて読む');
  await asked[0]?.end({ ok: false, error: { code: 'dictionary-unavailable' } });
  expect(said('alert')).toContain('文章はそのまま残っています');
  expect(said('alert')).toContain('（記号: dictionary-unavailable）');
  expect(named<HTMLTextAreaElement>('文章').value).toBe('晴れ。');
});

it('shows how far it is, and stops when asked to', async () => {
  await show();
  await type('文章', '晴れ。');
  await press('ふりがなをつけて読む');
  const options = asked[0]?.options;
  await act(async () =>
    options?.onProgress({ stage: 'dictionary', fraction: 0.5, bytes: { loaded: 2.25e6, total: 4.5e6 } }),
  );
  expect(said('status')).toContain('4.5 MB');
  expect(document.querySelector('progress + span')?.textContent).toContain('2.3 MB / 4.5 MB');
  expect(document.querySelector('progress')?.getAttribute('aria-valuetext')).toBe('50パーセント');
  await press('やめる');
  expect(options?.signal.aborted).toBe(true);
  expect(said('status')).toContain('やめました');
  expect(named<HTMLTextAreaElement>('文章').value).toBe('晴れ。');
});

it('brings back what was typed before the page was left', async () => {
  await show();
  await type('文章', '晴れ。');
  await act(async () => root.unmount());
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await show();
  expect(named<HTMLTextAreaElement>('文章').value).toBe('晴れ。');
});

it('opens a file that was chosen on the shelf, once', async () => {
  const file = new File(['晴れ。'], 'a.txt');
  await show(file);
  await show(file);
  expect(asked.map(({ opening }) => opening)).toEqual([
    { name: 'a.txt', bytes: new TextEncoder().encode('晴れ。') },
  ]);
});

it('says at once that there is no text', async () => {
  await show();
  await press('ふりがなをつけて読む');
  expect(asked).toEqual([]);
  expect(said('alert')).toContain('文章がありません');
});

it('offers to read on what the device could not keep', async () => {
  await show();
  await type('文章', '晴れ。');
  await press('ふりがなをつけて読む');
  await asked[0]?.end({ ok: false, error: { code: 'storage-full', address: '/read/doc-2' } });
  expect(named('いま読む').getAttribute('href')).toBe('/read/doc-2');
});
