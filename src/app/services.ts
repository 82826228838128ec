/** What the screens are given: stores and adapters, wired once. The pre-rendered page gets the same with nothing in them. */
import type { i18n } from 'i18next';
import type { Book } from '../book/book.ts';
import type { WritableStore } from '../book/store.ts';
import type { BookmarksStore } from '../library/bookmarks.ts';
import type { CatalogEntry } from '../library/catalog.ts';
import type { OwnBooks } from '../library/own-books.ts';
import type { PlacesStore } from '../library/places.ts';
import type { SettingsStore } from '../library/settings-store.ts';
import type { TextStorage } from '../library/text-storage.ts';
import type { Clock } from '../narration/clock.ts';
import type { Voice } from '../narration/voice.ts';
import type { SoundElement } from '../platform/audio/sound-element.ts';
import type { OfflineClient } from '../platform/offline/offline-client.ts';
import type { Corrections } from './corrections.ts';
import type { StatusMessage } from './status-line.tsx';

/** Why a book can't be shown. */
export type BookError = 'not-found' | 'damaged' | 'offline';

export type LoadedBook =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly error: BookError };

export interface Services {
  readonly catalog: readonly CatalogEntry[];
  readonly i18n: i18n;
  readonly settings: SettingsStore;
  readonly places: PlacesStore;
  readonly bookmarks: BookmarksStore;
  readonly corrections: Corrections;
  readonly ownBooks: OwnBooks;
  readonly voice: Voice;
  readonly clock: Clock;
  /** The page's one audio element, for recorded voices; `null` where there is no page. */
  readonly sound: SoundElement | null;
  readonly offline: OfflineClient;
  /** Small texts that are kept on the device. */
  readonly storage: TextStorage;
  /**
   * A bundled book or one of the reader's own, with the reader's corrections in it: screen, voice, search and exports
   * all take their books from here.
   */
  readonly loadBook: (id: string) => Promise<LoadedBook>;
  /** True while something is being read aloud; an update waits for it. */
  readonly sounding: WritableStore<boolean>;
  /** What has just been done or gone wrong, said at the page's foot; `null` for nothing. */
  readonly notices: WritableStore<StatusMessage | null>;
  /** Keeps the screen on while the device's voice speaks. */
  readonly keepScreenOn: (wanted: boolean) => void;
}

/** The HTML of the book that the page came with, so that it can be taken over as it stands; or `null`. */
export interface Prerendered {
  readonly id: string;
  readonly html: string;
}
