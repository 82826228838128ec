import { useText } from '../../i18n/use-text.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './open-screen.module.css';
import type { OwnDocument } from './open-types.ts';

interface DocumentListProps {
  readonly documents: readonly OwnDocument[];
  readonly link: Link;
  readonly onRemove: (id: string) => void;
}

/** The documents that were opened on this device. */
export function DocumentList({ documents, link, onRemove }: DocumentListProps) {
  const { name } = useText();
  if (documents.length === 0) return null;
  return (
    <section>
      <h2 aria-label={name('shelf.own-list')}>
        <Label k="shelf.own-list" />
      </h2>
      <ul className={styles.documents}>
        {documents.map(({ id, title }) => (
          <li key={id}>
            <AppLink {...link(`/read/${id}`)} name={title} lang="ja">
              {title}
            </AppLink>
            <Button
              kind="quiet"
              label="shelf.remove"
              nameKey="shelf.remove-name"
              with={{ title }}
              onPress={() => onRemove(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
