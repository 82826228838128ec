import { type RefObject, useId, useMemo, useState } from 'react';
import type { Book, Sentence } from '../../book/book.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { foldReading } from '../../japanese/spell-correction.ts';
import type { SettledReading } from '../../library/settled-readings.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import type { DoubtItem } from './doubt-items.ts';
import { occurrencesOf, rangeOf, readingOf } from './doubt-items.ts';
import styles from './doubts.module.css';
import { KeyButton } from './key-button.tsx';

interface DoubtCardProps {
  readonly book: Book;
  readonly item: DoubtItem;
  /** What was decided on it already, or `null`. */
  readonly settled: SettledReading | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Holds what Enter and the numbers do, for as long as the card is shown. */
  readonly actions: RefObject<CardActions | null>;
  readonly onSettle: (one: SettledReading) => void;
  readonly link: Link;
}

export interface CardActions {
  readonly accept: () => void;
  /** By number, from 1. */
  readonly choose: (number: number) => void;
}

/** One doubtful reading: where it stands, how it is read and why that is doubtful, how else it may be read. */
export function DoubtCard({ book, item, settled, heading, field, actions, onSettle, link }: DoubtCardProps) {
  const { name } = useText();
  const id = useId();
  const { doubt, sentence } = item;
  const [surface, setSurface] = useState(settled?.surface ?? doubt.word.surface);
  const [error, setError] = useState<TextKey | null>(null);
  const range = rangeOf(sentence, surface, doubt);
  const present = range === null ? doubt.reading : readingOf(sentence, range, doubt, doubt.reading);
  const around = useMemo(() => occurrencesOf(book, surface, present), [book, surface, present]);

  const settle = (reading: string, decision: SettledReading['decision']): void => {
    // A line that only confirms must not read anything else otherwise; a lone kanji is part of too many words.
    const harmless = around.otherReadings.length === 0 && [...surface].length > 1;
    onSettle({
      base: doubt.surface,
      was: doubt.reading,
      surface,
      reading,
      decision,
      listed: decision === 'changed' || harmless,
    });
  };
  const take = (reading: string): void => {
    if (range === null) setError('check.not-here');
    else settle(reading, reading === present && doubt.reading !== '' ? 'accepted' : 'changed');
  };
  const accept = (): void => {
    if (doubt.reading === '') field.current?.focus();
    else take(present);
  };
  const choose = (number: number): void => {
    const alternative = doubt.alternatives[number - 1];
    if (alternative === undefined) return;
    if (range === null) setError('check.not-here');
    else take(readingOf(sentence, range, doubt, alternative));
  };
  actions.current = { accept, choose };

  const write = (): void => {
    const reading = foldReading(field.current?.value ?? '');
    if (reading === null) setError('check.not-kana');
    else take(reading);
  };

  return (
    <article className={styles.card} aria-labelledby={`${id}-word`}>
      <h2 ref={heading} id={`${id}-word`} className={styles.word} tabIndex={-1} lang="ja">
        <span className={styles.surface}>{doubt.word.surface}</span>{' '}
        <span className={styles.now}>
          {doubt.word.reading === '' ? <Label k="check.no-reading" /> : doubt.word.reading}
        </span>
      </h2>
      <Context sentence={sentence} start={doubt.start} end={doubt.end} />
      <p className={styles.why}>
        <Label k={`check.reasons.${doubt.reason}`} />{' '}
        <AppLink
          {...link(`/read/${book.id}#${sentence.id}`)}
          className={styles.place}
          name={name('check.place')}
        >
          <Label k="check.place" />
        </AppLink>
      </p>
      {doubt.reading !== '' && (
        <KeyButton
          kind="primary"
          shortcut="Enter"
          label="check.accept"
          with={{ reading: present }}
          onPress={accept}
        />
      )}
      {doubt.alternatives.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say furigana as words.
        <div className={styles.choices} role="group" aria-label={name('check.choices')}>
          <p className={styles.legend} aria-hidden="true">
            <Label k="check.choices" />
          </p>
          {doubt.alternatives.slice(0, 9).map((alternative, index) => (
            <KeyButton
              key={alternative}
              kind="choice"
              shortcut={String(index + 1)}
              label="check.choice"
              with={{
                reading: range === null ? alternative : readingOf(sentence, range, doubt, alternative),
              }}
              onPress={() => choose(index + 1)}
            />
          ))}
        </div>
      )}
      <form
        className={styles.write}
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <label htmlFor={`${id}-surface`} aria-hidden="true">
          <Label k="check.surface" />
        </label>
        <input
          id={`${id}-surface`}
          lang="ja"
          value={surface}
          maxLength={100}
          autoComplete="off"
          aria-label={name('check.surface')}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setSurface(event.currentTarget.value);
            setError(null);
          }}
        />
        <p id={`${id}-hint`} className={styles.hint}>
          <Label k="check.surface-hint" />{' '}
          <Label k="check.occurrences" with={{ surface, places: around.count }} />
          {around.otherReadings.length > 0 && (
            <strong className={styles.others}>
              <Label k="check.others" with={{ readings: around.otherReadings.join('・') }} />
            </strong>
          )}
        </p>
        <label htmlFor={`${id}-reading`} aria-hidden="true">
          <Label k="check.reading" />
        </label>
        <div className={styles.line}>
          <input
            // Another surface is read otherwise: what stands in the field begins anew.
            key={present}
            ref={field}
            id={`${id}-reading`}
            lang="ja"
            defaultValue={settled?.surface === surface ? settled.reading : present}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-label={name('check.reading')}
            aria-invalid={error !== null}
            aria-describedby={`${id}-error`}
            onChange={() => setError(null)}
          />
          <Button label="check.apply" onPress={write} />
        </div>
        <p id={`${id}-error`} className={styles.error} role="status">
          {error !== null && <Label k={error} />}
        </p>
        {/* Enter in a field sends a form with two fields only where it has a button for it. */}
        <input type="submit" hidden />
      </form>
    </article>
  );
}

/** The sentence with the doubtful place marked. */
function Context({
  sentence,
  start,
  end,
}: {
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
}) {
  const { text } = sentence;
  return (
    <p className={styles.context} lang="ja">
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </p>
  );
}
