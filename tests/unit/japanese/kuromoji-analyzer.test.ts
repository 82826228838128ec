import { gunzipSync } from 'node:zlib';
import exported from 'kuroshiro';
import { describe, expect, it } from 'vitest';
import { createKuromojiAnalyzer, WorkerKuromojiPlugin } from '../../../src/japanese/kuromoji-analyzer.ts';
import { LOADING, loadFile, testAnalyzer } from './dictionary.ts';

const Kuroshiro = 'default' in exported ? exported.default : exported;

describe('the kuromoji analyzer', { timeout: LOADING }, () => {
  it('is a plug-in that kuroshiro takes', async () => {
    const kuroshiro = new Kuroshiro();
    await kuroshiro.init(new WorkerKuromojiPlugin(loadFile));
    expect(await kuroshiro.convert('地域福祉', { to: 'hiragana' })).toBe('ちいきふくし');
  });

  it('takes files that a server has inflated already', async () => {
    const analyzer = await createKuromojiAnalyzer(async (file) => {
      const bytes = gunzipSync(new Uint8Array(await loadFile(file)));
      return new Uint8Array(bytes).buffer;
    });
    expect((await analyzer.parse('地域福祉')).map((token) => token.reading)).toEqual(['チイキ', 'フクシ']);
  });

  it('rejects with what the loader rejects with', async () => {
    const lost = new Error('lost');
    await expect(createKuromojiAnalyzer(() => Promise.reject(lost))).rejects.toBe(lost);
  });

  it.each<[string]>([
    [''],
    ['  '],
    ['地域。福祉、と。  '],
    ['あ\0い\n\n漢字'],
    ['〓〓漢字한국어你好'],
    ['福祉'.repeat(300)],
    ['\ud83d\ude00漢\ud83d'],
  ])('gives words that join to the text %#', async (text) => {
    const analyzer = await testAnalyzer();
    const tokens = await analyzer.parse(text);
    expect(tokens.map((token) => token.surface).join('')).toBe(text);
    for (const token of tokens) expect(text.startsWith(token.surface, token.start)).toBe(true);
  });

  it('knows the readings of one word, likeliest first', async () => {
    const analyzer = await testAnalyzer();
    expect(analyzer.readingsOf('物')).toEqual(['モノ', 'ブツ']);
    expect(analyzer.readingsOf('\0')).toEqual([]);
    expect(analyzer.readingsOf('ぬぬぬ')).toEqual([]);
  });
});
