// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/book/store.ts';
import { OfflineSoundSheet } from '../../../../src/features/offline-sound/offline-sound-sheet.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../../src/i18n/listening-texts.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import type { AudioDownloads, AudioListing, ListedSound } from '../../../../src/library/audio-downloads.ts';

const i18n = createI18n();
addScreenTexts(i18n);
const soundOf = (book: string, changes: Partial<ListedSound> = {}): ListedSound => ({
  book,
  bytes: 2_000_000,
  seconds: 180,
  state: 'absent',
  loaded: 0,
  fault: null,
  ...changes,
});
const listing = createStore<AudioListing>({ state: 'looking', sounds: [], room: null });
const calls: string[] = [];
/** What becomes of the listing when something is removed. */
let removes = (): void => {};
const downloads: AudioDownloads = {
  listing,
  look: async () => void calls.push('look'),
  bring: async (books) => void calls.push(`bring ${books}`),
  stop: (books) => void calls.push(`stop ${books}`),
  remove: async (book) => {
    calls.push(`remove ${book}`);
    removes();
  },
};
const books = [
  { id: 'plan-5', title: '{第|だい}5{期|き}' },
  { id: 'guide', title: '{案内|あんない}' },
  { id: 'plan-4', title: '{第|だい}4{期|き}' },
];
let root: Root;

const set = (changes: Partial<AudioListing>): Promise<void> =>
  act(async () => listing.set({ ...listing.getSnapshot(), ...changes }));
const show = (): Promise<void> =>
  act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <OfflineSoundSheet downloads={downloads} books={books} onClose={() => calls.push('close')} />
      </TranslatorProvider>,
    );
  });
const named = (name: string): HTMLElement | null => document.querySelector(`[aria-label="${name}"]`);
const press = (name: string): Promise<void> => act(async () => named(name)?.click());
const plain = (element: Element | null): string => {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent ?? '';
};
/** What the first book's row says of it: what its buttons are described by. */
const rowSays = (): string => {
  const ids = [...document.querySelectorAll('li:first-child button')].map((each) =>
    each.getAttribute('aria-describedby'),
  );
  expect(new Set(ids).size).toBe(1);
  return plain(document.getElementById(ids[0] ?? ''));
};
const statuses = (): readonly string[] => [...document.querySelectorAll('[role="status"]')].map(plain);
const all = (): string => plain(document.querySelector('dialog'));

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await loadListeningTexts(i18n);
  calls.length = 0;
  removes = () => {};
  listing.set({
    state: 'ready',
    sounds: [soundOf('plan-4'), soundOf('plan-5')],
    room: { used: 21_000_000, left: 900_000_000, persistence: 'best-effort' },
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('the recordings', () => {
  it('are listed in the order given, each with its length and its size; books without any are left out', async () => {
    await show();
    expect([...document.querySelectorAll('li h3')].map((title) => title.getAttribute('aria-label'))).toEqual([
      '第5期',
      '第4期',
    ]);
    expect(plain(document.querySelector('li'))).toContain('約3分・2 MB');
    expect(calls).toEqual(['look']);
  });

  it.each([
    ['looking', 'どんな録音があるかを調べています'],
    ['failed', 'ネットワークにつないで、もう一度ひらいてください。'],
  ] as const)('that aren’t known are %s', async (state, words) => {
    listing.set({ state, sounds: [], room: null });
    await show();
    expect(all()).toContain(words);
    expect(document.querySelector('li')).toBeNull();
  });

  it('are none where no book has any', async () => {
    await show();
    await set({ sounds: [] });
    expect(all()).toContain('録音のある本は、いまはありません。');
  });
});

describe('the room on the device', () => {
  it.each([
    ['best-effort', 'ブラウザーが消すことがあります'],
    ['persistent', '自分で消すまで残ります'],
    ['unknown', 'わかりません'],
  ] as const)('is told, and whether it is safe there: %s', async (persistence, words) => {
    await show();
    await set({ room: { used: 21_000_000, left: 900_000_000, persistence } });
    expect(plain(named('この端末の空き'))).toContain(
      '21 MBを使っています。まだ使えるのは、900 MBぐらいです。',
    );
    expect(plain(named('この端末の空き'))).toContain(words);
  });

  it('that isn’t known is not told', async () => {
    await show();
    await set({ room: { used: null, left: null, persistence: 'unknown' } });
    expect(plain(named('この端末の空き'))).not.toContain('使って');
  });

  it('that is too little is told beforehand', async () => {
    await show();
    expect(all()).not.toContain('たりないかもしれません');
    await set({ room: { used: 1, left: 3_999_999, persistence: 'unknown' } });
    expect(all()).toContain('4 MBぐらいです。空きがたりないかもしれません。');
  });
});

describe('one book’s recordings', () => {
  const change = (changes: Partial<ListedSound>): Promise<void> =>
    set({ sounds: [soundOf('plan-4'), soundOf('plan-5', changes)] });

  it('are brought, stopped and gone on with by one and the same button, which tells the size', async () => {
    await show();
    const button = named('第5期：録音を入れる（2 MB）');
    await press('第5期：録音を入れる（2 MB）');
    await change({ state: 'coming', loaded: 500_000 });
    await press('第5期：いったんとめる');
    await change({ state: 'part', loaded: 800_000 });
    await press('第5期：つづきから（のこり 1.2 MB）');
    expect(named('第5期：つづきから（のこり 1.2 MB）')).toBe(button);
    expect(calls.slice(1)).toEqual(['bring plan-5', 'stop plan-5', 'bring plan-5']);
  });

  it('have a bar with its percent in words while they come', async () => {
    await show();
    await change({ state: 'coming', loaded: 500_000 });
    const bar = named('第5期の録音を入れています');
    expect([bar?.getAttribute('max'), bar?.getAttribute('value')]).toEqual(['2000000', '500000']);
    expect(bar?.getAttribute('aria-valuetext')).toBe('25パーセント');
  });

  it('that wait for their turn can be stopped as well', async () => {
    await show();
    await change({ state: 'waiting' });
    expect(rowSays()).toBe('順番を待っています。');
    await press('第5期：いったんとめる');
    expect(calls.at(-1)).toBe('stop plan-5');
  });

  it('that are there say so and can be removed, and the keyboard stays where it was', async () => {
    await show();
    await change({ state: 'whole', loaded: 2_000_000 });
    expect(rowSays()).toBe('この端末にあります（2 MB）。ネットワークがなくても聞けます。');
    await press('第5期：録音を消す');
    await change({ state: 'absent' });
    expect(calls.at(-1)).toBe('remove plan-5');
    expect(rowSays()).toBe('「第5期」の録音を、この端末から消しました。');
    expect(document.activeElement).toBe(document.querySelector('li'));
  });

  it('of an earlier edition are offered anew, and can be removed', async () => {
    await show();
    await change({ state: 'earlier' });
    expect(rowSays()).toContain('そのあと、録音が新しくなりました。');
    expect(named('第5期：新しいものを入れる（2 MB）')).not.toBeNull();
    expect(named('第5期：録音を消す')).not.toBeNull();
  });

  it.each([
    ['offline', 'absent', 'ネットワークにつながりません。'],
    ['offline', 'part', 'とちゅうでネットワークが切れました。'],
    ['server', 'part', 'いまは入れられませんでした。'],
    ['changed', 'absent', '録音が新しくなっていました。'],
    ['damaged', 'part', '届いたものがこわれていたので、使いませんでした。'],
    ['full', 'part', 'この端末の空きがたりません。'],
    ['refused', 'absent', 'このブラウザーには残せません。'],
  ] as const)('that failed say why, and what to do: %s, %s', async (fault, state, words) => {
    await show();
    await change({ fault, state });
    expect(rowSays()).toContain(words);
  });
});

describe('all the recordings', () => {
  it('come by one press, which tells their size together', async () => {
    await show();
    await press('すべての録音を入れる（4 MB）');
    expect(calls.at(-1)).toBe('bring plan-5,plan-4');
  });

  it('are stopped together, with one bar over all of them', async () => {
    await show();
    await set({
      sounds: [
        soundOf('plan-4', { state: 'waiting' }),
        soundOf('plan-5', { state: 'coming', loaded: 1_000_000 }),
      ],
    });
    expect(named('録音を入れています')?.getAttribute('aria-valuetext')).toBe('25パーセント');
    await press('すべていったんとめる');
    expect(calls.at(-1)).toBe('stop plan-5,plan-4');
  });

  it('are gone on with by one press', async () => {
    await show();
    await set({ sounds: [soundOf('plan-4'), soundOf('plan-5', { state: 'part', loaded: 1_000_000 })] });
    await press('のこりの録音をすべて入れる（3 MB）');
    expect(calls.at(-1)).toBe('bring plan-5,plan-4');
  });

  it('say so where they are all there', async () => {
    await show();
    await set({ sounds: [soundOf('plan-5', { state: 'whole', loaded: 2_000_000 })] });
    expect(all()).toContain('すべての録音が、この端末にあります（2 MB）。');
    expect(named('すべての録音を入れる（2 MB）')).toBeNull();
  });
});

describe('what is announced', () => {
  const both = (plan5: Partial<ListedSound>, plan4: Partial<ListedSound> = {}): Promise<void> =>
    set({ sounds: [soundOf('plan-4', plan4), soundOf('plan-5', plan5)] });
  const WHOLE = { state: 'whole', loaded: 2_000_000 } as const;

  it('is nothing before something was asked for; how much there is stands there unannounced', async () => {
    await show();
    expect(statuses()).toEqual(['']);
    expect(all()).toContain('2冊のうち0冊の録音が、この端末にあります。');
    // Brought by another window, and removed there.
    await both(WHOLE);
    await both({});
    expect(statuses()).toEqual(['']);
  });

  it('is one line for all the books: that they are coming, each that has come, and that all are there', async () => {
    await show();
    await press('すべての録音を入れる（4 MB）');
    expect(statuses()).toEqual(['2冊の録音を入れています。']);
    await both({ state: 'waiting' }, { state: 'waiting' });
    await both({ state: 'coming', loaded: 1_000_000 }, { state: 'waiting' });
    expect(statuses()).toEqual(['2冊の録音を入れています。']);
    await both(WHOLE, { state: 'waiting' });
    await both(WHOLE, { state: 'coming' });
    expect(statuses()).toEqual(['2冊のうち1冊が入りました：「第5期」']);
    await both(WHOLE, WHOLE);
    expect(statuses()).toEqual(['2冊の録音が、すべて入りました。ネットワークがなくても聞けます。']);
  });

  it('names the one book that was asked for: begun, stopped, begun, come, removed', async () => {
    await show();
    await press('第5期：録音を入れる（2 MB）');
    expect(statuses()).toEqual(['「第5期」の録音を入れています。']);
    await both({ state: 'coming' });
    await press('第5期：いったんとめる');
    await both({ state: 'part', loaded: 500_000 });
    expect(statuses()).toEqual(['「第5期」の録音を、いったんとめました。']);
    await press('第5期：つづきから（のこり 1.5 MB）');
    await both({ state: 'coming', loaded: 500_000 });
    await both(WHOLE);
    expect(statuses()).toEqual(['「第5期」の録音が入りました。ネットワークがなくても聞けます。']);
    removes = () => listing.set({ ...listing.getSnapshot(), sounds: [soundOf('plan-4'), soundOf('plan-5')] });
    await press('第5期：録音を消す');
    expect(statuses()).toEqual(['「第5期」の録音を、この端末から消しました。']);
  });

  it('says of a book asked for while another comes that it waits, and counts the two together', async () => {
    await show();
    await press('第5期：録音を入れる（2 MB）');
    await both({ state: 'coming' });
    await press('第4期：録音を入れる（2 MB）');
    expect(statuses()).toEqual(['「第4期」の録音は、順番を待っています。']);
    await both({ state: 'coming' }, { state: 'waiting' });
    await both(WHOLE, { state: 'coming' });
    expect(statuses()).toEqual(['2冊のうち1冊が入りました：「第5期」']);
  });

  it('says what went wrong, and with which book; those that were given up with it say nothing', async () => {
    await show();
    await press('すべての録音を入れる（4 MB）');
    await both({ state: 'coming' }, { state: 'waiting' });
    await both({ state: 'absent', fault: 'offline' }, { state: 'waiting' });
    await both({ state: 'absent', fault: 'offline' });
    expect(statuses()).toEqual([
      '「第5期」：ネットワークにつながりません。つながったら、もう一度おしてください。',
    ]);
  });

  it('goes on with what was under way when the sheet was opened again', async () => {
    await both({ state: 'coming' }, { state: 'waiting' });
    await show();
    expect(statuses()).toEqual(['']);
    await both(WHOLE, { state: 'coming' });
    expect(statuses()).toEqual(['2冊のうち1冊が入りました：「第5期」']);
    await press('すべていったんとめる');
    expect(statuses()).toEqual(['すべての録音を、いったんとめました。']);
  });
});
