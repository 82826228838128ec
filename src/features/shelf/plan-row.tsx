import { baseOfNotation } from '../../book/ruby-notation.ts';
import { minutesText } from '../../i18n/duration.ts';
import { useText } from '../../i18n/use-text.ts';
import type { CatalogEntry, PlanFacts } from '../../library/catalog.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './plan-row.module.css';
import type { ShelfPlace } from './shelf-types.ts';

/** One plan on the timeline: its years, its title, how long it takes, how far one is. */
export function PlanRow({
  entry,
  plan,
  place,
  onDevice,
  link,
}: {
  readonly entry: CatalogEntry;
  readonly plan: PlanFacts;
  readonly place: ShelfPlace | null;
  readonly onDevice: boolean;
  readonly link: Link;
}) {
  const { name, text } = useText();
  const title = baseOfNotation(entry.title);
  return (
    <li className={styles.plan} value={plan.number}>
      <p className={styles.years}>
        <span className={styles.number} aria-hidden="true">
          {plan.number}
        </span>
        <span>
          <Label k="shelf.years" with={{ start: plan.start, end: plan.end }} />
        </span>
        <span lang="ja">
          <RubyText text={plan.era} />
        </span>
      </p>
      <div className={styles.planText} lang="ja">
        <h2 aria-label={title}>
          <AppLink {...link(`/read/${entry.id}`)} name={title} className={styles.planLink}>
            <RubyText text={entry.title} />
          </AppLink>
        </h2>
        <p className={styles.summary}>
          <RubyText text={entry.summary} />
        </p>
        <p className={styles.facts} lang={undefined}>
          <span>
            <Label k="time.read" with={{ time: minutesText(text, entry.minutesToRead) }} />
          </span>
          <span>
            <Label k="time.listen" with={{ time: minutesText(text, entry.minutesToListen) }} />
          </span>
          <span>
            <Label k={`shelf.state.${plan.state}`} />
          </span>
          {onDevice && (
            <span className={styles.saved}>
              <CheckIcon /> <Label k="shelf.on-device" />
            </span>
          )}
        </p>
        {place !== null && place.fraction > 0 && (
          <progress
            max={1}
            value={place.fraction}
            aria-label={name('shelf.progress', { percent: Math.round(place.fraction * 100) })}
          />
        )}
      </div>
      <span className={styles.open} aria-hidden="true">
        <Label k="shelf.open" />
      </span>
    </li>
  );
}
