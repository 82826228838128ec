import { useEffect, useState } from 'react';
import type { TextKey } from '../../i18n/use-text.ts';
import type { PlayerSnapshot } from '../../narration/player.ts';
import type { VoiceError } from '../../narration/voice.ts';
import { Label } from '../../ui/label.tsx';
import { VoiceGuide } from '../../ui/voice-guide.tsx';
import styles from './player-bar.module.css';

const ERRORS: Readonly<Record<VoiceError['code'], TextKey>> = {
  'no-voice': 'player.failed.no-voice',
  'not-allowed': 'player.failed.not-allowed',
  network: 'player.failed.network',
  'synthesis-failed': 'player.failed.synthesis-failed',
  timeout: 'player.failed.timeout',
  unavailable: 'player.failed.unavailable',
};

/** How long silence goes without a word after 聞く, in milliseconds. */
const SILENT = 3000;

/** Why there is no sound, what was kept, and what to do; that the voice is waited for. Never while the narrator speaks. */
export function PlayerNotice({ snapshot }: { readonly snapshot: PlayerSnapshot | null }) {
  const error = snapshot?.error ?? null;
  const isAwaited = useLasting(snapshot?.status === 'starting');
  return (
    <div role="status" className={styles.notice}>
      {error !== null && (
        <>
          <p>
            <Label k={ERRORS[error.code]} /> <Label k="open.code" with={{ code: error.code }} />
          </p>
          {error.code === 'no-voice' && <VoiceGuide />}
        </>
      )}
      {isAwaited && (
        <p>
          <Label k="player.awaited" />
        </p>
      )}
      {snapshot?.status === 'finished' && (
        <p>
          <Label k="player.finished" />
        </p>
      )}
    </div>
  );
}

/** True once `is` has been true for {@link SILENT}, until it no longer is. */
function useLasting(is: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(setLasting, SILENT, true);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [is]);
  return is && lasting;
}
