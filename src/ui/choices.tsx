import { type ReactNode, useId } from 'react';
import { type TextKey, useText } from '../i18n/use-text.ts';
import styles from './choices.module.css';
import { Label } from './label.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: TextKey;
  /** A picture of what the choice does, for the eyes only. */
  readonly sample?: ReactNode;
}

interface ChoicesProps<T extends string> {
  readonly label: TextKey;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly children?: ReactNode;
}

/** One of a few: native radio buttons in a named group, drawn as tiles. */
export function Choices<T extends string>({ label, choices, value, onChoose, children }: ChoicesProps<T>) {
  const { name } = useText();
  const group = useId();
  return (
    <div className={styles.group} role="radiogroup" aria-label={name(label)}>
      <div className={styles.legend} aria-hidden="true">
        <Label k={label} />
      </div>
      <div className={styles.tiles}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.tile}>
            <input
              type="radio"
              name={group}
              value={choice.value}
              checked={choice.value === value}
              aria-label={name(choice.label)}
              onChange={() => onChoose(choice.value)}
            />
            {choice.sample}
            <span>
              <Label k={choice.label} />
            </span>
          </label>
        ))}
      </div>
      {children}
    </div>
  );
}
