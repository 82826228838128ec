import type { TextKey } from '../../i18n/use-text.ts';
import { SETTING_CHOICES, type Settings } from '../../library/settings.ts';
import type { NarratorState } from '../../narration/narrator.ts';
import type { VoiceAvailability } from '../../narration/voice.ts';
import { Choices } from '../../ui/choices.tsx';
import { Label } from '../../ui/label.tsx';
import { VoiceGuide } from '../../ui/voice-guide.tsx';
import styles from './listening.module.css';
import { VoiceChoices } from './voice-choices.tsx';
import { type TryVoice, VoiceTrial } from './voice-trial.tsx';

export interface VoicePartProps {
  readonly value: Settings;
  readonly change: (next: Partial<Settings>) => void;
  /** Which voice reads the open book, and why; `null` where no book is read. */
  readonly narration: NarratorState | null;
  readonly availability: VoiceAvailability;
  readonly onTry: TryVoice;
}

/** Which voice reads, the recorded one or the device's, what that means, and which of the device's voices it is. */
export function VoicePart({ value, change, narration, availability, onTry }: VoicePartProps) {
  const told = narration === null ? null : standOf(narration);
  return (
    <>
      <div>
        <Choices
          label="listening.voice.who"
          value={value.narrator}
          onChoose={(narrator) => change({ narrator })}
          choices={SETTING_CHOICES.narrator.map((narrator) => ({
            value: narrator,
            label: `listening.voice.${narrator}` as const,
          }))}
        >
          <p className={styles.hint}>
            <Label k={`listening.voice.${value.narrator}-hint`} />
          </p>
        </Choices>
        <p role="status" className={styles.stand}>
          {told !== null && <Label k={told} />}
        </p>
      </div>
      {availability.state === 'none' ? (
        <div className={styles.field}>
          <p>
            <Label k="settings.voice-none" />
          </p>
          <VoiceGuide />
        </div>
      ) : (
        <>
          <VoiceChoices value={value} change={change} availability={availability} />
          <VoiceTrial
            voices={availability.voices}
            onTry={onTry}
            onChoose={({ name, lang, voiceURI }) => change({ voice: { name, lang, voiceURI } })}
          />
        </>
      )}
    </>
  );
}

/** What has to be said about the voice that reads; `null` where it is the one that was chosen. */
function standOf({ wanted, speaking, recording, fault }: NarratorState): TextKey | null {
  if (wanted === 'recorded' && recording === 'none') return 'listening.voice.not-recorded';
  if (wanted === 'recorded' && recording === 'loading') return 'listening.voice.loading';
  if (wanted === 'recorded' && recording === 'missing') return 'listening.voice.missing';
  if (fault === null || wanted === speaking) return null;
  return wanted === 'recorded' ? 'listening.voice.recorded-failed' : 'listening.voice.device-failed';
}
