/** Which pieces the analyzer's dictionary comes in, as the build writes it down beside them. */
import { FORMAT_VERSION } from '../japanese/naist/container.ts';

/** A stretch of the dictionary's file, which the site serves as a file of its own. */
export interface DictionaryPiece {
  readonly name: string;
  readonly bytes: number;
  /** Of the same bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

export interface DictionaryManifest {
  /** Of all pieces together. */
  readonly bytes: number;
  /** In the order in which they are joined. */
  readonly pieces: readonly DictionaryPiece[];
}

const VERSION = `naist-jdic-1.11-${FORMAT_VERSION}`;

/** The folder of the site; its name carries the version, so what lies there never changes. */
export const DICTIONARY_ADDRESS = `/dictionary/${VERSION}/`;
export const MANIFEST_ADDRESS = `${DICTIONARY_ADDRESS}manifest.json`;

/** The Cache Storage cache that keeps the pieces, by their addresses. */
export const DICTIONARY_CACHE = `tomoyomi-dictionary-${VERSION}`;

const NAME = /^\d+\.bin$/u;
const SHA256 = /^[0-9a-f]{64}$/u;

/** The manifest, or `null` where the value is none: a server may answer anything with a page. */
export function parseManifest(value: unknown): DictionaryManifest | null {
  if (typeof value !== 'object' || value === null) return null;
  const { bytes, pieces } = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(pieces) || pieces.length === 0) return null;
  const parsed: DictionaryPiece[] = [];
  for (const item of pieces as readonly unknown[]) {
    const piece = parsePiece(item);
    if (piece === null) return null;
    parsed.push(piece);
  }
  const sum = parsed.reduce((total, piece) => total + piece.bytes, 0);
  return bytes === sum ? { bytes, pieces: parsed } : null;
}

function parsePiece(value: unknown): DictionaryPiece | null {
  const { name, bytes, sha256 } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !NAME.test(name)) return null;
  if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes <= 0) return null;
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) return null;
  return { name, bytes, sha256 };
}
