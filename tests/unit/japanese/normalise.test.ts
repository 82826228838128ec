import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/japanese/normalise.ts';

describe('the text as the dictionary writes it', () => {
  it.each<[string, string, string]>([
    ['half-width digits and signs', '14年度(2002)', '１４年度（２００２）'],
    ['Kangxi radicals', '⼭と⽔', '山と水'],
    ['radicals that Unicode leaves alone', '⻑い⻘', '長い青'],
    ['compatibility ideographs', '\ufa19と\uf9d0', '神と類'],
    ['decomposed kana', 'か\u3099く', 'がく'],
    ['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['half-width signs', '｢ﾊﾟﾝ｣｡', '「パン」。'],
    ['variation selectors', '葛\u{e0100}飾\ufe00区', '葛飾区'],
    ['a kanji beyond the dictionary', '𠮷野', '吉野'],
    ['emoji', '😀漢', '〓漢'],
    ['lone surrogates', '\ud83d漢\ude00', '〓漢〓'],
    ['white space', 'あ\tい\nう\u00a0え\u2003お', 'あ　い　う　え　お'],
    ['circled numbers and units', '①㎡Ⅲ', '①㎡Ⅲ'],
    ['Latin letters', 'TEL', 'TEL'],
    ['vertical forms', '︵福祉︶﹁協働﹂︑︒', '（福祉）「協働」、。'],
    ['the vertical repetition mark', '人〻', '人々'],
    ['old forms', '學校の圖書館', '学校の図書館'],
    ['squares', '㍿と㍻と㋿', '株式会社と平成と令和'],
  ])('folds %s', (_, source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });

  it.each<[string, string]>([
    ['soft hyphens', '福\u00ad祉'],
    ['zero-width spaces and joiners', '福\u200b\u200d祉\ufeff'],
    ['marks of direction', '\u202b福祉\u202c'],
    ['control characters', '\0福\u0008祉\u007f\u009f'],
  ])('leaves out %s', (_, source) => {
    expect(normalise(source).text).toBe('福祉');
  });

  it('knows where each character began', () => {
    const { text, offsets } = normalise('😀か\u3099𠮷1葛\u{e0100}\u200b飾');
    expect(text).toBe('〓が吉１葛飾');
    expect(offsets).toEqual([0, 2, 4, 6, 7, 11, 12]);
  });

  it('gives all kanji of a square the place of the square', () => {
    expect(normalise('の㍻元').offsets).toEqual([0, 1, 1, 2, 3]);
  });

  it.each<[string, boolean]>([
    ['福祉の計画、１年', false],
    ['ｶﾞｲﾄﾞと葛\u{e0100}飾', false],
    ['福\u200b祉', true],
    ['㍻', true],
  ])('says of %j whether characters were left out or spread: %s', (text, mended) => {
    expect(normalise(text).mended).toBe(mended);
  });

  it.each<[string, string]>([
    ['民主々義', '民主主義'],
    ['会社々長と', '会社社長と'],
    ['人々の民主', '人々の民主'],
    ['民主々', '民主々'],
    ['主々義', '主々義'],
    ['々々義', '々々義'],
  ])('writes a repeated kanji of %s between two words as %s', (source, expected) => {
    const words = new Set(['民主', '主義', '会社', '社長', '人々']);
    const { text, offsets } = normalise(source, (surface) => (words.has(surface) ? ['カナ'] : []));
    expect(text).toBe(expected);
    expect(offsets).toEqual([...source, ''].map((_, at) => at));
  });

  it('keeps an old form only in a word that is read otherwise with it', () => {
    const readings: Readonly<Record<string, string>> = {
      三國: 'ミクニ',
      三国: 'サンゴク',
      渡邊: 'ワタナベ',
      渡辺: 'ワタナベ',
    };
    const readingsOf = (surface: string): readonly string[] => {
      const reading = readings[surface];
      return reading === undefined ? [] : [reading];
    };
    expect(normalise('三國と渡邊と國', readingsOf).text).toBe('三國と渡辺と国');
  });
});
