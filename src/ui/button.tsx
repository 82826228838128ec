import type { ReactNode } from 'react';
import { type TextKey, type TextParameters, useText } from '../i18n/use-text.ts';
import styles from './button.module.css';
import { Label } from './label.tsx';

interface ButtonProps {
  readonly label: TextKey;
  readonly with?: TextParameters;
  /** The accessible name where it must say more than the label (which book, which bookmark). */
  readonly nameKey?: TextKey;
  /** The id of what is said with the name: the state of the thing that the button is about. */
  readonly describedBy?: string | undefined;
  readonly icon?: ReactNode;
  readonly kind?: 'plain' | 'primary' | 'quiet';
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** A button with its words; its name is set apart, so that no furigana gets into it. */
export function Button(props: ButtonProps) {
  const { label, with: parameters, nameKey, describedBy, icon, kind = 'plain' } = props;
  const { disabled, pressed, onPress } = props;
  const { name } = useText();
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]}`}
      aria-label={name(nameKey ?? label, parameters)}
      aria-describedby={describedBy}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      <span>
        <Label k={label} {...(parameters && { with: parameters })} />
      </span>
    </button>
  );
}
