import { memo } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import type { Draft } from './draft.ts';
import styles from './open-screen.module.css';

interface PasteFormProps {
  readonly draft: Draft;
  readonly disabled: boolean;
  /** Must be the same function from render to render. */
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onRead: () => void;
}

/** A text that is typed or pasted, with a title if one likes. It stays as it is until it has become a document. */
export function PasteForm({ draft, disabled, onChange, onRead }: PasteFormProps) {
  const { name } = useText();
  return (
    <section className={styles.paste}>
      <h2 aria-label={name('shelf.paste')}>
        <Label k="shelf.paste" />
      </h2>
      <label className={styles.field}>
        <span aria-hidden="true">
          <Label k="open.title-label" />
        </span>
        <input
          type="text"
          aria-label={name('open.title-label')}
          maxLength={200}
          autoComplete="off"
          value={draft.title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
      </label>
      <TextField text={draft.text} onChange={onChange} />
      <div>
        <Button kind="primary" label="open.read" disabled={disabled} onPress={onRead} />
      </div>
    </section>
  );
}

interface TextFieldProps {
  readonly text: string;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Apart, and rendered only when the text is another: React compares a field's whole text with what it holds. */
const TextField = memo(function TextField({ text, onChange }: TextFieldProps) {
  const { name } = useText();
  return (
    <label className={styles.field}>
      <span aria-hidden="true">
        <Label k="open.paste-label" />
      </span>
      <textarea
        aria-label={name('open.paste-label')}
        placeholder={name('open.paste-hint')}
        rows={8}
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </label>
  );
});
