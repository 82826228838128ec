import { useEffect } from 'react';
import type { TextKey } from '../i18n/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Label } from '../ui/label.tsx';
import styles from './status-line.module.css';

export interface StatusMessage {
  readonly key: TextKey;
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Something to copy by hand: an address. */
  readonly detail?: string;
  readonly undo?: () => void;
}

/** Long enough to be read slowly; what asks for an answer stays until it is closed. */
const SHOWN_FOR = 8000;

/** What has just been done, said politely at the page's foot, with a way to take it back where there is one. */
export function StatusLine({
  message,
  onDone,
}: {
  readonly message: StatusMessage | null;
  readonly onDone: () => void;
}) {
  useEffect(() => {
    if (message === null || message.detail !== undefined || message.undo !== undefined) return;
    const timer = setTimeout(onDone, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [message, onDone]);
  return (
    <div className={styles.place} role="status">
      {message !== null && (
        <div className={styles.box}>
          <p>
            <Label k={message.key} {...(message.parameters && { with: message.parameters })} />
            {message.detail !== undefined && <code className={styles.detail}>{message.detail}</code>}
          </p>
          {message.undo !== undefined && (
            <Button
              label="app.undo"
              onPress={() => {
                message.undo?.();
                onDone();
              }}
            />
          )}
          <Button kind="quiet" label="app.close" onPress={onDone} />
        </div>
      )}
    </div>
  );
}
