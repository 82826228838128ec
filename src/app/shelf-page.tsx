import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { OfflineNotice } from '../features/offline/offline-notice.tsx';
import type { ToolbarSheet } from '../features/reader/toolbar.tsx';
import { ShelfScreen } from '../features/shelf/shelf-screen.tsx';
import type { ShelfPlace } from '../features/shelf/shelf-types.ts';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import { catalogEntry } from '../library/catalog.ts';
import type { Place } from '../library/places.ts';
import { useStore } from '../ui/use-store.ts';
import { VoiceGuide } from '../ui/voice-guide.tsx';
import { go, link } from './link.ts';
import { openAt, travel } from './place-history.ts';
import { ReadSheets } from './read-sheets.tsx';
import { removeDocument } from './remove-document.ts';
import type { Services } from './services.ts';
import { tryVoice } from './try-voice.ts';
import { useFontSlices } from './use-font-slices.ts';
import { useLooks } from './use-looks.ts';
import { usePageReady, usePageTitle } from './use-page.ts';

const AudioDoor = lazy(async () => ({ default: (await import('./audio-door.tsx')).AudioDoor }));
const FirstVisitDialog = lazy(async () => ({
  default: (await import('../features/first-visit/first-visit-dialog.tsx')).FirstVisitDialog,
}));

interface ShelfPageProps {
  readonly services: Services;
  /** False on the pre-rendered page and until it has been taken over: then nothing of the reader's is known. */
  readonly live: boolean;
  /** Opens a book and goes on reading it aloud, within the press. */
  readonly onContinue: (id: string) => void;
  /** Opens the page for one's own documents with a file in hand. */
  readonly onFile: (file: File) => void;
}

/** `/`: the shelf. */
export function ShelfPage({ services, live, onContinue, onFile }: ShelfPageProps) {
  addScreenTexts(services.i18n);
  const { catalog, settings: settingsStore, places: placesStore, ownBooks, offline } = services;
  const { settings } = useStore(settingsStore);
  const { places } = useStore(placesStore);
  const own = useStore(ownBooks);
  const offlineState = useStore(offline);
  const sounding = useStore(services.sounding);
  const availability = useStore(services.voice.availability);
  const [sheet, setSheet] = useState<ToolbarSheet | null>(null);
  const [isSoundOpen, setSoundOpen] = useState(false);
  const [onDevice, setOnDevice] = useState<ReadonlySet<string> | null>(null);
  useLooks(settingsStore, null);
  useFontSlices(own.books.length > 0);
  usePageTitle(null);
  usePageReady(live);

  useEffect(() => {
    if (live) void ownBooks.load();
  }, [live, ownBooks]);
  useEffect(() => {
    if (!live) return;
    let current = true;
    if (offlineState.state === 'ready')
      void offline.onDevice().then((books) => current && setOnDevice(books));
    return () => {
      current = false;
    };
  }, [live, offline, offlineState.state]);

  const shelfPlaces = useMemo(() => {
    const found = new Map<string, ShelfPlace>();
    for (const [id, place] of places) found.set(id, shelfPlace(services, id, place));
    return found;
  }, [places, services]);
  // A document that was removed keeps its place, should it come back; but nobody goes on with it.
  const latest = [...places]
    .filter(([id]) => catalogEntry(catalog, id) !== null || own.books.some((book) => book.id === id))
    .sort(([, a], [, b]) => b.updated - a.updated)[0]?.[0];

  return (
    <>
      <ShelfScreen
        catalog={catalog}
        edition={settings.edition}
        latest={latest === undefined ? null : (shelfPlaces.get(latest) ?? null)}
        places={shelfPlaces}
        documents={own.books.map(({ id, title }) => ({ id, title }))}
        onDevice={onDevice}
        notice={
          live && (
            <OfflineNotice
              snapshot={offlineState}
              reading={sounding}
              onUpdate={() => offline.applyUpdate(() => services.sounding.getSnapshot())}
              onLater={() => offline.postponeUpdate()}
            />
          )
        }
        link={link}
        onContinue={onContinue}
        onFile={onFile}
        onRemove={(id) => void removeDocument(services, id)}
        onSheet={setSheet}
        onSound={() => setSoundOpen(true)}
      />
      <ReadSheets
        sheet={sheet}
        services={services}
        book={null}
        here={null}
        onClose={() => setSheet(null)}
        onOpen={setSheet}
        onSection={() => {}}
        placeNow={() => null}
        onGo={(book, sentence) => go(`/read/${book}#${sentence}`)}
        onTravel={(how) => {
          const to = travel(services.storage, how, null);
          if (to !== null) openAt(services.places, to);
        }}
      />
      {isSoundOpen && (
        <Suspense>
          <AudioDoor services={services} book={null} onClose={() => setSoundOpen(false)} />
        </Suspense>
      )}
      {live && !settings.firstVisitDone && (
        <Suspense>
          <FirstVisitDialog
            settings={settingsStore}
            availability={availability}
            onTryVoice={() => tryVoice(services)}
            voiceGuide={<VoiceGuide />}
            onDone={() => {}}
          />
        </Suspense>
      )}
    </>
  );
}

function shelfPlace(services: Services, id: string, place: Place): ShelfPlace {
  const entry = catalogEntry(services.catalog, id);
  const { rate } = services.settings.getSnapshot().settings;
  return {
    id,
    title: entry?.title ?? place.title ?? place.locator.quote,
    fraction: place.fraction,
    minutesLeft: entry === null ? null : (entry.minutesToListen * (1 - place.fraction)) / rate,
  };
}
