import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { SettingsChange, SettingsStore } from '../../library/settings.ts';
import type { VoiceAvailability } from '../../narration/voice.ts';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { useStore } from '../../ui/use-store.ts';
import styles from './first-visit-dialog.module.css';
import { FuriganaStep, SizeStep, VoiceStep } from './steps.tsx';

interface FirstVisitDialogProps {
  readonly settings: SettingsStore;
  readonly availability: VoiceAvailability;
  /** Speaks a sample, within the press. */
  readonly onTryVoice: () => void;
  /** How a Japanese voice is added; shown where the device has none. */
  readonly voiceGuide: ReactNode;
  /** The questions were answered or put off; `settings.firstVisitDone` is set by then. */
  readonly onDone: () => void;
}

const QUESTIONS = ['first-visit.size', 'first-visit.furigana', 'first-visit.voice'] as const;

/** Three questions at a first visit, one at a time: size, furigana, voice. Answers show behind at once; all can wait. */
export function FirstVisitDialog(props: FirstVisitDialogProps) {
  const { settings, availability, onTryVoice, voiceGuide, onDone } = props;
  const { name } = useText();
  const value = useStore(settings).settings;
  const [step, setStep] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const change = (next: SettingsChange): void => settings.change(next);
  const finish = (): void => {
    change({ firstVisitDone: true });
    onDone();
  };

  // A layout effect: its end runs while the dialog is still on the page, so that closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);

  // The buttons below change their meaning with each step: whoever doesn't see it is taken to the new question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what the focus follows.
  useEffect(() => {
    const element = question.current;
    element?.focus({ preventScroll: true });
    element?.closest('dialog')?.scrollTo(0, 0);
  }, [step]);

  const last = step === QUESTIONS.length - 1;
  const count = { step: step + 1, count: QUESTIONS.length };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={name('first-visit.title')}
      onCancel={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <header className={styles.head}>
        <h2 aria-label={name('first-visit.title')}>
          <Label k="first-visit.title" />
        </h2>
        <Button kind="quiet" label="first-visit.later" onPress={finish} />
      </header>
      {step === 0 && (
        <p className={styles.intro}>
          <Label k="first-visit.intro" />
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would say its legend twice, the choices hold one. */}
      <div
        ref={question}
        role="group"
        className={styles.question}
        tabIndex={-1}
        aria-label={`${name('first-visit.step', count)} ${name(QUESTIONS[step] ?? QUESTIONS[0])}`}
      >
        {step === 0 && <SizeStep value={value} change={change} />}
        {step === 1 && <FuriganaStep value={value} change={change} />}
        {step === 2 && <VoiceStep availability={availability} onTry={onTryVoice} guide={voiceGuide} />}
      </div>
      <footer className={styles.foot}>
        <span className={styles.step} aria-hidden="true">
          {name('first-visit.step', count)}
        </span>
        {step > 0 && <Button label="first-visit.back" onPress={() => setStep(step - 1)} />}
        <Button
          kind="primary"
          label={last ? 'first-visit.done' : 'first-visit.next'}
          onPress={last ? finish : () => setStep(step + 1)}
        />
      </footer>
    </dialog>
  );
}
