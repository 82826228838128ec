import { describe, expect, it } from 'vitest';
import { minutesText } from '../../../src/i18n/duration.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { Texts } from '../../../src/i18n/use-text.ts';

const { t } = createI18n();
const text: Texts['text'] = (key, parameters) =>
  (t as (key: string, parameters?: object) => string)(key, parameters);

describe('a duration in words', () => {
  it.each([
    [0.2, '1{分|ぷん}たらず'],
    [1, '{約|やく}1{分|ぷん}'],
    [2, '{約|やく}2{分|ふん}'],
    [3, '{約|やく}3{分|ぷん}'],
    [4, '{約|やく}4{分|ぷん}'],
    [5, '{約|やく}5{分|ふん}'],
    [10, '{約|やく}10{分|ぷん}'],
    [17, '{約|やく}17{分|ふん}'],
    [59.6, '{約|やく}1{時間|じかん}'],
    [80, '{約|やく}1{時間|じかん}20{分|ぷん}'],
    [125, '{約|やく}2{時間|じかん}5{分|ふん}'],
  ])('of %s minutes is %s', (minutes, words) => {
    expect(minutesText(text, minutes)).toBe(words);
  });
});
