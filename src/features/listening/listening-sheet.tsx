import type { ReactNode } from 'react';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../library/settings.ts';
import type { SettingsStore } from '../../library/settings-store.ts';
import type { SleepTimer } from '../../narration/sleep-timer.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './listening.module.css';
import { PacePart } from './pace-part.tsx';
import { SleepPart } from './sleep-part.tsx';
import { VoicePart, type VoicePartProps } from './voice-part.tsx';

interface ListeningSheetProps extends Omit<VoicePartProps, 'value' | 'change'> {
  readonly settings: SettingsStore;
  /** `null` while there is no player that it could stop. */
  readonly sleepTimer: SleepTimer | null;
  readonly onClose: () => void;
  /** How what is read is marked. */
  readonly children?: ReactNode;
}

/** 「聞き方」: which voice reads, how fast, with which pauses and repeats, for how long. Its texts are loaded by its door. */
export function ListeningSheet({ settings, sleepTimer, onClose, children, ...voice }: ListeningSheetProps) {
  const state = useStore(settings);
  const value = state.settings;
  const change = (next: Partial<Settings>): void => settings.change(next);
  return (
    <Sheet
      title="player.listening"
      closeLabel="settings.close"
      onClose={onClose}
      foot={<Button label="app.undo" disabled={!state.canUndo} onPress={() => settings.undo()} />}
    >
      <Part heading="settings.voice">
        <VoicePart {...voice} value={value} change={change} />
      </Part>
      <Part heading="listening.sheet.pace">
        <PacePart value={value} change={change} />
      </Part>
      {sleepTimer !== null && (
        <Part heading="listening.sleep.title">
          <SleepPart timer={sleepTimer} />
        </Part>
      )}
      {children !== undefined && <Part heading="listening.sheet.marking">{children}</Part>}
    </Sheet>
  );
}

function Part({ heading, children }: { readonly heading: TextKey; readonly children: ReactNode }) {
  const { name } = useText();
  return (
    <section className={styles.part} aria-label={name(heading)}>
      <h3 className={styles.heading} aria-label={name(heading)}>
        <Label k={heading} />
      </h3>
      {children}
    </section>
  );
}
