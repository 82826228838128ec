/** The lists of recordings that were brought onto the device, of whatever edition. */
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

/** What a kept file says as JSON; `null` where there is none, or it says nothing of the kind. */
export async function jsonOf(response: Response | undefined): Promise<unknown> {
  try {
    return (await response?.json()) as unknown;
  } catch {
    return null;
  }
}
