import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { PlayerCommand } from '../../library/player-keys.ts';
import styles from './keys-sheet.module.css';

interface KeyFieldProps {
  readonly command: PlayerCommand;
  /** The id of the words that say what to press. */
  readonly describedBy: string;
  /** `key` as a keyboard event has it. */
  readonly onKey: (key: string) => void;
  /** Backspace or Delete: no key at all. */
  readonly onClear: () => void;
  readonly onCancel: () => void;
  /** The keyboard has gone elsewhere. */
  readonly onLeave: () => void;
}

/**
 * Takes one key. A field, not a button: screen readers leave their own keys to a field by themselves, and the screens of
 * phones bring their keyboard for it.
 */
export function KeyField({ command, describedBy, onKey, onClear, onCancel, onLeave }: KeyFieldProps) {
  const { name } = useText();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      className={styles.field}
      value=""
      size={3}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={name('listening.keys.field', { command: name(`listening.keys.commands.${command}`) })}
      aria-describedby={describedBy}
      onBlur={onLeave}
      // Keyboards on the screen tell no key, only what they have written.
      onChange={(event) => onKey(event.target.value.slice(-1))}
      onKeyDown={(event) => {
        const { key, code, ctrlKey, altKey, metaKey, nativeEvent } = event;
        if (key === 'Tab' || MODIFIERS.has(key) || ctrlKey || altKey || metaKey) return;
        const written = nativeEvent.isComposing || key === 'Process' ? letterOf(code) : key;
        if (written === 'Unidentified' || written === null) return;
        event.preventDefault();
        event.stopPropagation();
        if (key === 'Escape') onCancel();
        else if (key === 'Backspace' || key === 'Delete') onClear();
        else onKey(written);
      }}
    />
  );
}

const MODIFIERS = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'CapsLock',
  'AltGraph',
  'Fn',
  'KanaMode',
  'Zenkaku',
  'Hankaku',
]);

/** While words are composed, a key is known by its place alone. */
function letterOf(code: string): string | null {
  return (
    /^(?:Key([A-Z])|Digit(\d))$/u
      .exec(code)
      ?.slice(1)
      .find((part) => part !== undefined) ?? null
  );
}
