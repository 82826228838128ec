import { isPun } from '../../i18n/duration.ts';
import { type TextKey, type TextParameters, useText } from '../../i18n/use-text.ts';
import { SLEEP_MINUTES, type SleepChoice, type SleepTimer } from '../../narration/sleep-timer.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './listening.module.css';

const CHOICES: readonly SleepChoice[] = ['off', ...SLEEP_MINUTES, 'chapter', 'sentence'];

/** The sleep timer: after how long the book stops, how much of that is left, and ten minutes more with one press. */
export function SleepPart({ timer }: { readonly timer: SleepTimer }) {
  const { name } = useText();
  const { choice, minutesLeft, fading } = useStore(timer);
  return (
    <>
      <label className={styles.field}>
        <span className={styles.hint}>
          <Label k="listening.sleep.hint" />
        </span>
        <select
          aria-label={name('listening.sleep.title')}
          value={String(choice)}
          onChange={(event) => {
            const chosen = CHOICES.find((one) => String(one) === event.currentTarget.value);
            if (chosen !== undefined) timer.choose(chosen);
          }}
        >
          {CHOICES.map((one) => (
            <option key={one} value={String(one)}>
              {name(...choiceText(one))}
            </option>
          ))}
        </select>
      </label>
      {minutesLeft !== null && (
        <div className={styles.row}>
          <p>
            {fading ? (
              <Label k="listening.sleep.fading" />
            ) : (
              <Label
                k={isPun(minutesLeft) ? 'listening.sleep.left-pun' : 'listening.sleep.left'}
                with={{ minutes: minutesLeft }}
              />
            )}
          </p>
          <Button label="listening.sleep.extend" onPress={() => timer.extend()} />
        </div>
      )}
    </>
  );
}

function choiceText(choice: SleepChoice): readonly [TextKey, TextParameters?] {
  if (typeof choice !== 'number') return [`listening.sleep.${choice}`];
  const key = isPun(choice) ? 'listening.sleep.minutes-pun' : 'listening.sleep.minutes';
  return [key, { minutes: choice }];
}
