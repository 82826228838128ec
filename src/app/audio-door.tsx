import { use } from 'react';
import { OfflineSoundSheet } from '../features/offline-sound/offline-sound-sheet.tsx';
import { loadListeningTexts } from '../i18n/listening-texts.ts';
import { createAudioDownloads } from '../library/audio-downloads.ts';
import type { CatalogEntry } from '../library/catalog.ts';
import { createAudioKeeper } from '../platform/downloads/audio-keeper.ts';
import { browserDownloadPorts } from '../platform/downloads/download-ports.ts';
import { AUDIO_CACHE } from '../sw/constants.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

// One for the page's life: what is on its way goes on while the sheet is closed.
const downloads = createAudioDownloads(
  createAudioKeeper({
    ...browserDownloadPorts(AUDIO_CACHE),
    storage: navigator.storage,
    channel: 'BroadcastChannel' in globalThis ? new BroadcastChannel(AUDIO_CACHE) : null,
  }),
);

interface AudioDoorProps {
  readonly services: Services;
  /** The book that is open, which stands first; `null` on the shelf. */
  readonly book: string | null;
  readonly onClose: () => void;
}

/** 「録音をこの端末に入れる」, bound to the network and the device. */
export function AudioDoor({ services, book, onClose }: AudioDoorProps) {
  use(loadListeningTexts(services.i18n));
  const { settings } = useStore(services.settings);
  return (
    <OfflineSoundSheet
      downloads={downloads}
      books={inOrder(services.catalog, book, settings.edition)}
      onClose={onClose}
    />
  );
}

/** The open book first, then the edition that its reader chose, each as the shelf has it: the newest plan first. */
function inOrder(
  catalog: readonly CatalogEntry[],
  book: string | null,
  edition: CatalogEntry['edition'],
): readonly CatalogEntry[] {
  const rank = (entry: CatalogEntry): number => {
    if (entry.id === book) return 0;
    return (entry.edition === edition ? 100 : 200) - (entry.plan?.number ?? 0);
  };
  return [...catalog].sort((one, other) => rank(one) - rank(other));
}
