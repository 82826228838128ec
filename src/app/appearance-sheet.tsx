import { SettingsSheet } from '../features/settings/settings-sheet.tsx';
import { Button } from '../ui/button.tsx';
import type { Services } from './services.ts';

/** 「見やすさ」 with the way to the reader's own readings. */
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
  return (
    <SettingsSheet
      settings={services.settings}
      onClose={onClose}
      corrections={<Button label="corrections.list" onPress={onCorrections} />}
    />
  );
}
