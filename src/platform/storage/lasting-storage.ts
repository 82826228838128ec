/**
 * The text-storage port so that it outlives a browser that is killed. Browsers keep `localStorage` in memory and write it
 * to the disk at their leisure: Chromium five seconds after a first change, and then at most once a minute. So each text
 * also goes into a journal that reaches the disk at once, and what only the journal has comes back with the next start.
 */
import type { TextStorage } from '../../library/text-storage.ts';

/** One key's last text. */
export interface JournalEntry {
  readonly key: string;
  /** `null` where it was removed. */
  readonly text: string | null;
  /** Epoch milliseconds of the change, made greater than that of the change before. */
  readonly at: number;
}

/** Keeps the last entry of each key, asynchronously. */
export interface Journal {
  /** As the last session left them; rejects where there can be no journal. */
  entries(): Promise<readonly JournalEntry[]>;
  /** Never throws; an entry that can't be written is given up. */
  write(entry: JournalEntry): void;
}

/** A text storage that is complete only after it has looked into its journal. */
export interface LastingStorage extends TextStorage {
  /** Fulfilled when what an earlier session lost is back and its watchers know; or there is no journal. Never rejects. */
  readonly recovered: Promise<void>;
}

/** Beside each text, under its key and this ending: when it was written, by which it is known whether the journal is ahead. */
export const STAMP_ENDING = '.at';

/** `storage` answers at once and for this session; `journal` lasts. `now` is in epoch milliseconds. */
export function createLastingStorage(
  storage: TextStorage,
  journal: Journal,
  now: () => number = Date.now,
): LastingStorage {
  const watchers = new Map<string, Set<() => void>>();
  const stampOf = (key: string): number => Number(storage.read(key + STAMP_ENDING)) || 0;

  const note = (key: string, text: string | null): void => {
    // Clocks are put back; the later change is the later one all the same.
    const at = Math.max(now(), stampOf(key) + 1);
    storage.write(key + STAMP_ENDING, String(at));
    journal.write({ key, text, at });
  };

  const recover = ({ key, text, at }: JournalEntry): void => {
    if (at <= stampOf(key)) return;
    if (text === null) storage.remove(key);
    else storage.write(key, text);
    storage.write(key + STAMP_ENDING, String(at));
    for (const listener of [...(watchers.get(key) ?? [])]) listener();
  };

  return {
    read: storage.read,
    write: (key, value) => {
      const answer = storage.write(key, value);
      note(key, value);
      return answer;
    },
    remove: (key) => {
      storage.remove(key);
      note(key, null);
    },
    watch: (key, listener) => {
      const own = watchers.get(key) ?? new Set();
      watchers.set(key, own.add(listener));
      const unwatch = storage.watch(key, listener);
      return () => {
        own.delete(listener);
        unwatch();
      };
    },
    recovered: journal.entries().then(
      (entries) => entries.forEach(recover),
      () => {},
    ),
  };
}
