import { useText } from '../../i18n/use-text.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/file-field.module.css';
import { FileField } from '../../ui/file-field.tsx';
import { InfoIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './own-documents.module.css';
import type { ShelfDocument } from './shelf-types.ts';

/** As on the page for own documents; written out, as the list there comes with the code that reads files. */
const ACCEPTED = '.txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html';

/** The reader's own documents: open one, or come back to one. */
export function OwnDocuments({
  documents,
  link,
  onFile,
  onRemove,
}: {
  readonly documents: readonly ShelfDocument[];
  readonly link: Link;
  readonly onFile: (file: File) => void;
  readonly onRemove: (id: string) => void;
}) {
  const { name } = useText();
  return (
    <section className={styles.own} aria-label={name('shelf.own-title')}>
      <h2 aria-label={name('shelf.own-title')}>
        <Label k="shelf.own-title" />
      </h2>
      <p>
        <Label k="shelf.own-intro" />
      </p>
      <div className={styles.actions}>
        <FileField accept={ACCEPTED} onFile={onFile} />
        <AppLink {...link('/open')} className={field.pill} name={name('shelf.paste')}>
          <InfoIcon />
          <span>
            <Label k="shelf.paste" />
          </span>
        </AppLink>
      </div>
      {documents.length > 0 && (
        <>
          <h3 aria-label={name('shelf.own-list')}>
            <Label k="shelf.own-list" />
          </h3>
          <ul className={styles.documents}>
            {documents.map((document) => (
              <li key={document.id}>
                <AppLink {...link(`/read/${document.id}`)} name={document.title} lang="ja">
                  {document.title}
                </AppLink>
                <Button
                  kind="quiet"
                  label="shelf.remove"
                  nameKey="shelf.remove-name"
                  with={{ title: document.title }}
                  onPress={() => onRemove(document.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
