import { rateWords } from '../../i18n/rate-words.ts';
import { type TextKey, type TextParameters, useText } from '../../i18n/use-text.ts';
import { SETTING_CHOICES, SETTING_RANGES, type Settings } from '../../library/settings.ts';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { Slider } from '../../ui/slider.tsx';
import styles from './listening.module.css';

interface PacePartProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
}

/** How fast each sentence is read, how often, and how much silence comes after it. */
export function PacePart({ value, change }: PacePartProps) {
  const rate = rateWords(value.rate);
  const pause = value.sentencePause;
  return (
    <>
      <WordedSlider
        field="rate"
        label="player.rate"
        value={value.rate}
        words={rate.key}
        shown="player.rate-value"
        parameters={rate.parameters}
        onChange={(rate) => change({ rate })}
      />
      <WordedSlider
        field="sentencePause"
        label="listening.repeat.between"
        value={pause}
        words={pause === 0 ? 'listening.repeat.natural' : 'listening.repeat.seconds'}
        parameters={{ seconds: pause }}
        onChange={(sentencePause) => change({ sentencePause })}
      />
      <WordedSlider
        field="repeatTimes"
        label="listening.repeat.times"
        value={value.repeatTimes}
        words="listening.repeat.count"
        parameters={{ times: value.repeatTimes }}
        onChange={(repeatTimes) => change({ repeatTimes })}
      />
      <Choices
        label="listening.repeat.pause"
        value={value.repeatPause}
        onChoose={(repeatPause) => change({ repeatPause })}
        choices={SETTING_CHOICES.repeatPause.map((pause) => ({
          value: pause,
          label: `listening.repeat.pauses.${pause}` as const,
        }))}
      >
        {(pause > 0 || value.repeatPause !== 'none') && (
          <p className={styles.hint}>
            <Label k="listening.repeat.screen" />
          </p>
        )}
      </Choices>
    </>
  );
}

interface WordedSliderProps {
  readonly field: 'rate' | 'sentencePause' | 'repeatTimes';
  readonly label: TextKey;
  readonly value: number;
  readonly words: TextKey;
  /** What is shown, where that is less than what is said. */
  readonly shown?: TextKey;
  readonly parameters: TextParameters;
  readonly onChange: (value: number) => void;
}

function WordedSlider({ field, label, value, words, shown, parameters, onChange }: WordedSliderProps) {
  const { name } = useText();
  const [min, max, step] = SETTING_RANGES[field];
  return (
    <Slider
      label={label}
      min={min}
      max={max}
      step={step}
      value={value}
      words={name(words, parameters)}
      onChange={onChange}
    >
      <Label k={shown ?? words} with={parameters} />
    </Slider>
  );
}
