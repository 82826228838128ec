/** A bundled book's recordings: of this edition, or, without a network, of one that is whole on the device. */
import { DOWNLOADS_INDEX, parseBookDownloads } from '../library/downloads-index.ts';
import { parseRecordedBook } from '../narration/parse-recorded-book.ts';
import type { RecordedBook } from '../narration/recorded-book.ts';
import { findKeptLists, type KeptList } from '../platform/downloads/kept-lists.ts';
import { AUDIO_CACHE } from '../sw/constants.ts';

export interface RecordingPorts {
  /** Rejects where there is no answer, or none that is JSON. */
  fetchJson(address: string): Promise<unknown>;
  /** The book's lists on the device, the latest first, with the addresses of its whole files there. Never rejects. */
  kept(book: string): Promise<{ readonly lists: readonly KeptList[]; readonly whole: ReadonlySet<string> }>;
}

/** `null` where the book isn't recorded, or its recordings can't be had now: one may ask again. Never rejects. */
export type LoadRecording = (book: string) => Promise<RecordedBook | null>;

export function createRecordingLoader(ports: RecordingPorts): LoadRecording {
  const loaded = new Map<string, RecordedBook>();
  return async (book) => {
    const known = loaded.get(book);
    if (known !== undefined) return known;
    const found = (await listed(ports, book)) ?? (await earlier(ports, book));
    if (found !== null) loaded.set(book, found);
    return found;
  };
}

async function listed({ fetchJson }: RecordingPorts, book: string): Promise<RecordedBook | null> {
  try {
    const address = parseBookDownloads(await fetchJson(DOWNLOADS_INDEX), book)?.recorded?.address;
    if (address === undefined) return null;
    const parsed = parseRecordedBook(await fetchJson(address), book);
    return parsed.ok ? parsed.recorded : null;
  } catch {
    return null;
  }
}

/** A sentence's id comes from its text, so what an earlier edition says of a sentence is still so. */
async function earlier({ kept }: RecordingPorts, book: string): Promise<RecordedBook | null> {
  const { lists, whole } = await kept(book);
  for (const { value } of lists) {
    const parsed = parseRecordedBook(value, book);
    if (parsed.ok && parsed.recorded.files.every((file) => whole.has(file.address))) {
      return parsed.recorded;
    }
  }
  return null;
}

/** ms; a network that doesn't answer at all must not keep the reader waiting for the device's voice. */
const PATIENCE = 15_000;

export const loadRecording: LoadRecording = createRecordingLoader({
  fetchJson: async (address) => {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
    return (await response.json()) as unknown;
  },
  kept: async (book) => {
    try {
      // Without asking, an empty cache would be made.
      if (await caches.has(AUDIO_CACHE)) return await findKeptLists(await caches.open(AUDIO_CACHE), book);
    } catch {
      // No caches here, or none that may be opened: nothing is kept.
    }
    return { lists: [], whole: new Set() };
  },
});
