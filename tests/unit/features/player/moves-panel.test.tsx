// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOVES_ID } from '../../../../src/features/player/moves-id.ts';
import { MovesPanel } from '../../../../src/features/player/moves-panel.tsx';
import { ToldLine } from '../../../../src/features/player/told-line.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../../src/i18n/listening-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import { defaultSettings, type Settings } from '../../../../src/library/settings.ts';

const i18n = createI18n();
let root: Root;
let calls: unknown[];

const named = (name: string): HTMLElement | null => document.querySelector(`[aria-label="${name}"]`);
const press = (name: string): Promise<void> => act(async () => named(name)?.click());
const show = (
  value: Partial<Settings> = {},
  levels: readonly number[] = [1, 2],
  hasPages = true,
  isOpen = true,
): Promise<void> =>
  act(async () => {
    root.render(
      <TranslatorProvider value={i18n}>
        <MovesPanel
          value={{ ...defaultSettings, ...value }}
          change={(next) => calls.push(next)}
          levels={levels}
          hasPages={hasPages}
          onMove={(direction) => calls.push(direction)}
          onCommand={(command) => calls.push(command)}
          isOpen={isOpen}
          told={null}
        />
      </TranslatorProvider>,
    );
  });
const options = (name: string): (string | null)[] =>
  [...(named(name)?.querySelectorAll('option') ?? [])].map((option) => option.textContent);
const choose = (name: string, value: string): Promise<void> =>
  act(async () => {
    const select = named(name);
    if (!(select instanceof HTMLSelectElement)) throw new TypeError(`no list ${name}`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await loadListeningTexts(i18n);
  calls = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('the large buttons', () => {
  it('are folded away until they are asked for', async () => {
    await show({}, [], true, false);
    const content = document.getElementById(MOVES_ID);
    expect(content?.hidden).toBe(true);
    await show();
    expect(content?.hidden).toBe(false);
  });

  it('move by the chosen unit, and say which', async () => {
    await show({ moveUnit: 'paragraph' });
    await press('もどる（前の段落）');
    await press('すすむ（次の段落）');
    await press('章のはじめ');
    await press('いまどこ');
    await press('読み上げのしおり');
    await press('キーの一覧');
    expect(calls).toEqual([-1, 1, 'chapter-start', 'where', 'bookmark', 'help']);
  });

  it('offer the units that the book has', async () => {
    await show();
    expect(options('どれだけ動くか')).toEqual(['文節', '文', '段落', '見出し', 'ページ', '10秒']);
    await show({}, [], false);
    expect(options('どれだけ動くか')).toEqual(['文節', '文', '段落', '10秒']);
    await choose('どれだけ動くか', 'seconds');
    expect(calls).toEqual([{ moveUnit: 'seconds' }]);
  });

  it('offer the levels of headings where there are several', async () => {
    await show({ moveUnit: 'heading' });
    expect(options('見出しの段')).toEqual(['どの段でも', '1段め', '2段め']);
    await choose('見出しの段', '2');
    expect(calls).toEqual([{ headingLevel: 2 }]);
    await show({ moveUnit: 'heading' }, [1]);
    expect(named('見出しの段')).toBeNull();
  });
});

describe('what is told', () => {
  const tell = (aloud: boolean, landed: string | null = null, nth = 0): Promise<void> =>
    act(async () => {
      root.render(
        <TranslatorProvider value={i18n}>
          <ToldLine
            parts={landed === null ? [{ key: 'listening.moves.no-pages' }, { secondsLeft: 240 }] : null}
            aloud={aloud}
            landed={landed}
            nth={nth}
            onDismiss={() => calls.push('dismiss')}
          />
        </TranslatorProvider>,
      );
    });
  const live = (): string =>
    [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent).join('');

  it('is shown, but no live text while the voice says it', async () => {
    await tell(true);
    expect(live()).toBe('');
    expect(document.body.textContent).toContain('この本には、ページの番号がありません。');
    expect(document.body.textContent).toContain('のこり 約4分');
    await press('閉じる');
    expect(calls).toEqual(['dismiss']);
  });

  it('is live where no voice says it, as is the place that a silent player has gone to', async () => {
    await tell(false);
    expect(live()).toContain('この本には、ページの番号がありません。');
    await tell(false, '夜はごはん。');
    expect(live()).toBe('夜はごはん。');
  });

  it.each([
    ['a message', null],
    ['a place', '夜はごはん。'],
  ])('puts %s into the live text anew where it is told again', async (_what, landed) => {
    await tell(false, landed, 1);
    const first = document.querySelector('[role="status"] > :first-child');
    await tell(false, landed, 2);
    expect(first?.isConnected).toBe(false);
    expect(live()).not.toBe('');
  });
});
