import { baseOfNotation } from '../../book/ruby-notation.ts';
import type { Store } from '../../book/store.ts';
import { type Texts, useText } from '../../i18n/use-text.ts';
import type { Trail, Travel } from '../../library/history.ts';
import type { Place } from '../../library/places.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './bookmarks-sheet.module.css';

interface LeftPlacesProps {
  readonly trail: Store<Trail>;
  /** The id of the open book, whose title needn't be said; `null` on the shelf. */
  readonly book: string | null;
  /** In ruby notation; empty where it isn't known. */
  readonly titleOf: (book: string) => string;
  readonly onTravel: (how: Travel) => void;
}

/** The way one came: one step back, one forward, and each place that was left, the last one first. */
export function LeftPlaces({ trail, book, titleOf, onTravel }: LeftPlacesProps) {
  const texts = useText();
  const { past, future } = useStore(trail);
  const now = new Date();
  return (
    <section>
      <h3 className={styles.heading} aria-label={texts.name('bookmarks.history.title')}>
        <Label k="bookmarks.history.title" />
      </h3>
      {past.length === 0 && (
        <p>
          <Label k="bookmarks.history.none" />
        </p>
      )}
      {(past.length > 0 || future.length > 0) && (
        <div className={styles.steps}>
          <Button
            label="bookmarks.history.back"
            disabled={past.length === 0}
            onPress={() => onTravel('back')}
          />
          {future.length > 0 && (
            <Button kind="quiet" label="bookmarks.history.forward" onPress={() => onTravel('forward')} />
          )}
        </div>
      )}
      {past.length > 0 && (
        <ul className={styles.list}>
          {[...past].reverse().map((place) => (
            <LeftPlace
              key={`${place.locator.book}#${place.locator.sentence}`}
              place={place}
              title={
                place.locator.book === book ? null : titleOf(place.locator.book) || (place.title ?? null)
              }
              now={now}
              onGo={() => onTravel(place)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface LeftPlaceProps {
  readonly place: Place;
  /** Of another book, in ruby notation; `null` for the open one, or where it isn't known. */
  readonly title: string | null;
  readonly now: Date;
  readonly onGo: () => void;
}

function LeftPlace({ place, title, now, onGo }: LeftPlaceProps) {
  const texts = useText();
  const { locator, chapter } = place;
  const words = chapter ?? texts.text('bookmarks.history.beginning');
  const details = {
    percent: Math.round(place.fraction * 100),
    time: timeText(texts, new Date(place.updated), now),
  };
  const names = [...(title === null ? [] : [title]), words].map(baseOfNotation).join('、');
  return (
    <li className={styles.item}>
      <a
        className={styles.place}
        href={`/read/${locator.book}#${locator.sentence}`}
        aria-label={texts.name('bookmarks.history.place-name', { place: names, ...details })}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onGo();
        }}
      >
        {title !== null && (
          <span className={styles.section} lang="ja">
            <RubyText text={title} />
          </span>
        )}
        <span className={styles.quote} lang={chapter === undefined ? texts.language : 'ja'}>
          <RubyText text={words} />
        </span>
        <span className={styles.section}>
          <Label k="bookmarks.history.place" with={details} />
        </span>
      </a>
    </li>
  );
}

/** きょう 9:05, or 11/24 9:05 for another day: numbers alone, as the readings of days are not told by a rule. */
function timeText({ text }: Texts, moment: Date, now: Date): string {
  const time = `${moment.getHours()}:${String(moment.getMinutes()).padStart(2, '0')}`;
  if (moment.toDateString() === now.toDateString()) return text('bookmarks.history.today', { time });
  return text('bookmarks.history.day', { month: moment.getMonth() + 1, day: moment.getDate(), time });
}
