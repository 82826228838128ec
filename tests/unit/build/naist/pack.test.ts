import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DictionaryEntry } from '../../../../src/build/mecab/system-dictionary.ts';
import { type DictionarySource, packDictionary } from '../../../../src/build/naist/pack.ts';
import { costOf, readDictionary } from '../../../../src/japanese/naist/dictionary.ts';
import { entriesOf, readingOf } from '../../../../src/japanese/naist/entries.ts';

function entry(
  surface: string,
  reading: string,
  cost = 0,
  pos = '名詞,一般,*,*,*,*',
  base = surface,
): DictionaryEntry {
  return { surface, left: 1, right: 2, cost, feature: `${pos},${base},${reading},${reading},0/2,C1` };
}

function source(
  words: readonly DictionaryEntry[],
  costs: readonly number[] = new Array(9).fill(0),
): DictionarySource {
  return {
    words,
    unknown: [{ surface: 'DEFAULT', left: 0, right: 0, cost: 9, feature: '記号,一般,*,*,*,*,*' }],
    matrix: { rights: 3, lefts: 3, costs: Int16Array.from(costs) },
    classes: { names: ['DEFAULT'], infos: new Uint32Array(0x10000).fill((1 << 30) | 1) },
  };
}

/** Packs and reads again: the readings and costs of a surface. */
async function look(words: readonly DictionaryEntry[], surface: string): Promise<readonly string[]> {
  const { trie, words: read } = await readDictionary(packDictionary(source(words)).furigana.buffer);
  const { from, to } = entriesOf(trie, surface);
  return Array.from(
    { length: to - from },
    (_, at) => `${readingOf(read, from + at, surface)} ${costOf(read, from + at)}`,
  );
}

describe('a packed dictionary', () => {
  it.each([
    ['漢字', 'カンジ'],
    ['ひらがな', 'ヒラガナ'],
    ['読み込み', 'ヨミコミ'],
    ['お茶', 'オチャ'],
    ['今日は', 'コンニチワ'],
    ['ＡＢＣ', 'エービーシー'],
    ['𠮷野家', 'ヨシノヤ'],
    ['。', '。'],
    ['々', ''],
  ])('reads %s as %s', async (surface, reading) => {
    expect(
      await look([entry('前', 'マエ'), entry(surface, reading, -7), entry('龠', 'ヤク')], surface),
    ).toEqual([`${reading} -7`]);
  });

  it('keeps the order of the entries of one surface', async () => {
    const words = [entry('方', 'カタ', 300), entry('方針', 'ホウシン'), entry('方', 'ホウ', -32_768)];
    expect(await look(words, '方')).toEqual(['カタ 300', 'ホウ -32768']);
    expect(await look(words, '方針')).toEqual(['ホウシン 0']);
    expect(await look(words, '針')).toEqual([]);
  });

  it('leaves the seams of an entry of several words out', async () => {
    const thanks = entry(
      'ありがとうございます',
      'アリガトウ:ゴザイマス',
      1,
      '感動詞,*,*,*,*,*',
      'ありがとう:ございます',
    );
    expect(await look([thanks], thanks.surface)).toEqual(['アリガトウゴザイマス 1']);
  });

  it('gives every connection its cost', async () => {
    const costs = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 9, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(costs, async (expected) => {
        const packed = packDictionary(source([entry('字', 'ジ')], expected));
        const { connections } = await readDictionary(packed.furigana.buffer);
        expect([...connections.costs]).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('finds every surface, however they begin alike', async () => {
    const surface = fc.string({
      unit: fc.constantFrom('あ', '亜', '𠮷', 'い', '伊'),
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(surface, { minLength: 1, maxLength: 60 }), async (surfaces) => {
        const packed = packDictionary(source(surfaces.map((one, index) => entry(one, 'ア', index))));
        const { trie, words } = await readDictionary(packed.furigana.buffer);
        for (const [index, one] of surfaces.entries()) {
          const { from, to } = entriesOf(trie, one);
          expect([to - from, costOf(words, from)]).toEqual([1, index]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['nothing', []],
    ['a page', [...new TextEncoder().encode('<!doctype html><title>404</title>')]],
  ])('refuses %s', async (_, bytes) => {
    await expect(readDictionary(Uint8Array.from(bytes).buffer)).rejects.toThrow(TypeError);
  });

  it('refuses a file that was cut off', async () => {
    const { furigana } = packDictionary(source([entry('字', 'ジ')]));
    await expect(readDictionary(furigana.buffer.slice(0, -1))).rejects.toThrow(TypeError);
  });
});
