/** Services with nothing of a reader's in them: what a page is pre-rendered with, and its first render in the browser. */
import { createStore } from '../book/store.ts';
import { createI18n } from '../i18n/i18n.ts';
import { createBookmarksStore } from '../library/bookmarks.ts';
import type { CatalogEntry } from '../library/catalog.ts';
import { createOwnBooks } from '../library/own-books.ts';
import { createPlacesStore } from '../library/places.ts';
import { createSettingsStore } from '../library/settings-store.ts';
import type { TextStorage } from '../library/text-storage.ts';
import type { VoiceAvailability } from '../narration/voice.ts';
import type { OfflineSnapshot } from '../platform/offline/offline-client.ts';
import { createCorrections } from './corrections.ts';
import type { Services } from './services.ts';
import type { StatusMessage } from './status-line.tsx';

const NOTHING = (): void => {};

const emptyStorage: TextStorage = {
  read: () => null,
  write: () => 'kept',
  remove: NOTHING,
  watch: () => NOTHING,
};

export function createEmptyServices(catalog: readonly CatalogEntry[]): Services {
  const never = <T>(): Promise<T> => new Promise(() => {});
  return {
    catalog,
    i18n: createI18n(),
    settings: createSettingsStore(emptyStorage),
    places: createPlacesStore(emptyStorage),
    bookmarks: createBookmarksStore(emptyStorage),
    corrections: createCorrections(emptyStorage),
    ownBooks: createOwnBooks({
      list: async () => [],
      get: async () => undefined,
      put: async () => {},
      remove: async () => {},
    }),
    voice: {
      id: 'device',
      availability: createStore<VoiceAvailability>({ state: 'unknown', voices: [] }),
      prime: NOTHING,
      speak: NOTHING,
      stop: NOTHING,
      dispose: NOTHING,
    },
    sound: null,
    clock: { now: () => 0, setTimeout: () => null, clearTimeout: NOTHING },
    offline: {
      ...createStore<OfflineSnapshot>({ state: 'installing', progress: null, update: 'none' }),
      register: never,
      applyUpdate: () => false,
      postponeUpdate: NOTHING,
      onDevice: never,
      checkForUpdate: never,
    },
    storage: emptyStorage,
    loadBook: never,
    sounding: createStore(false),
    notices: createStore<StatusMessage | null>(null),
    keepScreenOn: NOTHING,
  };
}
