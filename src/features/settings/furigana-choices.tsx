import { useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../library/settings.ts';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { Slider } from '../../ui/slider.tsx';

interface FuriganaChoicesProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
  /** Also the size, the script, and what a screen reader is given. */
  readonly full?: boolean;
}

/** Which words carry furigana: 全部, 習う学年より上, はじめだけ, なし. */
export function FuriganaChoices({ value, change, full = false }: FuriganaChoicesProps) {
  const { name } = useText();
  return (
    <>
      <Choices
        label="settings.furigana"
        value={value.furigana}
        onChoose={(furigana) => change({ furigana })}
        choices={(['all', 'above-grade', 'first', 'none'] as const).map((which) => ({
          value: which,
          label: `settings.furiganas.${which}` as const,
        }))}
      >
        {value.furigana === 'above-grade' && (
          <Slider
            label="settings.school-grade"
            min={1}
            max={6}
            step={1}
            value={value.schoolGrade}
            words={name('settings.school-grades', { grade: value.schoolGrade })}
            onChange={(schoolGrade) => change({ schoolGrade })}
          >
            <Label k="settings.school-grades" with={{ grade: value.schoolGrade }} />
          </Slider>
        )}
      </Choices>
      {full && (
        <>
          <Slider
            label="settings.ruby-size"
            min={50}
            max={70}
            step={5}
            value={value.rubySize}
            words={name('settings.ruby-size-value', { value: value.rubySize })}
            onChange={(rubySize) => change({ rubySize })}
          >
            <Label k="settings.ruby-size-value" with={{ value: value.rubySize }} />
          </Slider>
          <Choices
            label="settings.reading-script"
            value={value.readingScript}
            onChoose={(readingScript) => change({ readingScript })}
            choices={(['hiragana', 'katakana', 'romaji'] as const).map((script) => ({
              value: script,
              label: `settings.reading-scripts.${script}` as const,
            }))}
          />
          <Choices
            label="settings.screen-reader"
            value={value.screenReader}
            onChoose={(screenReader) => change({ screenReader })}
            choices={(['kanji', 'readings', 'plain'] as const).map((what) => ({
              value: what,
              label: `settings.screen-readers.${what}` as const,
            }))}
          >
            <p>
              <Label k="settings.screen-reader-hint" />
            </p>
          </Choices>
        </>
      )}
    </>
  );
}
