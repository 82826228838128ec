/** The parts of a file that is on its way, in a cache: each under an address that says where in which edition it belongs. */
import type { SiteFile } from '../../library/downloads-index.ts';
import type { FileCache } from './download-ports.ts';

/** Bytes `from` to `to` (exclusive) of a file, kept under `key`. */
export interface FilePart {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

export function partKey({ address, sha256 }: SiteFile, from: number, to: number): string {
  return `${address}?${new URLSearchParams({ edition: sha256, from: String(from), to: String(to) })}`;
}

export interface KeptParts {
  /** From the file's begin on, without a gap. */
  readonly parts: readonly FilePart[];
  /** Their bytes together. */
  readonly loaded: number;
  /** The keys of the file's other parts: of other editions, or behind a gap. */
  readonly useless: readonly string[];
}

export async function findParts(cache: Pick<FileCache, 'keys'>, file: SiteFile): Promise<KeptParts> {
  const mine: FilePart[] = [];
  const useless: string[] = [];
  for (const { url } of await cache.keys()) {
    const { pathname, search, searchParams } = new URL(url);
    if (pathname !== file.address || search === '') continue;
    const key = pathname + search;
    const from = Number(searchParams.get('from'));
    const to = Number(searchParams.get('to'));
    if (searchParams.get('edition') === file.sha256 && from < to && to <= file.bytes) {
      mine.push({ key, from, to });
    } else useless.push(key);
  }
  mine.sort((one, other) => one.from - other.from || other.to - one.to);
  const parts: FilePart[] = [];
  let loaded = 0;
  for (const part of mine) {
    if (part.from === loaded) {
      parts.push(part);
      loaded = part.to;
    } else useless.push(part.key);
  }
  return { parts, loaded, useless };
}
