import { useEffect, useRef, useState } from 'react';
import type { CorrectionScope } from '../../book/corrections.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './corrections.module.css';
import { ReadingField } from './reading-field.tsx';
import { ScopeChoices } from './scope-choices.tsx';

interface CorrectionPanelProps {
  /** The word as it is written. */
  readonly surface: string;
  /** How it is read now. */
  readonly reading: string;
  /** How else it may be read, likeliest first; its present reading isn't among them. */
  readonly choices: readonly string[];
  readonly onCorrect: (reading: string, scope: CorrectionScope) => void;
  /** Opens the list of all corrections. */
  readonly onList: () => void;
  readonly onCancel: () => void;
}

/** 「読みを直す」: how far, then a reading to choose or to write. Either is the last press. */
export function CorrectionPanel(props: CorrectionPanelProps) {
  const { surface, reading, choices, onCorrect, onList, onCancel } = props;
  const { name } = useText();
  const [scope, setScope] = useState<CorrectionScope>('book');
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // A finger's keyboard would cover the choices; where there are any, it waits until it is asked for.
    const coarse = matchMedia('(pointer: coarse)').matches;
    const target = coarse && choices.length > 0 ? panel.current : field.current;
    target?.focus({ preventScroll: true });
    // Typing begins anew, and a small mistake is mended where it is.
    if (target === field.current) field.current?.select();
  }, [choices]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say furigana as words.
    <div
      ref={panel}
      className={styles.panel}
      role="group"
      aria-label={name('corrections.panel', { surface })}
      tabIndex={-1}
    >
      <ScopeChoices value={scope} onChoose={setScope} />
      {choices.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: see above.
        <div className={styles.choices} role="group" aria-label={name('corrections.choices')}>
          <p className={styles.legend} aria-hidden="true">
            <Label k="corrections.choices" />
          </p>
          <div className={styles.readings}>
            {choices.map((choice) => (
              <Button
                key={choice}
                label="corrections.choose"
                with={{ reading: choice }}
                onPress={() => onCorrect(choice, scope)}
              />
            ))}
          </div>
        </div>
      )}
      <ReadingField initial={reading} field={field} onReading={(written) => onCorrect(written, scope)} />
      <div className={styles.ends}>
        <Button kind="quiet" label="corrections.list" onPress={onList} />
        <Button kind="quiet" label="app.cancel" onPress={onCancel} />
      </div>
    </div>
  );
}
