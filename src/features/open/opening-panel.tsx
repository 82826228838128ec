import { startTransition, useEffect, useRef, useState } from 'react';
import type { Store } from '../../book/store.ts';
import { sizeText } from '../../i18n/size-text.ts';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { ERROR_TEXTS, errorParameters } from './open-errors.ts';
import styles from './open-screen.module.css';
import type { OpeningError, OpeningProgress } from './open-types.ts';
import type { OpeningState } from './use-opening.ts';

interface OpeningPanelProps {
  readonly state: OpeningState;
  /** Of the dictionary, in bytes. */
  readonly dictionarySize: number;
  readonly link: Link;
  readonly onStop: () => void;
}

/** What is going on, how far it is, how to stop it; what went wrong and what can be done now. */
export function OpeningPanel({ state, dictionarySize, link, onStop }: OpeningPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  // What was pressed is below and can't be pressed now: the keyboard goes to where it can be stopped, or put right.
  useEffect(() => {
    if (state.kind !== 'idle') panel.current?.focus();
  }, [state.kind]);
  return (
    <div ref={panel} tabIndex={-1} className={styles.panel} data-kind={state.kind}>
      <div role="status">
        {state.kind === 'working' && <Doing progress={state.progress} dictionarySize={dictionarySize} />}
        {state.kind === 'stopped' && (
          <p>
            <Label k="open.stopped" />
          </p>
        )}
      </div>
      {state.kind === 'working' && (
        <div className={styles.progress}>
          <Bar progress={state.progress} dictionarySize={dictionarySize} />
          <Button label="app.cancel" onPress={onStop} />
        </div>
      )}
      <div role="alert">{state.kind === 'failed' && <Failure error={state.error} link={link} />}</div>
    </div>
  );
}

interface DoingProps {
  readonly progress: Store<OpeningProgress | null>;
  readonly dictionarySize: number;
}

/** Changes with the stage alone, so that a screen reader isn't told of every percent. */
function Doing({ progress, dictionarySize }: DoingProps) {
  const { language } = useText();
  const stage = useStage(progress);
  return (
    <p>
      <Label k={stage} with={{ size: sizeText(dictionarySize, language) }} />
    </p>
  );
}

/** Its steps are written past React: several a second, beside work that must not be felt. */
function Bar({ progress, dictionarySize }: DoingProps) {
  const { name, language } = useText();
  const stage = useStage(progress);
  const bar = useRef<HTMLProgressElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (): void => {
      const now = progress.getSnapshot();
      if (now === null || bar.current === null || words.current === null) return;
      const said = name('open.progress', { percent: Math.floor(now.fraction * 100) });
      bar.current.value = now.fraction;
      bar.current.setAttribute('aria-valuetext', said);
      words.current.textContent =
        now.bytes === undefined ? said : `${said}　${bytesText(now.bytes, language)}`;
    };
    show();
    return progress.subscribe(show);
  }, [progress, name, language]);
  return (
    <>
      <progress ref={bar} aria-label={name(stage, { size: sizeText(dictionarySize, language) })} max={1} />
      <span ref={words} aria-hidden="true" />
    </>
  );
}

/** What is being done, rendered anew in slices when it changes, beside work that must not be felt. */
function useStage(progress: Store<OpeningProgress | null>): TextKey {
  const [stage, setStage] = useState(() => doing(progress.getSnapshot()));
  useEffect(() => {
    const look = (): void => startTransition(() => setStage(doing(progress.getSnapshot())));
    look();
    return progress.subscribe(look);
  }, [progress]);
  return stage;
}

function doing(progress: OpeningProgress | null): TextKey {
  if (progress === null) return 'open.opening';
  return progress.stage === 'dictionary' ? 'open.dictionary' : 'open.working';
}

/** As `1.5 MB / 4.5 MB`. */
function bytesText({ loaded, total }: NonNullable<OpeningProgress['bytes']>, language: string): string {
  return `${sizeText(loaded, language)} / ${sizeText(total, language)}`;
}

function Failure({ error, link }: { readonly error: OpeningError; readonly link: Link }) {
  const { name, language } = useText();
  return (
    <>
      <p>
        <Label k={ERROR_TEXTS[error.code]} with={errorParameters(language)} />{' '}
        <span className={styles.code}>
          <Label k="open.code" with={{ code: error.code }} />
        </span>
      </p>
      {'address' in error && (
        <AppLink {...link(error.address)} className={styles.now} name={name('open.read-now')}>
          <Label k="open.read-now" />
        </AppLink>
      )}
    </>
  );
}
