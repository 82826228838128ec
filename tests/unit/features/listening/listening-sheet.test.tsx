// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../../src/book/store.ts';
import { ListeningSheet } from '../../../../src/features/listening/listening-sheet.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../../src/i18n/listening-texts.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import { createSettingsStore, type SettingsStore } from '../../../../src/library/settings-store.ts';
import type { NarratorState } from '../../../../src/narration/narrator.ts';
import type { SleepState, SleepTimer } from '../../../../src/narration/sleep-timer.ts';
import type { VoiceAvailability } from '../../../../src/narration/voice.ts';
import { deviceVoice } from '../../narration/samples.ts';

type Props = Parameters<typeof ListeningSheet>[0];

const i18n = createI18n();
addScreenTexts(i18n);
const ready: VoiceAvailability = {
  state: 'ready',
  voices: [deviceVoice('Kyoko', true), deviceVoice('Google 日本語', false)],
};
const recorded: NarratorState = {
  wanted: 'recorded',
  speaking: 'recorded',
  recording: 'ready',
  fault: null,
};
let root: Root;
let settings: SettingsStore;
let sleep: ReturnType<typeof createStore<SleepState>>;
let calls: string[];

const show = (props: Partial<Props> = {}): Promise<void> =>
  act(async () => {
    const sleepTimer: SleepTimer = {
      ...sleep,
      choose: (choice) => calls.push(`choose ${choice}`),
      extend: () => calls.push('extend'),
      dispose: () => {},
    };
    root.render(
      <TranslatorProvider value={i18n}>
        <ListeningSheet
          settings={settings}
          availability={ready}
          narration={recorded}
          sleepTimer={sleepTimer}
          onTry={() => () => {}}
          onClose={() => calls.push('close')}
          {...props}
        />
      </TranslatorProvider>,
    );
  });
const named = <T extends Element = HTMLElement>(tag: string, name: string): T | null =>
  document.querySelector<T>(`${tag}[aria-label="${name}"]`);
const choose = (name: string, value: string): Promise<void> =>
  act(async () => {
    const select = named<HTMLSelectElement>('select', name);
    if (select === null) throw new Error(`no ${name}`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
const slide = (name: string, value: string): Promise<void> =>
  act(async () => {
    const input = named<HTMLInputElement>('input', name);
    if (input === null) throw new Error(`no ${name}`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (tag: string, name: string): Promise<void> => act(async () => named(tag, name)?.click());
/** What is read, without furigana. */
const textOf = (element: Element | null): string => {
  const copy = element?.cloneNode(true) as Element;
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent ?? '';
};
const now = () => settings.getSnapshot().settings;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await loadListeningTexts(i18n);
  calls = [];
  const kept = new Map<string, string>();
  settings = createSettingsStore({
    read: (key) => kept.get(key) ?? null,
    write: (key, text) => {
      kept.set(key, text);
      return 'kept';
    },
    remove: (key) => void kept.delete(key),
    watch: () => () => {},
  });
  sleep = createStore<SleepState>({ choice: 'off', minutesLeft: null, fading: false });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('the voice that reads', () => {
  it('is chosen with what it means beside it, and taken back with one press', async () => {
    await show();
    expect(textOf(document.body)).toContain('画面を消しても、つづけて聞けます。');
    await press('input', 'この端末の声');
    expect(now().narrator).toBe('device');
    expect(textOf(document.body)).toContain('画面を消すと、この声は止まります。');
    await press('button', 'もとにもどす');
    expect(now().narrator).toBe('recorded');
  });

  it.each<[string, Partial<NarratorState>]>([
    ['', {}],
    ['', { wanted: 'device', speaking: 'device' }],
    ['', { wanted: 'device', speaking: 'device', recording: 'none', fault: { code: 'no-voice' } }],
    ['この本には録音がないので、この端末の声で読みます。', { recording: 'none', speaking: 'device' }],
    ['録音を用意しています。', { recording: 'loading' }],
    [
      '録音を取りよせられませんでした。いまは、この端末の声で読みます。',
      { recording: 'missing', speaking: 'device', fault: { code: 'network' } },
    ],
    [
      '録音の声が出なかったので、いまは、この端末の声で読みます。',
      { speaking: 'device', fault: { code: 'synthesis-failed', detail: '' } },
    ],
    [
      'この端末の声が出なかったので、いまは、録音の声で読みます。',
      { wanted: 'device', fault: { code: 'no-voice' } },
    ],
  ])('says when another has to step in: %s', async (words, changes) => {
    await show({ narration: { ...recorded, ...changes } });
    expect(textOf(document.querySelector('[role="status"]'))).toBe(words);
  });

  it('of the device’s own is the best, or one by its name', async () => {
    await show();
    const [, kyoko, google] = ready.voices.length === 2 ? [null, ...ready.voices] : [];
    await choose('この端末の声', `${google?.voiceURI}\n${google?.name}`);
    expect(now().voice).toEqual({ name: 'Google 日本語', lang: 'ja-JP', voiceURI: 'uri:Google 日本語' });
    await choose('この端末の声', `${kyoko?.voiceURI}\n${kyoko?.name}`);
    expect(now().voice?.name).toBe('Kyoko');
    await choose('この端末の声', '');
    expect(now().voice).toBeNull();
  });

  it('says what a voice of the network means, where there is one', async () => {
    const words = 'ネットワークの声で聞くと、文章は声をつくる会社に送られます。';
    await show();
    expect(textOf(document.body)).toContain(words);
    await show({ availability: { state: 'ready', voices: [deviceVoice('Kyoko', true)] } });
    expect(textOf(document.body)).not.toContain(words);
  });

  it('is found again though the device has renamed it', async () => {
    settings.change({ voice: { name: 'Kyoko (拡張)', lang: 'ja-JP', voiceURI: 'gone' } });
    await show();
    expect(named<HTMLSelectElement>('select', 'この端末の声')?.value).toBe('uri:Kyoko\nKyoko');
  });

  it('that isn’t there is no error, but the way to one', async () => {
    await show({ availability: { state: 'none', voices: [] } });
    expect(textOf(document.body)).toContain('この端末には、まだ日本語の声がありません。');
    expect(named('summary', '声を入れる方法を見る')).not.toBeNull();
    expect(named('button', '声を聞きくらべる')).toBeNull();
  });
});

describe('the pace', () => {
  it('is kept in the settings: speed, silence, repeats', async () => {
    await show();
    await slide('はやさ', '1.5');
    await slide('文と文の間', '2.5');
    await slide('一つの文を読む回数', '3');
    await press('input', '文と同じ長さ');
    expect(now()).toMatchObject({ rate: 1.5, sentencePause: 2.5, repeatTimes: 3, repeatPause: 'same' });
  });

  it('is said in words', async () => {
    await show();
    const words = (name: string) => named('input', name)?.getAttribute('aria-valuetext');
    expect(words('文と文の間')).toBe('声のまま');
    await slide('文と文の間', '0.5');
    expect([words('はやさ'), words('文と文の間'), words('一つの文を読む回数')]).toEqual([
      'ふつう、1.0倍',
      '0.5秒',
      '1回',
    ]);
  });
});

describe('the sleep timer', () => {
  it('is chosen in minutes, to the end of a chapter or a sentence, or not at all', async () => {
    await show();
    const select = named<HTMLSelectElement>('select', 'おやすみタイマー');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      '使わない',
      ...['10分', '15分', '30分', '45分', '60分', '90分'],
      'この章のおわりまで',
      'この文のおわりまで',
    ]);
    await choose('おやすみタイマー', '30');
    await choose('おやすみタイマー', 'chapter');
    expect(calls).toEqual(['choose 30', 'choose chapter']);
  });

  it('says what is left and is made longer with one press, also while it fades', async () => {
    sleep.set({ choice: 30, minutesLeft: 12, fading: false });
    await show();
    expect(textOf(document.body)).toContain('あと12分聞くと、止まります。');
    await press('button', 'あと10分のばす');
    await act(async () => sleep.set({ choice: 30, minutesLeft: 1, fading: true }));
    expect(textOf(document.body)).toContain('まもなく止まります。');
    await press('button', 'あと10分のばす');
    expect(calls).toEqual(['extend', 'extend']);
  });

  it('isn’t there without a player', async () => {
    await show({ sleepTimer: null });
    expect(named('select', 'おやすみタイマー')).toBeNull();
  });
});

it('What is given for marking has a part of its own', async () => {
  await show();
  expect(named('section', '印')).toBeNull();
  await show({ children: <p>marks</p> });
  expect(named('section', '印')?.textContent).toContain('marks');
});

it('Every part is a section with a heading of its name', async () => {
  await show({ children: <p>marks</p> });
  const names = [...document.querySelectorAll('section')].map((part) => part.getAttribute('aria-label'));
  expect(names).toEqual(['声', 'はやさと間', 'おやすみタイマー', '印']);
  const headings = [...document.querySelectorAll('h3')].map((part) => part.getAttribute('aria-label'));
  expect(headings).toEqual(names);
});
