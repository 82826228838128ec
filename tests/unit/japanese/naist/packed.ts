/** The packed dictionary as it lies in the repository, loaded once for each file of tests. */
import { readFileSync } from 'node:fs';
import { furiganaFile } from '../../../../src/build/naist/package.ts';
import { type Dictionary, readDictionary } from '../../../../src/japanese/naist/dictionary.ts';

let loading: Promise<Dictionary> | null = null;

export function packedDictionary(): Promise<Dictionary> {
  loading ??= readDictionary(new Uint8Array(readFileSync(furiganaFile)).buffer);
  return loading;
}
