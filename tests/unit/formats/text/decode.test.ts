import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/formats/text/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a text is told by its bytes', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['nothing', bytes(), 'utf-8', ''],
    ['ASCII', utf8('abc\r\n'), 'utf-8', 'abc\r\n'],
    ['UTF-8', utf8('協働を読む'), 'utf-8', '協働を読む'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'utf-8', 'a'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x42, 0x30), 'utf-16le', 'あ'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0x30, 0x42), 'utf-16be', 'あ'],
    // 協働（日本語）①
    [
      'Shift_JIS',
      bytes(0x8b, 0xa6, 0x93, 0xad, 0x81, 0x69, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x81, 0x6a, 0x87, 0x40),
      'shift_jis',
      '協働（日本語）①',
    ],
    [
      'Shift_JIS with half-width kana',
      bytes(0xb6, 0xc5, 0x82, 0xa0, 0x82, 0xa2, 0x82, 0xa4, 0x82, 0xa6),
      'shift_jis',
      'ｶﾅあいうえ',
    ],
  ])('%s', (_name, source, encoding, text) => {
    expect(decodeText(source)).toEqual({ ok: true, encoding, text });
  });
});

describe('what is no text that is known, is refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['NUL bytes', bytes(0x61, 0, 0x62), 'binary'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), 'binary'],
    ['EUC-JP', bytes(0xb6, 0xa8, 0xc6, 0xaf, 0xa4, 0xf2, 0xc6, 0xc9, 0xa4, 0xe0), 'unknown-encoding'],
    ['ISO-2022-JP', bytes(0x1b, 0x24, 0x42, 0x36, 0x28, 0x1b, 0x28, 0x42), 'unknown-encoding'],
    ['Latin 1 at its end', bytes(0x63, 0x61, 0x66, 0xe9), 'unknown-encoding'],
    ['UTF-8 behind a mark, broken', bytes(0xef, 0xbb, 0xbf, 0xff), 'unknown-encoding'],
    ['UTF-16 behind a mark, broken', bytes(0xff, 0xfe, 0x00, 0xd8), 'unknown-encoding'],
    ['Shift_JIS with control characters', bytes(0x8b, 0xa6, 0x01, 0x02), 'unknown-encoding'],
  ])('%s', (_name, source, code) => {
    expect(decodeText(source)).toEqual({ ok: false, error: { code } });
  });
});
