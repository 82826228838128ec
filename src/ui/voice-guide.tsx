import { useText } from '../i18n/use-text.ts';
import { Label } from './label.tsx';
import styles from './voice-guide.module.css';

/** How a Japanese voice is added, system by system. */
export function VoiceGuide() {
  const { name } = useText();
  return (
    <details className={styles.guide}>
      <summary aria-label={name('player.voice-help.open')}>
        <Label k="player.voice-help.open" />
      </summary>
      <ul>
        {(['windows', 'apple', 'android', 'linux'] as const).map((system) => (
          <li key={system}>
            <Label k={`player.voice-help.${system}`} />
          </li>
        ))}
      </ul>
      <p>
        <Label k="player.voice-help.after" />
      </p>
    </details>
  );
}
