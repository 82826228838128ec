// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/book/store.ts';
import { DownloadsSheet } from '../../../../src/features/downloads/downloads-sheet.tsx';
import type { MadeFile } from '../../../../src/features/downloads/make-book.ts';
import { loadDownloadTexts } from '../../../../src/i18n/download-texts.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import type { BookListing, Downloads, ListedDownload } from '../../../../src/library/downloads.ts';

const i18n = createI18n();
addScreenTexts(i18n);
const EPUB: ListedDownload = {
  file: { format: 'epub', address: '/downloads/plan-2.epub', bytes: 4_200_000, sha256: 'a' },
  state: 'absent',
  loaded: 0,
  fault: null,
};
const listing = createStore<BookListing>({ state: 'ready', seconds: 180, downloads: [EPUB] });
const calls: string[] = [];
const downloads: Downloads = {
  book: () => listing,
  look: async (id) => void calls.push(`look ${id}`),
  bring: async (_, address) => void calls.push(`bring ${address}`),
  stop: (address) => void calls.push(`stop ${address}`),
  remove: async (_, address) => void calls.push(`remove ${address}`),
  open: async () => new Blob(['book']),
};
let root: Root;
let made: Promise<MadeFile>;

const set = (changes: Partial<ListedDownload>): Promise<void> =>
  act(async () => listing.set({ ...listing.getSnapshot(), downloads: [{ ...EPUB, ...changes }] }));
const show = (props: Partial<Parameters<typeof DownloadsSheet>[0]> = {}): Promise<void> =>
  act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <DownloadsSheet
          made={null}
          bundled={{ id: 'plan-2', downloads }}
          onMake={() => made}
          onSound={() => calls.push('sound')}
          onClose={() => calls.push('close')}
          {...props}
        />
      </TranslatorProvider>,
    );
  });
const named = (name: string): HTMLElement | null => document.querySelector(`[aria-label="${name}"]`);
const press = (name: string): Promise<void> => act(async () => named(name)?.click());
const told = (): string => {
  const copy = document.querySelector('li [role="status"]')?.cloneNode(true) as Element;
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent ?? '';
};

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:book');
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
  await loadDownloadTexts(i18n);
  calls.length = 0;
  made = new Promise(() => {});
  listing.set({ state: 'ready', seconds: 180, downloads: [EPUB] });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

it('A recorded book leads on to the recorded voice in the app itself, one of text alone does not', async () => {
  await show();
  await press('録音をこの端末に入れる');
  expect(calls).toContain('sound');
  await act(async () => listing.set({ ...listing.getSnapshot(), seconds: null }));
  expect(named('録音をこの端末に入れる')).toBeNull();
});

it('Listening in the app itself stands first, and the forms are files for elsewhere', async () => {
  await show();
  const parts = [...document.querySelectorAll('section')];
  expect(parts.map((part) => part.getAttribute('aria-label'))).toEqual([
    'このアプリで聞く',
    'ほかの機械やアプリで使うファイル',
  ]);
  expect(parts[0]?.textContent).toContain('ネットワークがなくても聞けるように');
  expect(parts[0]?.contains(named('録音をこの端末に入れる'))).toBe(true);
  expect(parts[1]?.textContent).toContain('このアプリで聞くためのものではありません。');
  expect(parts[1]?.contains(named('本のかたち'))).toBe(true);
});

describe('a form of the book', () => {
  it('is brought, stopped and gone on with by one and the same button, which tells the size', async () => {
    await show();
    const button = named('EPUB：取りよせる（4.2 MB）');
    await press('EPUB：取りよせる（4.2 MB）');
    await set({ state: 'coming', loaded: 1_000_000 });
    expect(told()).toBe('EPUBを取りよせています');
    await press('EPUB：いったんとめる');
    await set({ state: 'part', loaded: 1_200_000 });
    await press('EPUB：つづきから（のこり 3 MB）');
    expect(named('EPUB：つづきから（のこり 3 MB）')).toBe(button);
    const address = '/downloads/plan-2.epub';
    expect(calls.slice(1)).toEqual([`bring ${address}`, `stop ${address}`, `bring ${address}`]);
  });

  it('has a bar with its percent in words while it comes', async () => {
    await show();
    await set({ state: 'coming', loaded: 1_000_000 });
    const bar = document.querySelector('progress');
    expect([bar?.max, bar?.value]).toEqual([4_200_000, 1_000_000]);
    expect(bar?.getAttribute('aria-label')).toBe('EPUBを取りよせています');
    expect(bar?.getAttribute('aria-valuetext')).toBe('23パーセント');
  });

  it('is a real link to the device’s copy once it is there, and can be removed', async () => {
    await show();
    await set({ state: 'whole' });
    const link = named('EPUB：ファイルに保存する');
    expect([link?.getAttribute('href'), link?.getAttribute('download')]).toEqual([
      'blob:book',
      'plan-2.epub',
    ]);
    expect(told()).toBe('この端末にあります（4.2 MB）。ネットワークがなくても、ファイルに保存できます。');
    await press('EPUB：けす');
    await set({ state: 'absent' });
    expect(calls.at(-1)).toBe('remove /downloads/plan-2.epub');
    expect(told()).toBe('EPUBをこの端末から消しました。');
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:book');
  });

  it('is offered anew beside its earlier edition', async () => {
    await show();
    await set({ state: 'earlier' });
    expect(named('EPUB：新しいものを取りよせる（4.2 MB）')).not.toBeNull();
    expect(named('EPUB：ファイルに保存する')).not.toBeNull();
  });

  it.each([
    ['offline', 'absent', 'ネットワークにつながりません。'],
    ['offline', 'part', 'とちゅうでネットワークが切れました。'],
    ['server', 'absent', 'いまは取りよせられませんでした。'],
    ['changed', 'absent', '本が新しくなっていました。'],
    ['damaged', 'absent', '届いたものがこわれていたので、使いませんでした。'],
    ['full', 'part', 'この端末の空きがたりません。'],
    ['refused', 'absent', 'このブラウザーには残せません。'],
  ] as const)('says what went wrong: %s, %s', async (fault, state, words) => {
    await show();
    await set({ fault, state });
    expect(told()).toContain(words);
  });

  it('is handed out directly where the browser keeps nothing', async () => {
    await show();
    await set({ fault: 'refused' });
    expect(named('EPUB：ファイルに保存する')?.getAttribute('href')).toBe('/downloads/plan-2.epub');
  });
});

describe('the sheet', () => {
  it('looks again each time it is opened', async () => {
    await show();
    expect(calls).toEqual(['look plan-2']);
  });

  it.each([
    ['looking', '調べています'],
    ['failed', '調べられませんでした'],
  ] as const)('says so while or where there is no list: %s', async (state, words) => {
    await show();
    await act(async () => listing.set({ state, seconds: null, downloads: [] }));
    const status = document.querySelector('[role="status"]')?.cloneNode(true) as Element;
    for (const reading of status.querySelectorAll('rt, rp')) reading.remove();
    expect(status.textContent).toContain(words);
  });

  it('makes books of a document of one’s own, and hands them out', async () => {
    await show({ bundled: null, made: 'document' });
    let finish: (file: MadeFile) => void = () => {};
    made = new Promise((fulfil) => {
      finish = fulfil;
    });
    await press('EPUB：作る');
    expect(told()).toBe('EPUBを作っています');
    await act(async () => finish({ name: '話.epub', content: new Blob(['x'.repeat(12_000)]) }));
    expect(told()).toBe('EPUBができました（12 KB）。');
    expect(named('EPUB：ファイルに保存する')?.getAttribute('download')).toBe('話.epub');
  });

  it('says where a book can’t be made, and lets one try again', async () => {
    await show({ made: 'corrected', bundled: null });
    expect(named('直した読みで作る')).not.toBeNull();
    made = Promise.reject(new Error('no worker'));
    await press('EPUB：作る');
    expect(told()).toBe('作れませんでした。もう一度おしてください。');
    made = Promise.resolve({ name: 'x.epub', content: new Blob(['x']) });
    await press('EPUB：作る');
    expect(told()).toContain('できました');
  });
});
