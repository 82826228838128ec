import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Correction, CorrectionDraft, CorrectionScope } from '../../book/corrections.ts';
import type { Locator } from '../../book/locator.ts';
import { type TextKey, type TextParameters, useText } from '../../i18n/use-text.ts';
import type { ChangedCorrections, CorrectionsChange, CorrectionsStore } from '../../library/corrections.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import { CorrectionItem } from './correction-item.tsx';
import { serializeCorrections } from './corrections-file.ts';
import { CorrectionsFilePart } from './corrections-file-part.tsx';
import styles from './corrections-sheet.module.css';
import { findCorrections } from './find-corrections.ts';

interface CorrectionsSheetProps {
  readonly corrections: CorrectionsStore;
  /** A book's title in ruby notation; empty where it isn't known. */
  readonly titleOf: (book: string) => string;
  readonly onGo: (at: Locator) => void;
  /** Hands a file to the reader. */
  readonly onSave: (name: string, text: string) => void;
  readonly onClose: () => void;
}

interface Said {
  readonly key: TextKey;
  readonly with?: TextParameters;
  /** What can be taken back. */
  readonly change?: CorrectionsChange;
}

/** How many are shown at a time. */
const STEP = 50;

/** 「直した読み」: all of one's corrections, to look through, to change, to take to a file and back. */
export function CorrectionsSheet({ corrections, titleOf, onGo, onSave, onClose }: CorrectionsSheetProps) {
  const { name } = useText();
  const state = useStore(corrections);
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed).trim();
  const found = useMemo(() => findCorrections(state.corrections, query), [state.corrections, query]);
  const [most, setMost] = useState(STEP);
  const [said, setSaid] = useState<Said | null>(null);
  const status = useRef<HTMLDivElement>(null);

  /** The button that had the focus may be gone; what can be done now is beside the message. */
  const say = (next: Said): void => {
    setSaid(next);
    status.current?.focus();
  };
  const sayChange = (answer: ChangedCorrections, next: Omit<Said, 'change'>): void => {
    say(answer.ok ? { ...next, change: answer.change } : { key: 'corrections.full' });
  };
  const change = (one: Correction, reading: string, scope: CorrectionScope): void => {
    const draft = { ...one, reading, scope } as CorrectionDraft;
    const { surface } = one;
    sayChange(corrections.put([pick(draft)], [one.id]), {
      key: 'corrections.changed',
      with: { surface, reading },
    });
  };
  const read = (drafts: readonly CorrectionDraft[]): void => {
    if (drafts.length === 0) {
      say({ key: 'corrections.file.empty' });
      return;
    }
    const answer = corrections.put(drafts);
    const [added, replaced] = answer.ok ? [answer.change.added.length, answer.change.removed.length] : [0, 0];
    sayChange(answer, {
      key: 'corrections.file.imported',
      with: { added, replaced, same: drafts.length - added },
    });
  };

  const undoable = said?.change !== undefined && said.change.added.length + said.change.removed.length > 0;
  return (
    <Sheet title="corrections.title" onClose={onClose}>
      <div ref={status} className={styles.status} tabIndex={-1}>
        <p role="status">
          {state.problem !== 'none' && (
            <Label k={state.problem === 'repaired' ? 'corrections.repaired' : 'corrections.not-kept'} />
          )}
          {said !== null && <Label k={said.key} {...(said.with && { with: said.with })} />}
        </p>
        {undoable && (
          <Button
            label="app.undo"
            onPress={() => {
              if (said.change !== undefined) corrections.undo(said.change);
              say({ key: 'corrections.undone' });
            }}
          />
        )}
      </div>
      <p className={styles.hint}>
        <Label k={state.corrections.length === 0 ? 'corrections.none' : 'corrections.intro'} />
      </p>
      {state.corrections.length > 0 && (
        <search className={styles.search}>
          <input
            className={styles.input}
            type="search"
            aria-label={name('corrections.search')}
            placeholder={name('corrections.search')}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setMost(STEP);
            }}
          />
          <p role="status" className={styles.hint}>
            {query !== '' && found.length === 0 ? (
              <Label k="corrections.not-found" with={{ query }} />
            ) : (
              <Label k="corrections.found" with={{ found: found.length }} />
            )}
          </p>
        </search>
      )}
      {found.length > 0 && (
        <ul className={styles.list} aria-label={name('corrections.list')}>
          {found.slice(0, most).map((one) => (
            <CorrectionItem
              key={one.id}
              correction={one}
              title={one.at === null ? '' : titleOf(one.at.book)}
              onGo={() => one.at !== null && onGo(one.at)}
              onChange={(reading, scope) => change(one, reading, scope)}
              onRemove={() =>
                say({
                  key: 'corrections.removed',
                  with: { surface: one.surface },
                  change: corrections.remove([one.id]),
                })
              }
            />
          ))}
        </ul>
      )}
      {found.length > most && (
        <Button
          label="corrections.more"
          with={{ left: found.length - most }}
          onPress={() => setMost(most + STEP)}
        />
      )}
      <CorrectionsFilePart
        isEmpty={state.corrections.length === 0}
        onSave={() => {
          onSave(name('corrections.file.name'), serializeCorrections(state.corrections));
          say({ key: 'corrections.file.exported', with: { saved: state.corrections.length } });
        }}
        onChosen={() => setSaid(null)}
        onRead={read}
      />
    </Sheet>
  );
}

/** What is said, without when and under which id. */
function pick({ surface, reading, note, scope, at }: CorrectionDraft): CorrectionDraft {
  return { surface, reading, note, scope, at } as CorrectionDraft;
}
