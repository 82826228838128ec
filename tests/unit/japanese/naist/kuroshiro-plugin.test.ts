import { readFile } from 'node:fs/promises';
import exported from 'kuroshiro';
import { beforeAll, describe, expect, it } from 'vitest';
import { furiganaFile } from '../../../../src/build/naist/package.ts';
import { NaistKuroshiroPlugin } from '../../../../src/japanese/naist/kuroshiro-plugin.ts';
import { LOADING } from '../dictionary.ts';

const Kuroshiro = 'default' in exported ? exported.default : exported;

async function load(): Promise<ArrayBuffer> {
  return new Uint8Array(await readFile(furiganaFile)).buffer;
}

describe('naist-jdic as a plug-in for kuroshiro', { timeout: LOADING }, () => {
  const kuroshiro = new Kuroshiro();
  const plugin = new NaistKuroshiroPlugin(load);
  beforeAll(() => kuroshiro.init(plugin), LOADING);

  it.each([
    ['地域福祉', { to: 'hiragana' }, 'ちいきふくし'],
    ['みんなで支え合う', { to: 'hiragana', mode: 'okurigana' }, 'みんなで支(ささ)え合(あ)う'],
    ['協働 の まち🎉', { to: 'katakana' }, 'キョウドウノマチ🎉'],
    ['読み込みを行った', { to: 'hiragana', mode: 'spaced' }, 'よみこみ を おこなった'],
    ['福祉', { to: 'romaji' }, 'fukushi'],
    ['', { to: 'hiragana' }, ''],
  ] as const)('%s %j is %s', async (text, options, expected) => {
    expect(await kuroshiro.convert(text, options)).toBe(expected);
  });

  it('writes furigana', async () => {
    const html = await kuroshiro.convert('茶を飲む', { to: 'hiragana', mode: 'furigana' });
    expect(html.replace(/<rp>.*?<\/rp>/gu, '')).toBe(
      '<ruby>茶<rt>ちゃ</rt></ruby>を<ruby>飲<rt>の</rt></ruby>む',
    );
  });

  it('describes words as kuromoji does', async () => {
    expect(await plugin.parse('来た🙂')).toEqual([
      {
        surface_form: '来',
        pos: '動詞',
        pos_detail_1: '自立',
        pos_detail_2: '*',
        pos_detail_3: '*',
        conjugated_type: 'カ変・来ル',
        conjugated_form: '連用形',
        basic_form: '来る',
        reading: 'キ',
        pronunciation: 'キ',
        verbose: { word_id: expect.any(Number), word_type: 'KNOWN', word_position: 1 },
      },
      expect.objectContaining({ surface_form: 'た', pos: '助動詞', conjugated_type: '特殊・タ' }),
      {
        surface_form: '🙂',
        pos: '記号',
        pos_detail_1: '一般',
        pos_detail_2: '*',
        pos_detail_3: '*',
        conjugated_type: '*',
        conjugated_form: '*',
        basic_form: '*',
        verbose: { word_id: expect.any(Number), word_type: 'UNKNOWN', word_position: 3 },
      },
    ]);
  });

  it('is initialized once, and before anything is parsed', async () => {
    await expect(plugin.init()).rejects.toThrow('already');
    await expect(new NaistKuroshiroPlugin(load).parse('')).rejects.toThrow('not been');
  });

  it('rejects with what the loader rejects with', async () => {
    const lost = new Error('lost');
    await expect(new NaistKuroshiroPlugin(() => Promise.reject(lost)).init()).rejects.toBe(lost);
  });
});
