import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../library/settings.ts';
import type { SettingsStore } from '../../library/settings-store.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Slider } from '../../ui/slider.tsx';
import { useStore } from '../../ui/use-store.ts';
import { FuriganaChoices } from './furigana-choices.tsx';
import { LanguageChoices } from './language-choices.tsx';
import styles from './settings.module.css';

interface SettingsSheetProps {
  readonly settings: SettingsStore;
  readonly onClose: () => void;
  /** The way to the readings that the reader corrected. */
  readonly corrections: ReactNode;
}

/** 「見やすさ」: how the text looks, what carries furigana. Every change shows behind at once. */
export function SettingsSheet({ settings, onClose, corrections }: SettingsSheetProps) {
  const state = useStore(settings);
  const value = state.settings;
  const change = (next: Partial<Settings>): void => settings.change(next);
  return (
    <Sheet
      title="settings.title"
      closeLabel="settings.close"
      onClose={onClose}
      foot={
        <>
          <Button label="app.undo" disabled={!state.canUndo} onPress={() => settings.undo()} />
          <Button kind="quiet" label="settings.reset" onPress={() => settings.reset()} />
        </>
      }
    >
      {state.problem !== 'none' && (
        <p className={styles.problem} role="status">
          <Label k={state.problem === 'repaired' ? 'settings.repaired' : 'settings.not-kept'} />
        </p>
      )}
      <LookChoices value={value} change={change} />
      <FuriganaChoices value={value} change={change} full />
      {corrections}
      <LanguageChoices value={value} change={change} />
    </Sheet>
  );
}

interface ChoiceProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
}

function LookChoices({ value, change }: ChoiceProps) {
  const { name, text } = useText();
  const times = (number: number): { readonly words: string; readonly children: ReactNode } => {
    const parameters = { value: number.toFixed(1) };
    return {
      words: name('settings.times', parameters),
      children: <RubyText text={text('settings.times', parameters)} />,
    };
  };
  const percent = (fraction: number): { readonly words: string; readonly children: ReactNode } => {
    const parameters = { value: Math.round(fraction * 100) };
    return {
      words: name('settings.percent', parameters),
      children: <Label k="settings.percent" with={parameters} />,
    };
  };
  return (
    <>
      <Slider
        label="settings.text-size"
        min={16}
        max={96}
        step={2}
        value={value.textSize}
        words={name('settings.pixels', { value: value.textSize })}
        onChange={(textSize) => change({ textSize })}
      >
        <Label k="settings.pixels" with={{ value: value.textSize }} />
      </Slider>
      <Choices
        label="settings.theme"
        value={value.theme}
        onChoose={(theme) => change({ theme })}
        choices={(['kinari', 'white', 'black', 'navy-yellow', 'system'] as const).map((theme) => ({
          value: theme,
          label: `settings.themes.${theme}` as const,
          sample: (
            <span className={styles.swatch} data-theme={theme} aria-hidden="true">
              <span data-sign="あ" />
            </span>
          ),
        }))}
      />
      <Choices
        label="settings.typeface"
        value={value.typeface}
        onChoose={(typeface) => change({ typeface })}
        choices={(['gothic', 'mincho', 'device'] as const).map((typeface) => ({
          value: typeface,
          label: `settings.typefaces.${typeface}` as const,
        }))}
      />
      <Choices
        label="settings.writing-mode"
        value={value.writingMode}
        onChoose={(writingMode) => change({ writingMode })}
        choices={(['horizontal', 'vertical'] as const).map((mode) => ({
          value: mode,
          label: `settings.writing-modes.${mode}` as const,
        }))}
      />
      <Slider
        label="settings.line-spacing"
        min={1.5}
        max={3.5}
        step={0.1}
        value={value.lineSpacing}
        onChange={(lineSpacing) => change({ lineSpacing })}
        {...times(value.lineSpacing)}
      />
      <Slider
        label="settings.letter-spacing"
        min={0}
        max={0.5}
        step={0.02}
        value={value.letterSpacing}
        onChange={(letterSpacing) => change({ letterSpacing })}
        {...percent(value.letterSpacing)}
      />
      <Slider
        label="settings.word-spacing"
        min={0}
        max={1}
        step={0.05}
        value={value.wordSpacing}
        onChange={(wordSpacing) => change({ wordSpacing })}
        {...percent(value.wordSpacing)}
      />
      <Choices
        label="settings.phrase-spaces"
        value={value.phraseSpaces ? 'on' : 'off'}
        onChoose={(spaces) => change({ phraseSpaces: spaces === 'on' })}
        choices={(['off', 'on'] as const).map((spaces) => ({
          value: spaces,
          label: `settings.phrase-spacing.${spaces}` as const,
        }))}
      >
        <p className={styles.hint}>
          <Label k="settings.phrase-spaces-hint" />
        </p>
      </Choices>
      <Choices
        label="settings.margins"
        value={String(value.margins)}
        onChoose={(margins) => change({ margins: Number(margins) })}
        choices={(['none', 'small', 'medium', 'large'] as const).map((margin, step) => ({
          value: String(step),
          label: `settings.margin.${margin}` as const,
        }))}
      />
    </>
  );
}
