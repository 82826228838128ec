/** Which files the analyzer's dictionary has, as the build writes it down beside them. */

export interface DictionaryFile {
  readonly name: string;
  /** Of the file as it is served, gzipped. */
  readonly bytes: number;
  /** Of the same bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The folder of the site; its name carries the version, so what lies there never changes. */
export const DICTIONARY_ADDRESS = '/dictionary/kuromoji-0.1.2/';
export const MANIFEST_ADDRESS = `${DICTIONARY_ADDRESS}manifest.json`;

/** The Cache Storage cache that keeps the files, by their addresses. */
export const DICTIONARY_CACHE = 'tomoyomi-dictionary-0.1.2';

const NAME = /^[a-z_]+\.dat\.gz$/u;
const SHA256 = /^[0-9a-f]{64}$/u;

/** The files, or `null` where the value is no manifest: a server may answer anything with a page. */
export function parseManifest(value: unknown): readonly DictionaryFile[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { files } = value as { readonly files?: unknown };
  if (!Array.isArray(files) || files.length === 0) return null;
  const parsed: DictionaryFile[] = [];
  for (const item of files as readonly unknown[]) {
    const { name, bytes, sha256 } = (item ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || !NAME.test(name)) return null;
    if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes <= 0) return null;
    if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return null;
    parsed.push({ name, bytes, sha256 });
  }
  return parsed;
}
