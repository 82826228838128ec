import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Settings, SettingsChange } from '../../library/settings.ts';
import type { VoiceAvailability } from '../../narration/voice.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { PlayIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { Slider } from '../../ui/slider.tsx';
import styles from './first-visit-dialog.module.css';
import { nearestSize, SIZE_NAMES, SIZES } from './sizes.ts';

interface StepProps {
  readonly value: Settings;
  readonly change: (next: SettingsChange) => void;
}

/** How large the text is to be: three samples to look at, not numbers to know. */
export function SizeStep({ value, change }: StepProps) {
  return (
    <div className={styles.sizes}>
      <Choices
        label="first-visit.size"
        value={nearestSize(value.textSize)}
        onChoose={(size) => change({ textSize: SIZES[size] })}
        choices={SIZE_NAMES.map((size) => ({
          value: size,
          label: `first-visit.sizes.${size}` as const,
          sample: (
            <span
              className={styles.sample}
              style={{ fontSize: `${SIZES[size]}px` }}
              aria-hidden="true"
              lang="ja"
            >
              <Label k="first-visit.size-sample" />
            </span>
          ),
        }))}
      />
    </div>
  );
}

/** Which words carry furigana. */
export function FuriganaStep({ value, change }: StepProps) {
  const { name } = useText();
  return (
    <Choices
      label="first-visit.furigana"
      value={value.furigana}
      onChoose={(furigana) => change({ furigana })}
      choices={(['all', 'above-grade', 'first', 'none'] as const).map((which) => ({
        value: which,
        label: `settings.furiganas.${which}` as const,
      }))}
    >
      {value.furigana === 'above-grade' ? (
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
      ) : (
        // Every word of it occurs once, so it looks the same for 全部 and はじめだけ.
        <p className={styles.example}>
          <Label k="settings.sample" />
        </p>
      )}
    </Choices>
  );
}

interface VoiceStepProps {
  readonly availability: VoiceAvailability;
  readonly onTry: () => void;
  readonly guide: ReactNode;
}

/** A sample of the voice; where the device has no Japanese one, what still works and how to get one. */
export function VoiceStep({ availability, onTry, guide }: VoiceStepProps) {
  const { name } = useText();
  return (
    <div className={styles.voice}>
      <h3 aria-label={name('first-visit.voice')}>
        <Label k="first-visit.voice" />
      </h3>
      {availability.state === 'none' ? (
        <>
          <p>
            <Label k="settings.voice-none" /> <Label k="first-visit.voice-none-hint" />
          </p>
          {guide}
        </>
      ) : (
        <>
          <p>
            <Label k="first-visit.voice-hint" />
          </p>
          <Button label="settings.voice-try" icon={<PlayIcon />} onPress={onTry} />
        </>
      )}
    </div>
  );
}
