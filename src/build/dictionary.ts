/** The analyzer's dictionary as the site serves it: kuromoji's own twelve files, with a manifest to check them by. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder of the site that holds the dictionary; its name carries the version, so the files never change. */
export const DICTIONARY_FOLDER = 'dictionary/kuromoji-0.1.2';

/** The files to write, as paths within the site. */
export async function dictionaryFiles(
  root: string,
): Promise<readonly { fileName: string; source: Uint8Array | string }[]> {
  const folder = join(root, 'node_modules', 'kuromoji', 'dict');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.dat.gz')).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, source: await readFile(join(folder, name)) })),
  );
  const manifest = {
    files: files.map(({ name, source }) => ({
      name,
      bytes: source.byteLength,
      sha256: createHash('sha256').update(source).digest('hex'),
    })),
  };
  return [
    ...files.map(({ name, source }) => ({ fileName: `${DICTIONARY_FOLDER}/${name}`, source })),
    { fileName: `${DICTIONARY_FOLDER}/manifest.json`, source: JSON.stringify(manifest) },
  ];
}

/** What the dictionary weighs over the wire, in bytes. */
export function dictionaryBytes(root: string): number {
  const folder = join(root, 'node_modules', 'kuromoji', 'dict');
  const files = readdirSync(folder).filter((name) => name.endsWith('.dat.gz'));
  return files.reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}
