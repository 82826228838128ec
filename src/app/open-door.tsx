import { useCallback, useEffect, useMemo, useState } from 'react';
import { OpenScreen } from '../features/open/open-screen.tsx';
import type { DictionaryState, Prepare } from '../features/open/open-types.ts';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { createReadingClient } from '../platform/workers/reading-client.ts';
import { useStore } from '../ui/use-store.ts';
import { browserDictionaryPorts } from '../workers/dictionary-ports.ts';
import { createDictionaryStore } from '../workers/dictionary-store.ts';
import { startReadingWorker } from '../workers/start-reading-worker.ts';
import { go, link } from './link.ts';
import { createOpen, createPrepare } from './open-document.ts';
import { removeDocument } from './remove-document.ts';
import type { Services } from './services.ts';
import { useFontSlices } from './use-font-slices.ts';
import { useLooks } from './use-looks.ts';
import { usePageReady, usePageTitle } from './use-page.ts';

const DRAFT_KEY = 'tomoyomi.draft';

interface OpenDoorProps {
  readonly services: Services;
  readonly live: boolean;
  /** A file that was chosen on the shelf. */
  readonly file: File | null;
  readonly onFileTaken: () => void;
}

/** `/open`, bound to the worker and to what the device keeps. */
export function OpenDoor({ services, live, file, onFileTaken }: OpenDoorProps) {
  addScreenTexts(services.i18n);
  const { name } = useText();
  const { ownBooks, clock, storage } = services;
  const own = useStore(ownBooks);
  const [dictionary, setDictionary] = useState<DictionaryState['state']>('unknown');
  useLooks(services.settings, null);
  useFontSlices(live);
  usePageTitle(name('open.title'));
  usePageReady(live);

  const reading = useMemo(
    () =>
      createReadingClient({
        startWorker: startReadingWorker,
        soon: (work) => void setTimeout(work),
        clock,
        dictionaryState: () => createDictionaryStore(browserDictionaryPorts()).state(),
      }),
    [clock],
  );
  useEffect(() => () => reading.dispose(), [reading]);
  const look = useCallback(() => void reading.dictionaryState().then(setDictionary), [reading]);
  useEffect(() => {
    if (!live) return;
    void ownBooks.load();
    look();
  }, [live, ownBooks, look]);
  const draft = useMemo(
    () => ({
      load: () => storage.read(DRAFT_KEY) ?? '',
      save: (text: string) => void (text === '' ? storage.remove(DRAFT_KEY) : storage.write(DRAFT_KEY, text)),
    }),
    [storage],
  );
  const prepare: Prepare = async (options) => {
    const result = await createPrepare(reading)(options);
    look();
    return result;
  };

  return (
    <OpenScreen
      file={live ? file : null}
      onFileTaken={onFileTaken}
      onOpen={createOpen(reading, ownBooks, name('open.pasted-name'), go)}
      dictionary={{ state: dictionary, size: __DICTIONARY_BYTES__ }}
      onPrepare={prepare}
      draft={draft}
      documents={own.books}
      onRemove={(id) => void removeDocument(services, id)}
      link={link}
    />
  );
}
