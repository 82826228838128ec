import { remainingMinutesText } from '../../i18n/duration.ts';
import { type TextKey, type TextParameters, useText } from '../../i18n/use-text.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { RubyText } from '../../ui/ruby-text.tsx';
import styles from './moves-panel.module.css';

/** A piece of what is told; a stretch of time is put into words here. */
export type ToldPart =
  | { readonly key: TextKey; readonly parameters?: TextParameters }
  | { readonly secondsLeft: number };

interface ToldLineProps {
  /** `null` for nothing. */
  readonly parts: readonly ToldPart[] | null;
  /** True where a voice says it: then a screen reader doesn't, or it would be said twice. */
  readonly aloud: boolean;
  /** Where a silent player has gone to, for screen readers. */
  readonly landed: string | null;
  /** Another number for each telling: what is told again in the same words is new to screen readers too. */
  readonly nth: number;
  readonly onDismiss: () => void;
}

/** What a key or a button of the moves has told: where one is, why there is nowhere to go. */
export function ToldLine({ parts, aloud, landed, nth, onDismiss }: ToldLineProps) {
  const { name, text } = useText();
  const words = (parts ?? []).map((part) =>
    'key' in part
      ? text(part.key, part.parameters)
      : text('time.left', { time: remainingMinutesText(text, part.secondsLeft) }),
  );
  const shown = (
    <p key={nth} className={styles.parts}>
      {words.map((each) => (
        <span key={each}>
          <RubyText text={each} />
        </span>
      ))}
    </p>
  );
  return (
    <>
      <p role="status" className="visually-hidden" lang="ja">
        {landed !== null && <span key={nth}>{landed}</span>}
      </p>
      {/* The status is there before it says something, or it wouldn't be heard. */}
      <div className={parts === null ? undefined : styles.told}>
        {parts !== null && aloud && shown}
        <div role="status" className={styles.status}>
          {parts !== null && !aloud && shown}
        </div>
        {parts !== null && (
          <button type="button" className={styles.dismiss} aria-label={name('app.close')} onClick={onDismiss}>
            <CloseIcon />
          </button>
        )}
      </div>
    </>
  );
}
