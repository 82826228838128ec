import type { SettingsStore } from '../../library/settings-store.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useStore } from '../../ui/use-store.ts';
import { FuriganaChoices } from './furigana-choices.tsx';

/** The toolbar's 「ふりがな」: the one switch that is wanted most often, by itself. */
export function FuriganaSheet({
  settings,
  onClose,
}: {
  readonly settings: SettingsStore;
  readonly onClose: () => void;
}) {
  const state = useStore(settings);
  return (
    <Sheet
      title="settings.furigana"
      closeLabel="settings.close"
      onClose={onClose}
      foot={<Button label="app.undo" disabled={!state.canUndo} onPress={() => settings.undo()} />}
    >
      <FuriganaChoices value={state.settings} change={(next) => settings.change(next)} />
    </Sheet>
  );
}
