import type { Kept, TextStorage } from '../../../src/library/text-storage.ts';

export interface FakeStorage extends TextStorage {
  /** What each further write answers; the text is readable in this session in any case. */
  answer: Kept;
  /** Another tab writes. */
  writeElsewhere(key: string, value: string): void;
}

/** A text storage in memory that does as it is told. */
export function createFakeStorage(texts: Readonly<Record<string, string>> = {}): FakeStorage {
  const kept = new Map(Object.entries(texts));
  const watchers = new Set<{ readonly key: string; readonly listener: () => void }>();
  return {
    answer: 'kept',
    read: (key) => kept.get(key) ?? null,
    write(key, value) {
      kept.set(key, value);
      return this.answer;
    },
    remove: (key) => {
      kept.delete(key);
    },
    watch: (key, listener) => {
      const watcher = { key, listener };
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    writeElsewhere: (key, value) => {
      kept.set(key, value);
      for (const watcher of watchers) if (watcher.key === key) watcher.listener();
    },
  };
}
