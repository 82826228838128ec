import { useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../library/settings.ts';
import type { DeviceVoice, VoiceAvailability } from '../../narration/voice.ts';
import { Button } from '../../ui/button.tsx';
import { PlayIcon } from '../../ui/icons.tsx';
import { Label } from '../../ui/label.tsx';
import { VoiceGuide } from '../../ui/voice-guide.tsx';
import styles from './settings.module.css';

interface VoiceChoicesProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
  readonly availability: VoiceAvailability;
  /** Speaks a sentence with the chosen voice, within the press. */
  readonly onTry: () => void;
}

/** Which of the device's Japanese voices reads aloud, with a trial: some devices list voices that aren't there. */
export function VoiceChoices({ value, change, availability, onTry }: VoiceChoicesProps) {
  const { name } = useText();
  if (availability.state === 'none') {
    return (
      <div className={styles.field}>
        <span>
          <Label k="settings.voice" />
        </span>
        <p>
          <Label k="settings.voice-none" />
        </p>
        <VoiceGuide />
      </div>
    );
  }
  const key = (voice: DeviceVoice): string => `${voice.voiceURI}\n${voice.name}`;
  const chosen = availability.voices.find(
    (voice) => voice.name === value.voice?.name && voice.lang === value.voice.lang,
  );
  return (
    <div className={styles.field}>
      <span aria-hidden="true">
        <Label k="settings.voice" />
      </span>
      <select
        aria-label={name('settings.voice')}
        value={chosen === undefined ? '' : key(chosen)}
        onChange={(event) => {
          const picked = availability.voices.find((voice) => key(voice) === event.currentTarget.value);
          change({
            voice:
              picked === undefined
                ? null
                : { name: picked.name, lang: picked.lang, voiceURI: picked.voiceURI },
          });
        }}
      >
        <option value="">{name('settings.voice-automatic')}</option>
        {availability.voices.map((voice) => (
          <option key={key(voice)} value={key(voice)}>
            {`${voice.name} — ${name(voice.local ? 'settings.voice-local' : 'settings.voice-remote')}`}
          </option>
        ))}
      </select>
      <Button label="settings.voice-try" icon={<PlayIcon />} onPress={onTry} />
      <p className={styles.hint}>
        <Label k="player.screen-lock" />
      </p>
    </div>
  );
}
