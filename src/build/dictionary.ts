/**
 * The analyzer's dictionary as the site serves it: its one file cut into pieces, with a manifest to check them by, so
 * that any server that sends files can go on with a download where it was interrupted.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DICTIONARY_ADDRESS, type DictionaryManifest } from '../workers/dictionary-manifest.ts';
import { furiganaFile } from './naist/package.ts';

/** The folder of the site that holds the dictionary. */
export const DICTIONARY_FOLDER = DICTIONARY_ADDRESS.slice(1, -1);

/** What an interruption costs at most: on a slow link of 1.6 Mbit/s some two and a half seconds. */
const PIECE_BYTES = 512 * 1024;

/** The files to write, as paths within the site: the pieces, the manifest, and the dictionary's licences. */
export async function dictionaryFiles(
  root: string,
): Promise<readonly { fileName: string; source: Uint8Array | string }[]> {
  const file = await readFile(join(root, furiganaFile));
  const notice = await readFile(join(root, dirname(furiganaFile), 'NOTICE'), 'utf8');
  const pieces = cut(file).map((source, index) => ({ name: `${index}.bin`, source }));
  const manifest: DictionaryManifest = {
    bytes: file.byteLength,
    pieces: pieces.map(({ name, source }) => ({
      name,
      bytes: source.byteLength,
      sha256: createHash('sha256').update(source).digest('hex'),
    })),
  };
  return [
    ...pieces.map(({ name, source }) => ({ fileName: `${DICTIONARY_FOLDER}/${name}`, source })),
    { fileName: `${DICTIONARY_FOLDER}/manifest.json`, source: JSON.stringify(manifest) },
    { fileName: `${DICTIONARY_FOLDER}/NOTICE.txt`, source: notice },
  ];
}

/** What the dictionary weighs over the wire, in bytes. */
export function dictionaryBytes(root: string): number {
  return statSync(join(root, furiganaFile)).size;
}

function cut(file: Uint8Array): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < file.byteLength; at += PIECE_BYTES) pieces.push(file.subarray(at, at + PIECE_BYTES));
  return pieces;
}
