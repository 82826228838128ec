import type { ReactNode } from 'react';
import { type TextKey, useText } from '../i18n/use-text.ts';
import { Label } from './label.tsx';
import styles from './slider.module.css';

interface SliderProps {
  readonly label: TextKey;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words, for the slider's accessible value. */
  readonly words: string;
  readonly onChange: (value: number) => void;
  /** The value as it is shown. */
  readonly children: ReactNode;
}

/** A native slider with its label before it and its value, in words, beside it. */
export function Slider({ label, value, min, max, step, words, onChange, children }: SliderProps) {
  const { name } = useText();
  return (
    <div className={styles.slider}>
      <div className={styles.head} aria-hidden="true">
        <span>
          <Label k={label} />
        </span>
        <output className={styles.value}>{children}</output>
      </div>
      <input
        type="range"
        aria-label={name(label)}
        aria-valuetext={words}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
