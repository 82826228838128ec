/** Which cache answers which request. The first rule that matches a request answers it. */
import { type PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { answerFromWhole } from './byte-range.ts';
import {
  AUDIO_CACHE,
  AUDIO_PATH,
  DICTIONARY_CACHE,
  DICTIONARY_PATH,
  FONT_CACHE,
  PRECACHE,
  SLICES_PATH,
} from './constants.ts';
import { NOT_FOUND_PAGE, pageFor } from './page-for.ts';

/**
 * More than two full sets of slices (three faces of some 120 each). A slice is never thrown out for another one, because
 * some document on the device needs it; beyond the number, new ones are fetched each time.
 */
const MOST_SLICES = 800;

/** Servers send `Vary: Accept-Encoding`, which says nothing about a response that is already decoded. */
const matchOptions = { ignoreVary: true };

const never = { cacheWillUpdate: async () => null };

/** Stores what fits: beyond the number, slices are fetched each time. */
const wholeWithinCap = {
  cacheWillUpdate: async ({ response }: { response: Response }) => {
    if (response.status !== 200) return null;
    const stored = await (await caches.open(FONT_CACHE)).keys();
    return stored.length < MOST_SLICES ? response : null;
  },
};

/**
 * Recordings: those on the device are answered from there, parts out of whole files, because iOS plays nothing else from a
 * cache. All others are left to the network, and nothing of them is stored: sound comes onto the device when its reader
 * asks for it, and whole (the page sees to that).
 */
export function routeAudio(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(AUDIO_PATH),
    async ({ request }) => {
      try {
        const kept = await caches.match(request.url, { cacheName: AUDIO_CACHE, ...matchOptions });
        if (kept !== undefined) return await answerFromWhole(request, kept);
      } catch {
        // What can't be read on the device may still be had from the network.
      }
      return fetch(request);
    },
  );
}

/** The dictionary is stored, with progress, by whoever loads it; here it is only found. */
export function routeDictionary(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(DICTIONARY_PATH),
    new CacheFirst({
      cacheName: DICTIONARY_CACHE,
      matchOptions,
      plugins: [never],
    }),
  );
}

/** Slices carry their content's hash in the name, so that what is stored stays right. */
export function routeFontSlices(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(SLICES_PATH),
    new CacheFirst({ cacheName: FONT_CACHE, matchOptions, plugins: [wholeWithinCap] }),
  );
}

/** Navigations get their pre-rendered page; what is no page is left to the rules after this one. */
export function routePages(precache: PrecacheController, pages: ReadonlySet<string>): void {
  registerRoute(
    ({ request, url, sameOrigin }) =>
      sameOrigin && request.mode === 'navigate' && pageFor(url.pathname, pages) !== null,
    async ({ request, url }) => {
      const page = pageFor(url.pathname, pages) ?? NOT_FOUND_PAGE;
      if (page !== NOT_FOUND_PAGE) return (await precache.matchPrecache(`/${page}`)) ?? fetch(request);
      // An address that this version doesn't know may be one of a newer version's.
      return fetch(request).catch(async () => notFound(await precache.matchPrecache(`/${page}`)));
    },
  );
}

function notFound(page: Response | undefined): Response {
  if (page === undefined) return Response.error();
  return new Response(page.body, { status: 404, headers: page.headers });
}

/** The precached files, by their addresses. */
export function routePrecache(precache: PrecacheController): void {
  registerRoute(new PrecacheRoute(precache, { cleanURLs: false }));
}

/** Hashed files of the version before, for windows that still run it: its parts may be gone from the server. */
export function routeEarlierVersion(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && /^\/(assets|books)\//.test(url.pathname),
    new CacheFirst({
      cacheName: PRECACHE,
      matchOptions,
      plugins: [never],
    }),
  );
}
