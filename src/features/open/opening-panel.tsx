import { useEffect, useRef } from 'react';
import { type TextKey, useText } from '../../i18n/use-text.ts';
import { AppLink, type Link } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Label } from '../../ui/label.tsx';
import { ERROR_TEXTS, errorParameters } from './open-errors.ts';
import styles from './open-screen.module.css';
import type { OpeningError, OpeningProgress } from './open-types.ts';
import { sizeText } from './size-text.ts';
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
  readonly progress: OpeningProgress | null;
  readonly dictionarySize: number;
}

/** Changes with the stage alone, so that a screen reader isn't told of every percent. */
function Doing({ progress, dictionarySize }: DoingProps) {
  const { language } = useText();
  const size = sizeText(progress?.bytes?.total ?? dictionarySize, language);
  return (
    <p>
      <Label k={doing(progress)} with={{ size }} />
    </p>
  );
}

function Bar({ progress, dictionarySize }: DoingProps) {
  const { name, language } = useText();
  const size = sizeText(progress?.bytes?.total ?? dictionarySize, language);
  const label = name(doing(progress), { size });
  if (progress === null) return <progress aria-label={label} />;
  const percent = Math.floor(progress.fraction * 100);
  return (
    <>
      <progress
        aria-label={label}
        aria-valuetext={name('open.progress', { percent })}
        max={1}
        value={progress.fraction}
      />
      <span aria-hidden="true">
        <Label k="open.progress" with={{ percent }} />
      </span>
    </>
  );
}

function doing(progress: OpeningProgress | null): TextKey {
  if (progress === null) return 'open.opening';
  return progress.stage === 'dictionary' ? 'open.dictionary' : 'open.working';
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
