import type { TextKey } from '../../i18n/use-text.ts';
import type { NarratorState } from '../../narration/narrator.ts';
import { Label } from '../../ui/label.tsx';
import styles from './player-bar.module.css';

interface StandInNoticeProps {
  readonly state: NarratorState;
  /** The one that stepped in had no sound either; why is the player's to say. */
  readonly isSilent: boolean;
}

/** Says that another voice reads than the one that the reader chose, and why. */
export function StandInNotice({ state, isSilent }: StandInNoticeProps) {
  const key = standInText(state, isSilent);
  return (
    <div role="status" className={styles.notice}>
      {key !== null && (
        <p>
          <Label k={key} />
        </p>
      )}
    </div>
  );
}

/** `null` where the chosen voice reads, or where there is no choice. */
function standInText(
  { wanted, speaking, recording, fault }: NarratorState,
  isSilent: boolean,
): TextKey | null {
  if (fault === null || wanted === speaking) return null;
  if (wanted === 'device') {
    return isSilent ? 'listening.voice.device-failed-too' : 'listening.voice.device-failed';
  }
  if (recording === 'missing') return isSilent ? 'listening.voice.missing-too' : 'listening.voice.missing';
  return isSilent ? 'listening.voice.recorded-failed-too' : 'listening.voice.recorded-failed';
}
