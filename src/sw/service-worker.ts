/**
 * The service worker: keeps the app and the bundled books on the device. A new version downloads beside the running one
 * and waits for the reader's consent; where its download fails, the running one goes on, and the next try takes up what
 * has come already.
 */
import { PrecacheController } from 'workbox-precaching';
import { AUDIO_CACHE, DOWNLOADS_LIST, PAGE_LOADED, PRECACHE, SKIP_WAITING } from './constants.ts';
import { deleteLeftovers, deleteOldCaches, deleteOldRecordings } from './leftovers.ts';
import { createProgressPlugin } from './progress.ts';
import {
  routeAudio,
  routeDictionary,
  routeEarlierVersion,
  routeFontSlices,
  routePages,
  routePrecache,
} from './routes.ts';
import type { LifetimeEvent, ServiceWorkerScope } from './scope.ts';

/** Put in by the build. */
declare const __PRECACHE_ENTRIES__: { url: string; revision: string | null; integrity?: string }[];

const scope = self as unknown as ServiceWorkerScope;
const entries = __PRECACHE_ENTRIES__;

const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });

const precache = new PrecacheController({
  cacheName: PRECACHE,
  plugins: [
    createProgressPlugin(
      () => entries.length,
      async (progress) => {
        for (const client of await windows()) client.postMessage(progress);
      },
    ),
  ],
});
precache.strategy.matchOptions = { ignoreVary: true };
precache.addToCacheList(entries);

scope.addEventListener('install', (event) => {
  // Workbox's own method keeps the event waiting. Its way to activate is left out: it would delete the earlier version's
  // files at once.
  void precache.install(event);
});

scope.addEventListener('activate', (event) => {
  // The windows of the first visit are taken over, so that they need no second one to be readable without a network.
  event.waitUntil(Promise.all([scope.clients.claim(), deleteOldCaches(caches)]));
});

scope.addEventListener('message', (event) => {
  const type = typeOf(event.data);
  if (type === SKIP_WAITING) event.waitUntil(scope.skipWaiting());
  if (type === PAGE_LOADED) tidy(event);
});

function typeOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'type' in data ? data.type : null;
}

/**
 * A page that has just loaded runs this version; if it is the only one, nobody needs an earlier one's files, and nothing of
 * them is being played.
 */
function tidy(event: LifetimeEvent): void {
  const isNewest = () => scope.registration.installing === null && scope.registration.waiting === null;
  const run = async () => {
    if ((await windows()).length > 1) return;
    const keys = new Set(precache.getURLsToCacheKeys().values());
    await deleteLeftovers(await caches.open(PRECACHE), keys, isNewest);
    if (!(await caches.has(AUDIO_CACHE))) return;
    const index = await precache.matchPrecache(DOWNLOADS_LIST);
    const audio = await caches.open(AUDIO_CACHE);
    const read = async (url: string): Promise<unknown> => jsonOf(await audio.match(url));
    await deleteOldRecordings(audio, await jsonOf(index), read, isNewest);
  };
  event.waitUntil(run());
}

async function jsonOf(response: Response | undefined): Promise<unknown> {
  try {
    return (await response?.json()) as unknown;
  } catch {
    return null;
  }
}

const pages = new Set(
  entries.map(({ url }) => url.replace(/^\//, '')).filter((url) => url.endsWith('.html')),
);
routeAudio();
routeDictionary();
routeFontSlices();
routePages(precache, pages);
routePrecache(precache);
routeEarlierVersion();
