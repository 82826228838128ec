import { use } from 'react';
import { KeysSheet } from '../features/keys/keys-sheet.tsx';
import { loadListeningTexts } from '../i18n/listening-texts.ts';
import { createPlayerKeysStore, type PlayerKeysStore } from '../library/player-keys.ts';
import type { TextStorage } from '../library/text-storage.ts';
import type { Services } from './services.ts';

const stores = new WeakMap<TextStorage, PlayerKeysStore>();

/** The one store of keys of what `storage` keeps. */
export function keysOf(storage: TextStorage): PlayerKeysStore {
  const there = stores.get(storage);
  if (there !== undefined) return there;
  const made = createPlayerKeysStore(storage);
  stores.set(storage, made);
  return made;
}

interface KeysDoorProps {
  readonly services: Pick<Services, 'i18n' | 'storage' | 'settings'>;
  readonly onClose: () => void;
}

/** 「キーの一覧」, bound to what the reader keeps. */
export function KeysDoor({ services, onClose }: KeysDoorProps) {
  use(loadListeningTexts(services.i18n));
  return <KeysSheet keys={keysOf(services.storage)} settings={services.settings} onClose={onClose} />;
}
