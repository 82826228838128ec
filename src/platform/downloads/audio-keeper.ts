/** Recordings on the device: each book's are a list and the files that it names, all kept as downloads are. */
import type { AudioKeeper, KeptSound } from '../../library/audio-downloads.ts';
import { DownloadError } from '../../library/downloads.ts';
import type { BookSound, SiteFile } from '../../library/downloads-index.ts';
import { parseRecordedBook } from '../../narration/parse-recorded-book.ts';
import { AUDIO_PATH } from '../../sw/constants.ts';
import { readStorageRoom, type StorageQuota } from '../storage/quota.ts';
import { createDownloadKeeper } from './download-keeper.ts';
import type { DownloadPorts, FileCache } from './download-ports.ts';
import { findParts } from './file-parts.ts';
import { jsonOf } from './kept-lists.ts';

export interface AudioPorts extends DownloadPorts {
  /** `navigator.storage`. */
  readonly storage: StorageQuota | undefined;
  /** To the app's other windows, or `null` where windows can't talk to each other. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null;
}

export function createAudioKeeper(ports: AudioPorts): AudioKeeper {
  // A browser may ask its reader for persistence: once for a press, and not for each file.
  const keeper = createDownloadKeeper({ ...ports, persist: async () => undefined });
  const opened = async (): Promise<FileCache | null> => ports.openCache().catch(() => null);
  return {
    index: (options) => keeper.index(options),

    look: async (sounds) => {
      const absent = sounds.map((): KeptSound => ({ state: 'absent', loaded: 0 }));
      const cache = await opened();
      if (cache === null) return absent;
      try {
        const keys = await cache.keys();
        return await Promise.all(sounds.map((sound) => lookAt(cache, keys, sound)));
      } catch {
        return absent;
      }
    },

    bring: (file, options) => keeper.bring(file, options),

    filesOf: async ({ book, list }) => {
      const cache = await opened();
      const files = cache === null ? null : await filesIn(cache, book, list).catch(() => null);
      if (files !== null) return files;
      // So that the next attempt brings another one.
      await keeper.remove(list);
      throw new DownloadError('damaged');
    },

    remove: async (book) => {
      const cache = await opened();
      if (cache === null) return;
      try {
        const mine = keysOf(await cache.keys(), book);
        await Promise.all(mine.map((key) => cache.delete(pathOf(key))));
      } catch {
        // What can't be removed is still there, and is shown so.
      }
    },

    persist: () => ports.persist(),
    room: () => readStorageRoom(ports.storage),
    tell: () => ports.channel?.postMessage('changed'),
    onTold: (listener) => ports.channel?.addEventListener('message', listener),
  };
}

type Keys = Awaited<ReturnType<FileCache['keys']>>;

function keysOf(keys: Keys, book: string): Keys {
  return keys.filter((key) => pathOf(key).startsWith(`${AUDIO_PATH}${book}/`));
}

/** With the query, which only parts have. */
function pathOf({ url }: { readonly url: string }): string {
  return url.slice(new URL(url).origin.length);
}

async function lookAt(cache: FileCache, keys: Keys, { book, list }: BookSound): Promise<KeptSound> {
  const mine = keysOf(keys, book);
  const paths = new Set(mine.map(pathOf));
  const other: KeptSound = { state: hasOtherList(paths, list.address) ? 'earlier' : 'absent', loaded: 0 };
  const files = paths.has(list.address) ? await filesIn(cache, book, list) : null;
  if (files === null) return other;
  let whole = 0;
  let loaded = 0;
  for (const file of files) {
    if (paths.has(file.address)) {
      whole += 1;
      loaded += file.bytes;
    } else loaded += (await findParts({ keys: async () => mine }, file)).loaded;
  }
  if (whole === files.length) return { state: 'whole', loaded: list.bytes + loaded };
  // The list alone is nothing that a reader would call begun.
  return loaded > 0 ? { state: 'part', loaded: list.bytes + loaded } : other;
}

/** Whether there is a whole list of another edition. */
function hasOtherList(paths: ReadonlySet<string>, list: string): boolean {
  return [...paths].some((path) => path !== list && path.endsWith('-clips.json'));
}

/** The files that the kept list names; `null` where the list is missing or damaged. */
async function filesIn(
  cache: Pick<FileCache, 'match'>,
  book: string,
  list: SiteFile,
): Promise<readonly SiteFile[] | null> {
  const parsed = parseRecordedBook(await jsonOf(await cache.match(list.address)), book);
  return parsed.ok ? parsed.recorded.files : null;
}
