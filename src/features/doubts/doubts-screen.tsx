import { useId, useState } from 'react';
import type { Book } from '../../book/book.ts';
import { baseOfNotation } from '../../book/ruby-notation.ts';
import { useText } from '../../i18n/use-text.ts';
import type { SettledReading, SettledStore } from '../../library/settled-readings.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { Page } from '../../ui/page.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { DoubtItem } from './doubt-items.ts';
import { DoubtReview } from './doubt-review.tsx';
import styles from './doubts.module.css';

interface DoubtsScreenProps {
  /** What can be looked through; titles in ruby notation. */
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly store: SettledStore;
  /** The chosen document: `null` while it is on its way, or where it can't be had. */
  readonly book: Book | null;
  readonly failed: boolean;
  readonly onListen: (item: DoubtItem) => void;
  /** Makes the file; false where that failed. */
  readonly onSave: (settled: readonly SettledReading[]) => Promise<boolean>;
  readonly link: Link;
}

/** `/check`: for the council's staff, what is doubtful in a document's readings, and the lexicon that comes of it. */
export function DoubtsScreen({ documents, store, book, failed, onListen, onSave, link }: DoubtsScreenProps) {
  const { name } = useText();
  const { book: chosen, problem } = useStore(store);
  const id = useId();
  const there = documents.some((each) => each.id === chosen);
  return (
    <Page title="check.title" link={link}>
      <p>
        <Label k="check.intro" />
      </p>
      {problem !== 'none' && (
        <p className={styles.notice} role="status">
          <Label k={problem === 'repaired' ? 'check.repaired' : 'check.not-kept'} />
        </p>
      )}
      <div className={styles.document}>
        <label htmlFor={id} aria-hidden="true">
          <Label k="check.document" />
        </label>
        <select
          id={id}
          aria-label={name('check.document')}
          value={there && chosen !== null ? chosen : ''}
          onChange={(event) => event.currentTarget.value !== '' && store.choose(event.currentTarget.value)}
        >
          <option value="">{name('check.choose-document')}</option>
          {documents.map((each) => (
            <option key={each.id} value={each.id} lang="ja">
              {baseOfNotation(each.title)}
            </option>
          ))}
        </select>
        <AppLink {...link('/open')} className={styles.place} name={name('check.open')}>
          <Label k="check.open" />
        </AppLink>
      </div>
      {there && failed && (
        <p className={styles.notice} role="status">
          <Label k="check.failed" />
        </p>
      )}
      {there && !failed && book === null && (
        <p role="status">
          <Label k="check.loading" />
        </p>
      )}
      {there && book !== null && (
        <DoubtReview key={book.id} book={book} store={store} onListen={onListen} link={link} />
      )}
      <FilePart store={store} onSave={onSave} />
    </Page>
  );
}

function FilePart({ store, onSave }: Pick<DoubtsScreenProps, 'store' | 'onSave'>) {
  const { name } = useText();
  const { settled } = useStore(store);
  const [failed, setFailed] = useState(false);
  const save = async (): Promise<void> => {
    setFailed(!(await onSave(settled)));
  };
  return (
    <section className={styles.file} aria-label={name('check.file.title')}>
      <h2 aria-label={name('check.file.title')}>
        <Label k="check.file.title" />
      </h2>
      <p>
        <Label k="check.file.hint" />
      </p>
      <p>
        <Label k="check.file.lines" with={{ lines: settled.filter(({ listed }) => listed).length }} />
      </p>
      <Button label="check.file.save" onPress={() => void save()} />
      <p role="status">{failed && <Label k="check.file.failed" />}</p>
    </section>
  );
}
