/** Counts the files of an installation, so that the page can say how far it is. */
import { PRECACHE_PROGRESS, type PrecacheProgress } from './constants.ts';

/** What is used of Workbox's plugins; called once for each file, whether it came from the network or was there. */
export interface ProgressPlugin {
  handlerDidComplete(outcome: {
    readonly event: { readonly type: string };
    readonly response?: unknown;
    readonly error?: unknown;
  }): Promise<void>;
}

/**
 * A plugin for the precache's strategy, which serves requests by it too: those don't count.
 *
 * @param total how many files there are; asked when a file has come, because the list is filled after the plugin is made
 * @param tell gets each new count. Never awaited, so that no window can hold up the installation.
 */
export function createProgressPlugin(
  total: () => number,
  tell: (progress: PrecacheProgress) => void,
): ProgressPlugin {
  let done = 0;
  return {
    handlerDidComplete: async ({ event, response, error }) => {
      if (event.type !== 'install' || response === undefined || error !== undefined) return;
      done += 1;
      tell({ type: PRECACHE_PROGRESS, done, total: total() });
    },
  };
}
