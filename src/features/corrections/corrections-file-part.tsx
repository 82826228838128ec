import { useState } from 'react';
import type { CorrectionDraft } from '../../book/corrections.ts';
import { useText } from '../../i18n/use-text.ts';
import { MOST_CORRECTIONS } from '../../library/corrections.ts';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Label } from '../../ui/label.tsx';
import { type CorrectionsFileError, readCorrections } from './corrections-file.ts';
import styles from './corrections-sheet.module.css';

interface CorrectionsFilePartProps {
  readonly isEmpty: boolean;
  readonly onSave: () => void;
  /** A file was chosen: what was said before is over. */
  readonly onChosen: () => void;
  readonly onRead: (drafts: readonly CorrectionDraft[]) => void;
}

/** More than that nobody mends at once; the number of the rest is said. */
const MOST_SHOWN = 8;

/** The corrections to a file and back. What is wrong with a file is said line by line. */
export function CorrectionsFilePart({ isEmpty, onSave, onChosen, onRead }: CorrectionsFilePartProps) {
  const { name } = useText();
  const [errors, setErrors] = useState<readonly CorrectionsFileError[]>([]);

  const read = async (file: File): Promise<void> => {
    setErrors([]);
    onChosen();
    const answer = await file.arrayBuffer().then(
      (bytes) => readCorrections(new Uint8Array(bytes)),
      () => ({ ok: false, errors: [{ line: 0, code: 'unreadable' }] }) as const,
    );
    if (answer.ok) onRead(answer.drafts);
    else setErrors(answer.errors);
  };

  return (
    <section className={styles.file} aria-label={name('corrections.file.title')}>
      <h3 className={styles.heading} aria-label={name('corrections.file.title')}>
        <Label k="corrections.file.title" />
      </h3>
      <p className={styles.hint}>
        <Label k="corrections.file.hint" />
      </p>
      <div className={styles.buttons}>
        <Button label="corrections.file.export" disabled={isEmpty} onPress={onSave} />
        <FileField
          label="corrections.file.import"
          accept=".csv,.txt,text/csv,text/plain"
          onFile={(file) => void read(file)}
        />
      </div>
      <div role="alert">
        {errors.length > 0 && (
          <div className={styles.errors}>
            <p>
              <Label k="corrections.file.failed" />
            </p>
            <ul>
              {errors.slice(0, MOST_SHOWN).map(({ line, code }) => (
                <li key={`${line} ${code}`}>
                  <Label k={`corrections.errors.${code}`} with={{ line, limit: MOST_CORRECTIONS }} />
                </li>
              ))}
            </ul>
            {errors.length > MOST_SHOWN && (
              <p>
                <Label k="corrections.file.others" with={{ left: errors.length - MOST_SHOWN }} />
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
