import { useRef, useState } from 'react';
import type { Book } from '../../book/book.ts';
import { useText } from '../../i18n/use-text.ts';
import type { SettledStore } from '../../library/settled-readings.ts';
import type { Link } from '../../ui/app-link.tsx';
import { Choices } from '../../ui/choices.tsx';
import { NextIcon, PlayIcon, PreviousIcon, RepeatIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { type CardActions, DoubtCard } from './doubt-card.tsx';
import type { DoubtItem } from './doubt-items.ts';
import { DoubtList } from './doubt-list.tsx';
import styles from './doubts.module.css';
import { KeyButton } from './key-button.tsx';
import { useReview } from './use-review.ts';

interface DoubtReviewProps {
  readonly book: Book;
  readonly store: SettledStore;
  readonly onListen: (item: DoubtItem) => void;
  readonly link: Link;
}

const KEYS = [
  ['↑ ↓ K J', 'move'],
  ['Enter', 'accept'],
  ['1–9', 'choose'],
  ['R', 'write'],
  ['S', 'skip'],
  ['Z', 'undo'],
  ['L', 'listen'],
] as const;

/** The doubtful readings of one document, settled one after another. Its keys answer while the focus is within. */
export function DoubtReview({ book, store, onListen, link }: DoubtReviewProps) {
  const { name } = useText();
  const [together, setTogether] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const actions = useRef<CardActions>(null);
  const review = useReview(book, together, store, { heading, field, actions }, onListen);
  const { items, item, decisions, done, said } = review;

  if (item === null) {
    return (
      <p className={styles.notice} role="status">
        <Label k="check.none" />
      </p>
    );
  }
  const settled = decisions.get(item.key) ?? null;
  return (
    // The keys do nothing that the buttons within don’t do as well.
    <section className={styles.review} aria-label={name('check.region')} onKeyDown={review.onKeyDown}>
      <div className={styles.progress}>
        <progress
          max={items.length}
          value={done}
          aria-label={name('check.progress', { done, total: items.length })}
        />
        <span>
          <Label k="check.progress" with={{ done, total: items.length }} />
        </span>
      </div>
      <p className={styles.said} role="status">
        {said !== null && <Label k={said.key} {...(said.with && { with: said.with })} />}{' '}
        {done === items.length && <Label k="check.done" />}
      </p>
      <DoubtCard
        key={`${item.id} ${settled?.reading ?? ''}`}
        book={book}
        item={item}
        settled={settled}
        heading={heading}
        field={field}
        actions={actions}
        onSettle={review.settle}
        link={link}
      />
      <div className={styles.tools}>
        <KeyButton
          shortcut="K"
          label="check.previous"
          icon={<PreviousIcon />}
          onPress={() => review.step(-1)}
        />
        <KeyButton shortcut="J" label="check.next" icon={<NextIcon />} onPress={() => review.step(1)} />
        <KeyButton shortcut="S" label="check.skip" onPress={review.skip} />
        <KeyButton shortcut="Z" label="check.undo" icon={<RepeatIcon />} onPress={review.undo} />
        <KeyButton shortcut="L" label="check.listen" icon={<PlayIcon />} onPress={() => onListen(item)} />
      </div>
      <details className={styles.keys}>
        <summary aria-label={name('check.keys.title')}>
          <Label k="check.keys.title" />
        </summary>
        <dl>
          {KEYS.map(([key, does]) => (
            <div key={does}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>
                <Label k={`check.keys.${does}`} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <Choices
        label="check.grouping"
        value={together ? 'together' : 'each'}
        onChoose={(how) => setTogether(how === 'together')}
        choices={(['together', 'each'] as const).map((how) => ({
          value: how,
          label: `check.${how}` as const,
        }))}
      />
      <DoubtList items={items} shown={item.id} decisions={decisions} onShow={review.show} />
    </section>
  );
}
