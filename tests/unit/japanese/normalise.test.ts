import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/japanese/normalise.ts';

describe('the text as the dictionary writes it', () => {
  it.each<[string, string, string]>([
    ['half-width digits and signs', '14年度(2002)', '１４年度（２００２）'],
    ['Kangxi radicals', '⼭と⽔', '山と水'],
    ['radicals that Unicode leaves alone', '⻑い⻘', '長い青'],
    ['compatibility ideographs', '神', '神'],
    ['decomposed kana', 'か\u3099く', 'がく'],
    ['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド'],
    ['variation selectors', '葛\u{e0100}飾', '葛飾'],
    ['a kanji beyond the dictionary', '𠮷野', '吉野'],
    ['emoji', '😀漢', '〓漢'],
    ['lone surrogates', '\ud83d漢\ude00', '〓漢〓'],
    ['control characters', 'あ\0い\n', 'あ　い　'],
    ['circled numbers and units', '①㎡Ⅲ', '①㎡Ⅲ'],
    ['Latin letters', 'TEL', 'TEL'],
  ])('folds %s', (_, source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });

  it('knows where each character began', () => {
    expect(normalise('😀か\u3099𠮷1').offsets).toEqual([0, 2, 4, 6, 7]);
  });
});
