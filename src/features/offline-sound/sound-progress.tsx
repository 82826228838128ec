import { sizeText } from '../../i18n/size-text.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './offline-sound.module.css';

interface SoundProgressProps {
  /** The accessible name. */
  readonly label: string;
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
}

export function SoundProgress({ label, loaded, total }: SoundProgressProps) {
  const { name, language } = useText();
  const percent = Math.floor((Math.min(loaded, total) / total) * 100);
  const said = name('listening.offline-sound.percent', { percent });
  return (
    <div className={styles.progress}>
      <progress aria-label={label} aria-valuetext={said} max={total} value={loaded} />
      <span aria-hidden="true">
        {said}　{sizeText(loaded, language)} / {sizeText(total, language)}
      </span>
    </div>
  );
}
