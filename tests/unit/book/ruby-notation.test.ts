import { describe, expect, test } from 'vitest';
import { baseOfNotation, parseRubyNotation, readingOfNotation } from '../../../src/book/ruby-notation.ts';

describe('the notation', () => {
  test.each([
    ['', []],
    ['本を見る', [{ text: '本を見る' }]],
    ['{本棚|ほんだな}を見る', [{ base: '本棚', reading: 'ほんだな' }, { text: 'を見る' }]],
    ['この{本|ほん}', [{ text: 'この' }, { base: '本', reading: 'ほん' }]],
    [
      '{協|きょう}{働|どう}',
      [
        { base: '協', reading: 'きょう' },
        { base: '働', reading: 'どう' },
      ],
    ],
    ['{本棚}', [{ text: '{本棚}' }]],
    ['{本棚|}', [{ text: '{本棚|}' }]],
    ['{|ほん}', [{ text: '{|ほん}' }]],
    ['{本|ほ|ん}', [{ text: '{本|ほ|ん}' }]],
    ['{{count}}冊', [{ text: '{{count}}冊' }]],
    ['{本|ほん', [{ text: '{本|ほん' }]],
  ])('%j', (source, runs) => {
    expect(parseRubyNotation(source)).toEqual(runs);
  });

  test('gives the base alone, and the reading alone', () => {
    expect(baseOfNotation('{本棚|ほんだな}を{見|み}る')).toBe('本棚を見る');
    expect(readingOfNotation('{本棚|ほんだな}を{見|み}る')).toBe('ほんだなをみる');
  });
});
