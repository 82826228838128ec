/** Wires the browser's adapters to the stores. Called once, before the page is taken over. */
import catalog from 'virtual:tomoyomi/catalog';
import { createStore } from '../book/store.ts';
import { createI18n } from '../i18n/i18n.ts';
import { createBookmarksStore } from '../library/bookmarks.ts';
import { createOwnBooks } from '../library/own-books.ts';
import { createPlacesStore } from '../library/places.ts';
import { createSettingsStore } from '../library/settings-store.ts';
import { createBrowserOfflineClient } from '../platform/offline/browser-offline.ts';
import { createBrowserClock } from '../platform/speech/browser-clock.ts';
import { createDeviceVoice } from '../platform/speech/device-voice.ts';
import { createWakeLock } from '../platform/speech/wake-lock.ts';
import { createIdbBooks } from '../platform/storage/idb-books.ts';
import { createIdbJournal } from '../platform/storage/idb-journal.ts';
import { createLastingStorage } from '../platform/storage/lasting-storage.ts';
import { createTextStorage } from '../platform/storage/text-storage.ts';
import { createCorrections } from './corrections.ts';
import { afterwards, createBookLoader, withCorrections } from './load-book.ts';
import type { Services } from './services.ts';
import type { StatusMessage } from './status-line.tsx';

export function createServices(): Services {
  const storage = createLastingStorage(
    createTextStorage(window),
    createIdbJournal(() => window.indexedDB),
  );
  const ownBooks = createOwnBooks(createIdbBooks());
  const corrections = createCorrections(storage);
  const clock = createBrowserClock();
  const voice = createDeviceVoice({
    synthesis: window.speechSynthesis,
    Utterance: window.SpeechSynthesisUtterance,
    clock,
    online: () => navigator.onLine,
  });
  const sound = new Audio();
  // What it is and how long, and no more: the reader hasn't asked for sound yet.
  sound.preload = 'metadata';
  const wakeLock = createWakeLock({ wakeLock: navigator.wakeLock, document });
  return {
    catalog,
    i18n: createI18n(),
    settings: createSettingsStore(storage),
    places: createPlacesStore(storage),
    bookmarks: createBookmarksStore(storage),
    corrections,
    ownBooks,
    voice,
    clock,
    sound,
    offline: createBrowserOfflineClient(catalog),
    storage,
    loadBook: withCorrections(
      afterwards(createBookLoader(catalog, ownBooks), storage.recovered),
      corrections,
    ),
    sounding: createStore(false),
    notices: createStore<StatusMessage | null>(null),
    keepScreenOn: (wanted) => wakeLock.hold(wanted),
  };
}
