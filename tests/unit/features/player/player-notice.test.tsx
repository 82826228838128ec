// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlayerNotice } from '../../../../src/features/player/player-notice.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import type { PlayerSnapshot, PlayerStatus } from '../../../../src/narration/player.ts';
import type { VoiceError } from '../../../../src/narration/voice.ts';

const WAITING = '声を待っています。';
const i18n = createI18n();
let root: Root;

const show = (status: PlayerStatus | null, error: VoiceError | null = null, index = 0): Promise<void> => {
  const snapshot: PlayerSnapshot | null =
    status === null ? null : { status, error, sentence: 'a', index, count: 2, rate: 1 };
  return act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <PlayerNotice snapshot={snapshot} />
      </TranslatorProvider>,
    );
  });
};
const wait = (milliseconds: number): Promise<void> =>
  act(async () => {
    vi.advanceTimersByTime(milliseconds);
  });
/** What is live, without the kana above it. */
const live = (): string => {
  const copy = document.querySelector('[role="status"]')?.cloneNode(true) as Element;
  for (const kana of copy.querySelectorAll('rt, rp')) kana.remove();
  return copy.textContent ?? '';
};

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe('a voice that does not come', () => {
  it('is said to be waited for after three seconds, and not before', async () => {
    await show('starting');
    await wait(2999);
    expect(live()).toBe('');
    await wait(1);
    expect(live()).toBe(WAITING);
  });

  it.each<PlayerStatus>(['speaking', 'stopped'])(
    'is no longer waited for as soon as it is %s',
    async (next) => {
      await show('starting');
      await wait(3500);
      await show(next);
      expect(live()).toBe('');
      await show('starting');
      expect(live()).toBe('');
      await wait(3000);
      expect(live()).toBe(WAITING);
    },
  );

  it('is waited for all the while, also where the listener moves on', async () => {
    await show('starting');
    await wait(2000);
    await show('starting', null, 1);
    await wait(1000);
    expect(live()).toBe(WAITING);
  });

  it('gives way to why there is none', async () => {
    await show('starting');
    await wait(3500);
    await show('failed', { code: 'timeout', phase: 'start' });
    expect(live()).toContain('声が出てきません。');
    expect(live()).not.toContain(WAITING);
  });

  it('is nothing to speak of while voices follow each other in time', async () => {
    for (const status of ['starting', 'speaking', 'pausing-between', 'starting', 'speaking'] as const) {
      await show(status);
      await wait(2500);
      expect(live()).toBe('');
    }
    await show(null);
    await wait(10_000);
    expect(live()).toBe('');
  });
});
