/**
 * Loads kuromoji's dictionary without kuromoji's own loader: that one inflates in JavaScript with a package that
 * doesn't run in a module worker, and it mistakes an absolute address for a file path.
 */
import DynamicDictionaries, { type KuromojiDictionaries } from 'kuromoji/src/dict/DynamicDictionaries.js';

/** Fetches one of the dictionary's twelve files by name; the bytes may still be gzipped or already inflated. */
export type LoadFile = (file: string) => Promise<ArrayBuffer>;

/** The names that `load` is asked for. */
export const DICTIONARY_FILES = [
  'base.dat.gz',
  'check.dat.gz',
  'tid.dat.gz',
  'tid_pos.dat.gz',
  'tid_map.dat.gz',
  'cc.dat.gz',
  'unk.dat.gz',
  'unk_pos.dat.gz',
  'unk_map.dat.gz',
  'unk_char.dat.gz',
  'unk_compat.dat.gz',
  'unk_invoke.dat.gz',
] as const;

type FileName = (typeof DICTIONARY_FILES)[number];

/** Rejects with what `load` rejects with, or with a `TypeError` where a file is not what it should be. */
export async function loadDictionary(load: LoadFile): Promise<KuromojiDictionaries> {
  const loaded = await Promise.all(
    DICTIONARY_FILES.map(async (file) => [file, await inflate(await load(file))] as const),
  );
  const files = new Map<FileName, ArrayBuffer>(loaded);
  const buffer = (file: FileName): ArrayBuffer => files.get(file) ?? new ArrayBuffer(0);
  const bytes = (file: FileName): Uint8Array => new Uint8Array(buffer(file));

  const dictionaries = new DynamicDictionaries();
  dictionaries.loadTrie(new Int32Array(buffer('base.dat.gz')), new Int32Array(buffer('check.dat.gz')));
  dictionaries.loadTokenInfoDictionaries(
    bytes('tid.dat.gz'),
    bytes('tid_pos.dat.gz'),
    bytes('tid_map.dat.gz'),
  );
  dictionaries.loadConnectionCosts(new Int16Array(buffer('cc.dat.gz')));
  dictionaries.loadUnknownDictionaries(
    bytes('unk.dat.gz'),
    bytes('unk_pos.dat.gz'),
    bytes('unk_map.dat.gz'),
    bytes('unk_char.dat.gz'),
    new Uint32Array(buffer('unk_compat.dat.gz')),
    bytes('unk_invoke.dat.gz'),
  );
  return dictionaries;
}

/** Servers differ in whether they undo the gzip themselves, so the first two bytes decide. */
async function inflate(buffer: ArrayBuffer): Promise<ArrayBuffer> {
  const head = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
  if (head[0] !== 0x1f || head[1] !== 0x8b) return buffer;
  const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
