import { baseOfNotation } from '../../book/ruby-notation.ts';
import { minutesText } from '../../i18n/duration.ts';
import { useText } from '../../i18n/use-text.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { PlayIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './continue-card.module.css';
import type { ShelfPlace } from './shelf-types.ts';

/** The card that goes on where one left off, by one press. */
export function ContinueCard({
  place,
  onContinue,
  link,
}: {
  readonly place: ShelfPlace;
  readonly onContinue: (id: string) => void;
  readonly link: Link;
}) {
  const { name, text } = useText();
  const title = baseOfNotation(place.title);
  return (
    <section className={styles.card} aria-label={name('shelf.continue')}>
      <div className={styles.text}>
        <h2 aria-label={name('shelf.continue')}>
          <Label k="shelf.continue" />
        </h2>
        <p>
          <AppLink
            {...link(`/read/${place.id}`)}
            name={`${name('shelf.continue-reading')}: ${title}`}
            className={styles.title}
            lang="ja"
          >
            <RubyText text={place.title} />
          </AppLink>
        </p>
        {place.minutesLeft !== null && (
          <p>
            <Label k="time.left" with={{ time: minutesText(text, place.minutesLeft) }} />
          </p>
        )}
        <progress
          max={1}
          value={place.fraction}
          aria-label={name('shelf.progress', { percent: Math.round(place.fraction * 100) })}
        />
      </div>
      <button
        type="button"
        className={styles.play}
        aria-label={name('shelf.continue-name', { title })}
        onClick={() => onContinue(place.id)}
      >
        <PlayIcon />
        <span>
          <Label k="shelf.continue-listening" />
        </span>
      </button>
    </section>
  );
}
