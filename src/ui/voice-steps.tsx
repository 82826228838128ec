import { use } from 'react';
import { loadListeningTexts } from '../i18n/listening-texts.ts';
import { useTranslator } from '../i18n/translator.ts';
import { useText } from '../i18n/use-text.ts';
import { Label } from './label.tsx';
import { SYSTEMS, type System, systemOf } from './system.ts';
import styles from './voice-guide.module.css';

const STEPS = ['step-1', 'step-2', 'step-3'] as const;

/** The steps that add a Japanese voice, system by system, the one that the page runs on first. */
export function VoiceSteps() {
  const { i18n } = useTranslator();
  use(loadListeningTexts(i18n));
  const own = systemOf(navigator);
  const others = SYSTEMS.filter((system) => system !== own);
  return (
    <div className={styles.systems}>
      {own !== null && <SystemSteps system={own} own />}
      <p>
        <Label k="listening.voice.guide.after" />
      </p>
      {others.map((system) => (
        <SystemSteps key={system} system={system} />
      ))}
    </div>
  );
}

function SystemSteps({ system, own = false }: { readonly system: System; readonly own?: boolean }) {
  const { name } = useText();
  return (
    <section className={styles.system} aria-label={name(`listening.voice.guide.${system}.name`)}>
      <p className={styles.name}>
        <strong>
          <Label k={`listening.voice.guide.${system}.name`} />
        </strong>
        {own && (
          <span>
            <Label k="listening.voice.guide.yours" />
          </span>
        )}
      </p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <Label k={`listening.voice.guide.${system}.${step}`} />
          </li>
        ))}
      </ol>
      <p>
        <Label k={`listening.voice.guide.${system}.tip`} />
      </p>
    </section>
  );
}
