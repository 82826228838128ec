import { useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../library/settings.ts';
import type { DeviceVoice, VoiceAvailability } from '../../narration/voice.ts';
import { matchVoice } from '../../narration/voice-choice.ts';
import { Label } from '../../ui/label.tsx';
import styles from './listening.module.css';

interface VoiceChoicesProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
  readonly availability: VoiceAvailability;
}

/** Which of the device's Japanese voices speaks, the best first, or the best whichever that is. */
export function VoiceChoices({ value, change, availability }: VoiceChoicesProps) {
  const { name } = useText();
  const { voices } = availability;
  const key = (voice: DeviceVoice): string => `${voice.voiceURI}\n${voice.name}`;
  const chosen = value.voice === null ? null : matchVoice(value.voice, voices);
  return (
    <div className={styles.field}>
      <span aria-hidden="true" className={styles.label}>
        <Label k="listening.voice.device" />
      </span>
      <select
        aria-label={name('listening.voice.device')}
        value={chosen === null ? '' : key(chosen)}
        onChange={(event) => {
          const picked = voices.find((voice) => key(voice) === event.currentTarget.value);
          change({
            voice:
              picked === undefined
                ? null
                : { name: picked.name, lang: picked.lang, voiceURI: picked.voiceURI },
          });
        }}
      >
        <option value="">{name('settings.voice-automatic')}</option>
        {voices.map((voice) => (
          <option key={key(voice)} value={key(voice)}>
            {`${voice.name} — ${name(voice.local ? 'settings.voice-local' : 'settings.voice-remote')}`}
          </option>
        ))}
      </select>
      {voices.some((voice) => !voice.local) && (
        <p className={styles.hint}>
          <Label k="listening.voice.remote-hint" />
        </p>
      )}
    </div>
  );
}
