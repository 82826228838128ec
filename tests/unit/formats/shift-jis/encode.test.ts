import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeShiftJis } from '../../../../src/formats/shift-jis/encode.ts';

const decoded = (text: string): string =>
  new TextDecoder('shift_jis', { fatal: true }).decode(encodeShiftJis(text).bytes);

describe('what JIS X 0208 lacks is written out', () => {
  test.each([
    ['①②⑳㉑', '(1)(2)(20)(21)'],
    ['❶➀', '(1)(1)'],
    ['ⅠⅢⅳ', 'IIIIiv'],
    ['㈱㈲', '(株)(有)'],
    ['5㎞10㎡', '5km10m2'],
    ['㍻㍼', '平成昭和'],
    ['№℡', 'NoTEL'],
    ['café Müller straße', 'cafe Muller strasse'],
    ['½©€', '1/2(c)EUR'],
    ['葛\u{e0100}城', '葛城'],
    ['ゔ', 'ヴ'],
    ['a\u00a0b', 'a b'],
    ['\u200b字\ufeff', '字'],
    ['髙橋と𠮷野と川﨑', '高橋と吉野と川崎'],
    ['頰を塡め、𠮟って剝ぐ', '頬を填め、叱って剥ぐ'],
    ['森鷗外の醬油', '森鴎外の醤油'],
  ])('%s → %s', (text, expected) => {
    expect([decoded(text), encodeShiftJis(text).missing]).toEqual([expected, []]);
  });
});

test('what means the same as one of its signs is that one', () => {
  expect(decoded('〜−—‖\\~')).toBe('～－―∥＼～');
});

test('the rest is listed once each, and 〓 stands for it', () => {
  const { missing } = encodeShiftJis('彅😀彅');
  expect([decoded('彅😀彅'), missing]).toEqual(['〓〓〓', ['彅', '😀']]);
});

test.each([
  ['協働', [0x8b, 0xa6, 0x93, 0xad]],
  ['ｱA1', [0xb1, 0x41, 0x31]],
  ['表〓', [0x95, 0x5c, 0x81, 0xac]],
])('the bytes of %s', (text, bytes) => {
  expect([...encodeShiftJis(text).bytes]).toEqual(bytes);
});

test('any text becomes bytes of the standard alone: no sign of a vendor, no private one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { bytes } = encodeShiftJis(text);
      for (let at = 0; at < bytes.length; at++) {
        const lead = bytes[at] ?? 0;
        if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue;
        expect((lead >= 0x81 && lead <= 0x84) || (lead >= 0x88 && lead <= 0xea)).toBe(true);
        at++;
      }
    }),
  );
});

test('text of the standard comes back as it was', () => {
  const words = fc.string({ unit: fc.constantFrom(...'協働する本、「」。ＡａAa1１ーアｱΩЯ─ 　\n') });
  fc.assert(
    fc.property(words, (text) => {
      expect(decoded(text)).toBe(text);
    }),
  );
});
