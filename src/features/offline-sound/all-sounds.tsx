import { sizeText } from '../../i18n/size-text.ts';
import { useText } from '../../i18n/use-text.ts';
import type { AudioDownloads, ListedSound } from '../../library/audio-downloads.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './offline-sound.module.css';
import { SoundProgress } from './sound-progress.tsx';
import { bytesLeft, isUnderWay } from './sound-texts.ts';

interface AllSoundsProps {
  readonly sounds: readonly ListedSound[];
  /** Bytes that the device may still take; `null` where that isn't known. */
  readonly left: number | null;
  readonly downloads: AudioDownloads;
}

/** All the books' recordings by one press. */
export function AllSounds({ sounds, left, downloads }: AllSoundsProps) {
  const { name, language } = useText();
  const total = sum(sounds.map(({ bytes }) => bytes));
  const toCome = sum(sounds.map(bytesLeft));
  const isComing = sounds.some(isUnderWay);
  const hasBegun = sounds.some(({ loaded }) => loaded > 0);
  const all = sounds.map(({ book }) => book);
  if (toCome === 0) {
    return (
      <p className={styles.state}>
        <Label k="listening.offline-sound.all-kept" with={{ size: sizeText(total, language) }} />
      </p>
    );
  }
  return (
    <div className={styles.all}>
      {isComing && (
        <SoundProgress
          label={name('listening.offline-sound.all-coming')}
          loaded={total - toCome}
          total={total}
        />
      )}
      <div className={styles.actions}>
        {isComing ? (
          <Button label="listening.offline-sound.all-stop" onPress={() => downloads.stop(all)} />
        ) : (
          <Button
            kind="primary"
            label={hasBegun ? 'listening.offline-sound.all-rest' : 'listening.offline-sound.all'}
            with={{ size: sizeText(toCome, language) }}
            onPress={() => void downloads.bring(all)}
          />
        )}
      </div>
      {left !== null && left < toCome && (
        <p className={styles.fault}>
          <Label k="listening.offline-sound.short" with={{ size: sizeText(left, language) }} />
        </p>
      )}
    </div>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
