import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Label } from './label.tsx';
import styles from './voice-guide.module.css';

// Few ever need it, so it comes when it is opened; a network that is gone by then must not take the page with it.
const VoiceSteps = lazy(async (): Promise<{ default: ComponentType }> => {
  try {
    return { default: (await import('./voice-steps.tsx')).VoiceSteps };
  } catch {
    return { default: Unavailable };
  }
});

interface VoiceGuideProps {
  /** Whether it is open at first: where it is what one needs now. */
  readonly open?: boolean;
}

/** How a Japanese voice is added, step by step: on this system first, then on the others. */
export function VoiceGuide({ open = false }: VoiceGuideProps) {
  const { name } = useText();
  const [wasOpen, setWasOpen] = useState(open);
  return (
    <details className={styles.guide} open={open} onToggle={() => setWasOpen(true)}>
      <summary aria-label={name('player.voice-help.open')}>
        <Label k="player.voice-help.open" />
      </summary>
      {wasOpen && (
        <Suspense>
          <VoiceSteps />
        </Suspense>
      )}
    </details>
  );
}

function Unavailable() {
  return (
    <p role="status">
      <Label k="player.voice-help.unavailable" />
    </p>
  );
}
