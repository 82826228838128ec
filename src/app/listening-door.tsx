import { type ReactNode, use } from 'react';
import { createStore } from '../book/store.ts';
import { ListeningSheet } from '../features/listening/listening-sheet.tsx';
import { loadListeningTexts } from '../i18n/listening-texts.ts';
import type { Narrator, NarratorState } from '../narration/narrator.ts';
import type { Player } from '../narration/player.ts';
import type { SleepTimer } from '../narration/sleep-timer.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';
import { tryVoice } from './try-voice.ts';

interface ListeningDoorProps {
  readonly services: Services;
  /** `null` on the shelf, and while the book is on its way. */
  readonly player: Player | null;
  readonly narrator: Pick<Narrator, 'state'> | null;
  readonly sleepTimer: SleepTimer | null;
  readonly onClose: () => void;
  /** How what is read is marked. */
  readonly children?: ReactNode;
}

const NO_NARRATION = createStore<NarratorState | null>(null);

/** 「聞き方」, bound to the device's voices, the settings and the book that is read. */
export function ListeningDoor({
  services,
  player,
  narrator,
  sleepTimer,
  onClose,
  children,
}: ListeningDoorProps) {
  use(loadListeningTexts(services.i18n));
  const availability = useStore(services.voice.availability);
  const narration = useStore<NarratorState | null>(narrator?.state ?? NO_NARRATION);
  return (
    <ListeningSheet
      settings={services.settings}
      availability={availability}
      narration={narration}
      sleepTimer={sleepTimer}
      onTry={(voice, onFailed) => {
        // Two voices at once are none.
        player?.stop();
        return tryVoice(services, { with: voice, onFailed });
      }}
      onClose={onClose}
    >
      {children}
    </ListeningSheet>
  );
}
