import { useRef, useState } from 'react';
import type { Correction, CorrectionScope } from '../../book/corrections.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './corrections-sheet.module.css';
import { ReadingField } from './reading-field.tsx';
import { ScopeChoices } from './scope-choices.tsx';

interface CorrectionItemProps {
  readonly correction: Correction;
  /** Of the book where it was made, in ruby notation; empty where that isn't known. */
  readonly title: string;
  readonly onGo: () => void;
  readonly onChange: (reading: string, scope: CorrectionScope) => void;
  readonly onRemove: () => void;
}

/** One correction: the word with its reading, how far it reaches, the sentence in which it was made, and what can be done. */
export function CorrectionItem({ correction, title, onGo, onChange, onRemove }: CorrectionItemProps) {
  const { name } = useText();
  const [editing, setEditing] = useState(false);
  const [scope, setScope] = useState(correction.scope);
  const field = useRef<HTMLInputElement>(null);
  const { surface, reading, at, note } = correction;
  return (
    <li className={styles.item}>
      <p className={styles.word} lang="ja">
        <span className={styles.surface}>{surface}</span>
        <span className={styles.reading}>{reading}</span>
      </p>
      <p className={styles.scope}>
        <span className={styles.tag}>
          <Label k={`corrections.scopes.${correction.scope}`} />
        </span>
        {at !== null && (
          <span lang="ja">
            {title === '' ? <Label k="bookmarks.unknown-book" /> : <RubyText text={title} />}
          </span>
        )}
      </p>
      {note !== '' && <p className={styles.note}>{note}</p>}
      {at !== null && (
        <a
          className={styles.quote}
          href={`/read/${at.book}#${at.sentence}`}
          lang="ja"
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onGo();
          }}
        >
          {at.quote === '' ? at.sentence : at.quote}
        </a>
      )}
      <div className={styles.actions}>
        <Button
          kind="quiet"
          label="corrections.edit"
          nameKey="corrections.edit-name"
          with={{ surface }}
          pressed={editing}
          onPress={() => {
            setScope(correction.scope);
            setEditing(!editing);
          }}
        />
        <Button
          kind="quiet"
          label="corrections.remove"
          nameKey="corrections.remove-name"
          with={{ surface }}
          onPress={onRemove}
        />
      </div>
      {editing && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say furigana as words.
        <div className={styles.edit} role="group" aria-label={name('corrections.edit-name', { surface })}>
          {/* Without a place there is no book and no place to keep to. */}
          {at !== null && <ScopeChoices value={scope} onChoose={setScope} />}
          <ReadingField
            initial={reading}
            field={field}
            onReading={(next) => {
              setEditing(false);
              onChange(next, scope);
            }}
          />
        </div>
      )}
    </li>
  );
}
