/** The offline client of a real browser. */
import { WORKER_ADDRESS } from '../../sw/constants.ts';
import { createOfflineClient, type OfflineClient, type OfflineParts } from './offline-client.ts';

/** How long the page may be busy after its loading before downloads begin nevertheless, in ms. */
const MOST_PATIENCE = 5000;

/** Call `register` on the result once the first screen is drawn. A first visit that broke off goes on when a network comes back. */
export function createBrowserOfflineClient(books: OfflineParts['books']): OfflineClient {
  const client = createOfflineClient({
    // Fetched when the page is at rest: nothing that a reader waits for needs it.
    createWorkbox: async () => {
      const { Workbox } = await import('workbox-window');
      return new Workbox(WORKER_ADDRESS);
    },
    navigator,
    caches: 'caches' in window ? window.caches : undefined,
    books,
    whenIdle,
    reload: () => location.reload(),
  });
  window.addEventListener('online', () => {
    if (client.getSnapshot().state === 'failed') void client.register();
  });
  return client;
}

async function whenIdle(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((fulfil) => window.addEventListener('load', fulfil, { once: true }));
  }
  await new Promise<void>((fulfil) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(() => fulfil(), { timeout: MOST_PATIENCE });
    else setTimeout(fulfil, 1000);
  });
}
