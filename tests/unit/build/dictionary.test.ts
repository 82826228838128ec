import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DICTIONARY_FOLDER, dictionaryBytes, dictionaryFiles } from '../../../src/build/dictionary.ts';
import { furiganaFile } from '../../../src/build/naist/package.ts';
import { parseManifest } from '../../../src/workers/dictionary-manifest.ts';

const files = await dictionaryFiles(process.cwd());
const byName = new Map(
  files.map(({ fileName, source }) => [fileName.slice(DICTIONARY_FOLDER.length + 1), source]),
);
const manifest = parseManifest(JSON.parse(String(byName.get('manifest.json'))));

test('the pieces join to the one file in the repository', () => {
  const parts = manifest?.pieces.map(({ name }) => Buffer.from(byName.get(name) ?? '')) ?? [];
  expect(Buffer.concat(parts).equals(readFileSync(furiganaFile))).toBe(true);
  expect(manifest?.bytes).toBe(dictionaryBytes(process.cwd()));
});

test('each piece is what the manifest says, and no larger than 512 KiB', () => {
  for (const { name, bytes, sha256 } of manifest?.pieces ?? []) {
    const source = Buffer.from(byName.get(name) ?? '');
    expect(source.byteLength).toBe(bytes);
    expect(createHash('sha256').update(source).digest('hex')).toBe(sha256);
    expect(bytes).toBeLessThanOrEqual(512 * 1024);
  }
});

test('the whole is lighter than eight megabytes, and its licences lie beside it', () => {
  expect(dictionaryBytes(process.cwd())).toBeLessThan(8_000_000);
  expect(String(byName.get('NOTICE.txt'))).toContain('Nara Institute of Science and Technology');
  expect(String(byName.get('NOTICE.txt'))).toContain('The UniDic Consortium');
});
