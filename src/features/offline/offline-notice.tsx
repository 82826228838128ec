import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon, InfoIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import styles from './offline-notice.module.css';

interface Progress {
  /** Files, of `total`. */
  readonly done: number;
  readonly total: number;
}

interface OfflineNoticeProps {
  readonly snapshot: {
    readonly state: 'unsupported' | 'installing' | 'ready' | 'failed';
    readonly progress: Progress | null;
    readonly update: 'none' | 'waiting';
  };
  /** True while something is read aloud: an update would cut it off. */
  readonly reading: boolean;
  readonly onUpdate: () => void;
  readonly onLater: () => void;
}

/**
 * Whether the app can be read without a network, and whether there is a new one. Empty on a device that has everything:
 * that it is ready is said only to who saw it being saved. The first rendering is empty as well, so that it is the same
 * in the page that the build has written, and so that what comes into it is a change, which a screen reader tells.
 */
export function OfflineNotice({ snapshot, reading, onUpdate, onLater }: OfflineNoticeProps) {
  const { state, progress, update } = snapshot;
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const sawSaving = useRef(false);
  if (progress !== null) sawSaving.current = true;

  const isUpdate = isMounted && update === 'waiting';
  return (
    <div className={styles.notice}>
      <div role="status" className={styles.status}>
        {isMounted && state === 'installing' && progress !== null && <Line k="offline.saving" />}
        {isMounted && state === 'ready' && sawSaving.current && (
          <Line k="offline.ready" icon={<CheckIcon />} className={styles.good} />
        )}
        {isMounted && state === 'unsupported' && <Line k="offline.unavailable" icon={<InfoIcon />} />}
        {isMounted && state === 'failed' && <Line k="offline.failed" icon={<InfoIcon />} />}
        {isUpdate && <Line k="offline.update-ready" icon={<InfoIcon />} />}
        {isUpdate && reading && <Line k="offline.update-after-reading" className={styles.hint} />}
      </div>
      {isMounted && state === 'installing' && progress !== null && <SavingProgress {...progress} />}
      {isUpdate && (
        <div className={styles.choice}>
          <Button kind="primary" label="offline.update-now" disabled={reading} onPress={onUpdate} />
          <Button label="offline.update-later" onPress={onLater} />
        </div>
      )}
    </div>
  );
}

interface LineProps {
  readonly k: TextKey;
  readonly icon?: ReactNode;
  readonly className?: string | undefined;
}

function Line({ k, icon, className }: LineProps) {
  return (
    <p className={className}>
      {icon}
      <Label k={k} />
    </p>
  );
}

/** Outside of the status: every file would be told otherwise. */
function SavingProgress({ done, total }: Progress) {
  const { name } = useText();
  return (
    <p className={styles.progress}>
      <progress value={done} max={total} aria-label={name('offline.saving')} />
      <span aria-hidden="true">
        {done}/{total}
      </span>
    </p>
  );
}
