import type { ReactNode } from 'react';
import { type TextKey, type TextParameters, useText } from '../../i18n/use-text.ts';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './doubts.module.css';

interface KeyButtonProps {
  readonly label: TextKey;
  readonly with?: TextParameters;
  /** The key that does the same, as it is written on the keyboard. */
  readonly shortcut: string;
  readonly icon?: ReactNode;
  readonly kind?: 'plain' | 'primary' | 'choice';
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/** A button that shows the key that does the same. */
export function KeyButton(props: KeyButtonProps) {
  const { label, with: parameters, shortcut, icon, kind = 'plain', disabled = false, onPress } = props;
  const { name, text } = useText();
  return (
    <button
      type="button"
      className={`${styles.key} ${styles[kind]}`}
      aria-label={name(label, parameters)}
      aria-keyshortcuts={shortcut}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      <span>
        <RubyText text={text(label, parameters)} />
      </span>
      <kbd data-sign={shortcut} />
    </button>
  );
}
