/** The lists of recordings that were brought onto the device, of whatever edition, and who is reading by them. */
import { AUDIO_PATH } from '../../sw/constants.ts';
import type { FileCache } from './download-ports.ts';

/** A list as it lies on the device; nobody has checked it yet. */
export interface KeptList {
  readonly address: string;
  readonly value: unknown;
}

const LIST = /-clips\.json$/u;

/** The book's lists among the kept files, the latest brought first, and the addresses of all its whole files. */
export async function findKeptLists(
  cache: Pick<FileCache, 'keys' | 'match'>,
  book: string,
): Promise<{ readonly lists: readonly KeptList[]; readonly whole: ReadonlySet<string> }> {
  const whole = new Set<string>();
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (search === '' && pathname.startsWith(`${AUDIO_PATH}${book}/`)) whole.add(pathname);
  }
  const addresses = [...whole].filter((address) => LIST.test(address)).reverse();
  const lists = await Promise.all(
    addresses.map(async (address) => ({ address, value: await jsonOf(await cache.match(address)) })),
  );
  return { lists, whole };
}

async function jsonOf(response: Response | undefined): Promise<unknown> {
  try {
    return (await response?.json()) as unknown;
  } catch {
    return null;
  }
}

/** Windows that read by a list hold this lock in common; who deletes the list's files takes it alone. */
export function recordingLock(list: string): string {
  return `tomoyomi recording ${list}`;
}

/**
 * Says to the app's other windows that this one reads by a list, until it is left. A page that the browser keeps aside for
 * going back holds no locks, so the lock is taken again when the reader comes back to it.
 */
export function holdRecording(list: string, page: Window): void {
  if (!('locks' in page.navigator)) return;
  let release: (() => void) | null = null;
  const take = (): void => {
    if (release !== null) return;
    const held = new Promise<void>((fulfil) => {
      release = fulfil;
    });
    // Where locks are refused, nobody else deletes by them either.
    page.navigator.locks.request(recordingLock(list), { mode: 'shared' }, () => held).catch(() => undefined);
  };
  take();
  page.addEventListener('pageshow', take);
  page.addEventListener('pagehide', () => {
    release?.();
    release = null;
  });
}
