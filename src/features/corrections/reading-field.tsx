import { type RefObject, useId, useRef, useState } from 'react';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { foldReading } from '../../japanese/spell-correction.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './corrections.module.css';

interface ReadingFieldProps {
  /** What stands in the field at first. */
  readonly initial?: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Called with hiragana alone. */
  readonly onReading: (reading: string) => void;
}

/** Where a reading is written, and the button that takes it. What can't be a reading is said at the field, and kept. */
export function ReadingField({ initial = '', field, onReading }: ReadingFieldProps) {
  const { name } = useText();
  const id = useId();
  const [error, setError] = useState<TextKey | null>(null);
  const composing = useRef(false);

  const take = (): void => {
    const typed = field.current?.value ?? '';
    const reading = foldReading(typed);
    if (reading !== null) {
      onReading(reading);
      return;
    }
    setError(typed.trim() === '' ? 'corrections.empty' : 'corrections.not-kana');
    field.current?.focus();
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id} aria-hidden="true">
        <Label k="corrections.field" />
      </label>
      <div className={styles.write}>
        <input
          ref={field}
          id={id}
          className={styles.input}
          type="text"
          lang="ja"
          aria-label={name('corrections.field')}
          aria-describedby={`${id}-hint`}
          aria-invalid={error !== null}
          defaultValue={initial}
          maxLength={LONGEST_TYPED}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="done"
          onChange={() => setError(null)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={() => {
            composing.current = false;
          }}
          onKeyDown={(event) => {
            // The Enter that ends what an input method puts together is not meant for us.
            if (event.key !== 'Enter' || composing.current || event.nativeEvent.isComposing) return;
            event.preventDefault();
            take();
          }}
        />
        <Button kind="primary" label="corrections.apply" onPress={take} />
      </div>
      <p id={`${id}-hint`} className={error === null ? styles.hint : styles.error} role="status">
        {/* Apart, because furigana would tear the words that a screen reader is given. */}
        <span className="visually-hidden">{name(error ?? 'corrections.hint')}</span>
        <span aria-hidden="true">
          <Label k={error ?? 'corrections.hint'} />
        </span>
      </p>
    </div>
  );
}

/** Somewhat more than can be kept, so that what is too long is told instead of cut. */
const LONGEST_TYPED = 300;
