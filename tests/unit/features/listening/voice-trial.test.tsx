// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VoiceTrial } from '../../../../src/features/listening/voice-trial.tsx';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../../src/i18n/listening-texts.ts';
import { addScreenTexts } from '../../../../src/i18n/screen-texts.ts';
import { TranslatorProvider } from '../../../../src/i18n/translator.ts';
import { deviceVoice } from '../../narration/samples.ts';

const i18n = createI18n();
addScreenTexts(i18n);
const VOICES = [deviceVoice('Kyoko', true), deviceVoice('Otoya', true)];
let root: Root;
let calls: string[];
let fail: () => void;

const show = (voices = VOICES): Promise<void> =>
  act(async () =>
    root.render(
      <TranslatorProvider value={i18n}>
        <VoiceTrial
          voices={voices}
          onTry={(voice, onFailed) => {
            calls.push(`try ${voice.name}`);
            fail = onFailed;
            return () => calls.push(`hush ${voice.name}`);
          }}
          onChoose={(voice) => calls.push(`choose ${voice.name}`)}
        />
      </TranslatorProvider>,
    ),
  );
const button = (name: string): HTMLButtonElement | null =>
  document.querySelector(`button[aria-label="${name}"]`);
const press = (name: string): Promise<void> =>
  act(async () => {
    if (button(name) === null) throw new Error(`no ${name}`);
    button(name)?.click();
  });
const text = (): string => {
  const copy = document.body.cloneNode(true) as Element;
  for (const reading of copy.querySelectorAll('rt, rp')) reading.remove();
  return copy.textContent ?? '';
};

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  await Promise.all([loadListeningTexts(i18n), import('../../../../src/ui/voice-steps.tsx')]);
  calls = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await show();
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('the trial of voices', () => {
  it('speaks within the press, asks, and keeps the voice that was heard', async () => {
    await press('声を聞きくらべる');
    expect(calls).toEqual(['try Kyoko']);
    expect(text()).toContain('2種類の声のうち、1番め：Kyoko');
    expect(text()).toContain('日本語で聞こえましたか。');
    await press('はい');
    expect(calls).toEqual(['try Kyoko', 'hush Kyoko', 'choose Kyoko']);
    expect(text()).toContain('「Kyoko」で読みます。');
  });

  it('goes on to the next voice after いいえ, within the press too', async () => {
    await press('声を聞きくらべる');
    await press('いいえ');
    expect(calls).toEqual(['try Kyoko', 'hush Kyoko', 'try Otoya']);
    expect(text()).toContain('2種類の声のうち、2番め：Otoya');
  });

  it('says how a voice is added, step by step, where none was heard', async () => {
    await press('声を聞きくらべる');
    await press('いいえ');
    await press('いいえ');
    await vi.waitFor(async () => {
      await act(async () => {});
      expect(text()).toContain('日本語で聞こえる声が、まだありません。');
      expect(document.querySelectorAll('details[open] ol')).toHaveLength(6);
    });
    expect(calls.filter((call) => call.startsWith('choose'))).toEqual([]);
  });

  it('says the sentence again on request', async () => {
    await press('声を聞きくらべる');
    await press('もう一度聞く');
    expect(calls).toEqual(['try Kyoko', 'hush Kyoko', 'try Kyoko']);
  });

  it('says when a voice makes no sound, and still asks for the next', async () => {
    await press('声を聞きくらべる');
    await act(async () => fail());
    expect(text()).toContain('この声は出ませんでした。');
    await press('いいえ');
    expect(text()).not.toContain('この声は出ませんでした。');
  });

  it('offers the others after a choice, as long as there are any', async () => {
    await press('声を聞きくらべる');
    await press('はい');
    await press('ほかの声も聞く');
    await press('はい');
    expect(calls.filter((call) => call.startsWith('choose'))).toEqual(['choose Kyoko', 'choose Otoya']);
    expect(button('ほかの声も聞く')).toBeNull();
  });

  it('ends with やめる, or with the sheet, and is silent at once', async () => {
    await press('声を聞きくらべる');
    await press('やめる');
    expect(calls).toEqual(['try Kyoko', 'hush Kyoko']);
    await press('声を聞きくらべる');
    await act(async () => root.render(null));
    expect(calls.slice(2)).toEqual(['try Kyoko', 'hush Kyoko']);
  });

  it('moves the focus to the words of each step, and leaves it on いいえ between voices', async () => {
    await press('声を聞きくらべる');
    expect(document.activeElement?.textContent).toContain('Kyoko');
    button('いいえ')?.focus();
    await press('いいえ');
    expect(document.activeElement).toBe(button('いいえ'));
    await press('はい');
    expect(document.activeElement?.textContent).toContain('Otoya');
    await press('閉じる');
    expect(document.activeElement?.contains(button('声を聞きくらべる'))).toBe(true);
  });

  it('comes back to its beginning where the voice under trial is gone', async () => {
    await press('声を聞きくらべる');
    await show([]);
    expect(button('声を聞きくらべる')?.disabled).toBe(true);
  });
});
