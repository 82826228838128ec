import { useText } from '../../i18n/use-text.ts';
import type { ListedSound } from '../../library/audio-downloads.ts';
import { Label } from '../../ui/label.tsx';
import styles from './offline-sound.module.css';
import type { Told } from './sound-teller.ts';

interface ToldLineProps {
  /** `null` where nothing was asked for yet: how much there is stands in its place then, and isn't announced. */
  readonly told: Told | null;
  /** The titles, in ruby notation, of the books that are shown. */
  readonly books: readonly { readonly sound: ListedSound; readonly title: string }[];
}

/** The sheet's one status: what has become of what its reader asked for. */
export function ToldLine({ told, books }: ToldLineProps) {
  const { text } = useText();
  const title = books.find(({ sound }) => sound.book === told?.book)?.title ?? '';
  const done = books.filter(({ sound }) => sound.state === 'whole').length;
  return (
    <div className={styles.told}>
      {/* The status is there before it says something, or it wouldn't be heard. */}
      <p role="status" className={told === null || told.fault === null ? undefined : styles.fault}>
        {told !== null && (
          <span key={told.nth}>
            <Label
              k={told.key}
              with={{
                title,
                fault: told.fault === null ? '' : text(told.fault),
                done: told.done,
                total: told.total,
              }}
            />
          </span>
        )}
      </p>
      {told === null && (
        <p>
          <Label k="listening.offline-sound.told.nothing" with={{ done, total: books.length }} />
        </p>
      )}
    </div>
  );
}
