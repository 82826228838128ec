import { SettingsSheet } from '../features/settings/settings-sheet.tsx';
import { VoiceChoices } from '../features/settings/voice-choices.tsx';
import { Button } from '../ui/button.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';
import { tryVoice } from './try-voice.ts';

/** 「見やすさ」 with the device's voices in it. */
export function AppearanceSheet({
  services,
  onClose,
  onCorrections,
}: {
  readonly services: Services;
  readonly onClose: () => void;
  /** Opens the list of the readings that the reader corrected. */
  readonly onCorrections: () => void;
}) {
  const { settings } = useStore(services.settings);
  const availability = useStore(services.voice.availability);
  return (
    <SettingsSheet
      settings={services.settings}
      onClose={onClose}
      voice={
        <>
          <VoiceChoices
            value={settings}
            change={services.settings.change}
            availability={availability}
            onTry={() => tryVoice(services)}
          />
          <Button label="corrections.list" onPress={onCorrections} />
        </>
      }
    />
  );
}
