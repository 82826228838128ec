import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createClipStore, sha256 } from '../../../src/press/clip-store.ts';
import { testFolder } from './folders.ts';

const bytes = Uint8Array.from([1, 2, 3]);
const facts = {
  frames: 3,
  peak: -6.5,
  words: [{ start: 0, end: 1, from: 0.1, to: 0.2 }],
  misreadings: [],
};

describe('the store of clips', () => {
  it('gives back what was kept, with the hash of its sound', async () => {
    const store = createClipStore(testFolder());
    const kept = await store.keep('abcd', bytes, facts);
    expect(kept).toEqual({ ...facts, sha256: sha256(bytes) });
    expect(await store.facts('abcd')).toEqual(kept);
    expect(new Uint8Array(await store.load('abcd'))).toEqual(bytes);
  });

  it('leaves no drafts, also where two keep the same at once', async () => {
    const folder = testFolder();
    const stores = [createClipStore(folder), createClipStore(folder)];
    await Promise.all(stores.map((store, index) => store.keep(index === 0 ? 'abcd' : 'abce', bytes, facts)));
    expect(readdirSync(join(folder, 'ab')).sort()).toEqual([
      'abcd.json',
      'abcd.mp3',
      'abce.json',
      'abce.mp3',
    ]);
  });

  it.each<[string, (path: string) => void]>([
    ['whose sound was changed', (path) => writeFileSync(`${path}.mp3`, 'x')],
    ['whose sound was cut', (path) => writeFileSync(`${path}.mp3`, readFileSync(`${path}.mp3`).subarray(1))],
    ['whose notes are no JSON', (path) => writeFileSync(`${path}.json`, '{')],
    ['whose notes are empty', (path) => writeFileSync(`${path}.json`, '')],
  ])('has no clip %s', async (_, spoil) => {
    const folder = testFolder();
    const store = createClipStore(folder);
    await store.keep('abcd', bytes, facts);
    spoil(join(folder, 'ab', 'abcd'));
    expect(await store.facts('abcd')).toBeNull();
  });

  it('has no clip that was never kept', async () => {
    expect(await createClipStore(testFolder()).facts('abcd')).toBeNull();
  });

  it('says where it can’t write', async () => {
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    await expect(createClipStore(file).keep('abcd', bytes, facts)).rejects.toMatchObject({
      code: 'not-writable',
    });
  });
});
