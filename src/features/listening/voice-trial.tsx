import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { DeviceVoice } from '../../narration/voice.ts';
import { Button } from '../../ui/button.tsx';
import { PlayIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { VoiceGuide } from '../../ui/voice-guide.tsx';
import styles from './listening.module.css';

/**
 * Says a sentence with a voice, within the press; the book is silent then. `onFailed` is called where it could not be said.
 * The returned function ends it.
 */
export type TryVoice = (voice: DeviceVoice, onFailed: () => void) => () => void;

interface VoiceTrialProps {
  /** The best first. */
  readonly voices: readonly DeviceVoice[];
  readonly onTry: TryVoice;
  readonly onChoose: (voice: DeviceVoice) => void;
}

type Trial =
  | { readonly step: 'rest' }
  | { readonly step: 'asked'; readonly index: number; readonly failed: boolean }
  | { readonly step: 'chosen'; readonly index: number }
  | { readonly step: 'none-heard' };

/**
 * One voice after another says a sentence, and the reader says whether it was Japanese: some devices list voices that
 * aren't installed, and speak English in their place. Nobody but a listener can tell.
 */
export function VoiceTrial({ voices, onTry, onChoose }: VoiceTrialProps) {
  const { name } = useText();
  const [trial, setTrial] = useState<Trial>({ step: 'rest' });
  const group = useRef<HTMLDivElement>(null);
  const end = useRef<(() => void) | null>(null);
  const { step } = trial;
  const index = 'index' in trial ? trial.index : -1;
  const voice = voices[index];

  // The buttons change with each step: the keyboard and a screen reader go on at the words about it.
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) group.current?.focus();
    shown.current = step;
  }, [step]);
  useEffect(() => () => end.current?.(), []);

  const hush = (): void => {
    end.current?.();
    end.current = null;
  };
  const ask = (next: number): void => {
    hush();
    const asked = voices[next];
    if (asked === undefined) {
      setTrial({ step: 'none-heard' });
      return;
    }
    setTrial({ step: 'asked', index: next, failed: false });
    end.current = onTry(asked, () => setTrial({ step: 'asked', index: next, failed: true }));
  };

  if (step === 'rest' || (voice === undefined && step !== 'none-heard')) {
    return (
      <div className={styles.field} ref={group} tabIndex={-1}>
        <Button
          label="listening.voice.trial"
          icon={<PlayIcon />}
          disabled={voices.length === 0}
          onPress={() => ask(0)}
        />
        <p className={styles.hint}>
          <Label k="listening.voice.trial-hint" />
        </p>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons under one question.
    <div className={styles.trial} role="group" aria-label={name('listening.voice.trial')}>
      <div ref={group} tabIndex={-1} className={styles.words}>
        {step === 'none-heard' && (
          <p>
            <Label k="listening.voice.none-heard" />
          </p>
        )}
        {step === 'chosen' && (
          <p>
            <Label k="listening.voice.chosen" with={{ name: voice?.name }} />
          </p>
        )}
        {trial.step === 'asked' && (
          <>
            <p className={styles.asked}>
              <Label
                k="listening.voice.asked"
                with={{ index: index + 1, count: voices.length, name: voice?.name }}
              />
            </p>
            <p role="status">
              <Label k={trial.failed ? 'listening.voice.failed' : 'listening.voice.question'} />
            </p>
          </>
        )}
      </div>
      {step === 'none-heard' && <VoiceGuide open />}
      <div className={styles.row}>
        {step === 'asked' && (
          <>
            <Button
              kind="primary"
              label="listening.voice.yes"
              onPress={() => {
                hush();
                if (voice !== undefined) onChoose(voice);
                setTrial({ step: 'chosen', index });
              }}
            />
            <Button label="listening.voice.no" onPress={() => ask(index + 1)} />
            <Button kind="quiet" label="listening.voice.again" onPress={() => ask(index)} />
          </>
        )}
        {step === 'chosen' && index + 1 < voices.length && (
          <Button label="listening.voice.others" onPress={() => ask(index + 1)} />
        )}
        <Button
          kind="quiet"
          label={step === 'asked' ? 'listening.voice.cancel' : 'app.close'}
          onPress={() => {
            hush();
            setTrial({ step: 'rest' });
          }}
        />
      </div>
    </div>
  );
}
