import { useText } from '../../i18n/use-text.ts';
import type { SettledReading } from '../../library/settled-readings.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import type { DoubtItem } from './doubt-items.ts';
import styles from './doubts.module.css';

interface DoubtListProps {
  readonly items: readonly DoubtItem[];
  /** The id of the one that is shown above. */
  readonly shown: string;
  readonly decisions: ReadonlyMap<string, SettledReading>;
  readonly onShow: (id: string) => void;
}

/** All that is to be settled in reading order, each with its sentence, to go to by a press. */
export function DoubtList({ items, shown, decisions, onShow }: DoubtListProps) {
  const { name } = useText();
  return (
    <>
      <h2 className={styles.listed} aria-label={name('check.list')}>
        <Label k="check.list" />
      </h2>
      <ol className={styles.list}>
        {items.map(({ id, key, doubt, sentence, places }) => {
          const settled = decisions.get(key);
          const { surface } = doubt.word;
          const reading = settled?.reading ?? doubt.word.reading;
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={id === shown ? 'true' : undefined}
                data-settled={settled !== undefined}
                onClick={() => onShow(id)}
              >
                <span lang="ja" className={styles.surface}>
                  {surface}
                </span>
                <span lang="ja">{reading === '' ? '？' : reading}</span>
                <span className={styles.state}>
                  {settled !== undefined && <CheckIcon />}
                  <Label k={settled === undefined ? 'check.state.open' : 'check.state.settled'} />
                  {places > 1 && (
                    <>
                      {' · '}
                      <Label k="check.places" with={{ places }} />
                    </>
                  )}
                </span>
                <span lang="ja" className={styles.quote}>
                  {quoteOf(sentence.text, doubt.start, doubt.end)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The words around a place, so much that one knows where one is. */
function quoteOf(text: string, start: number, end: number): string {
  const from = Math.max(0, start - 12);
  const to = Math.min(text.length, end + 16);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
