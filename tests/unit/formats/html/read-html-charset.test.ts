import { describe, expect, test } from 'vitest';
import { decodeHtml } from '../../../../src/formats/html/read-html-charset.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 「計画をよむ」 in each encoding. */
const WORDS: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [...utf8('計画をよむ')],
  shift_jis: [0x8c, 0x76, 0x89, 0xe6, 0x82, 0xf0, 0x82, 0xe6, 0x82, 0xde],
  'euc-jp': [0xb7, 0xd7, 0xb2, 0xe8, 0xa4, 0xf2, 0xa4, 0xe8, 0xa4, 0xe0],
  'iso-2022-jp': [
    0x1b, 0x24, 0x42, 0x37, 0x57, 0x32, 0x68, 0x24, 0x72, 0x24, 0x68, 0x24, 0x60, 0x1b, 0x28, 0x42,
  ],
};

function page(head: string, encoding: string): Uint8Array {
  return Uint8Array.from([...utf8(head), ...(WORDS[encoding] ?? [])]);
}

describe('a page’s encoding', () => {
  test.each<[string, string, string]>([
    ['as its meta says', '<meta charset="Shift_JIS">', 'shift_jis'],
    ['by another of its names', "<META charset='x-sjis'>", 'shift_jis'],
    ['in the long form', '<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">', 'euc-jp'],
    ['in an XML declaration', '<?xml version="1.0" encoding="euc-jp"?>', 'euc-jp'],
    ['of mail', '<meta charset="ISO-2022-JP">', 'iso-2022-jp'],
    ['where none is said', '<p>', 'utf-8'],
    ['where none is said', '<p>', 'shift_jis'],
    ['where none is said', '<p>', 'euc-jp'],
    ['where none is said', '<p>', 'iso-2022-jp'],
    ['where the wrong one is said', '<meta charset="Shift_JIS">', 'utf-8'],
    ['where the wrong one is said', '<meta charset="UTF-8">', 'shift_jis'],
    ['where the wrong one is said', '<meta charset="UTF-8">', 'euc-jp'],
    ['where a program chose one', '<meta charset="iso-8859-1">', 'shift_jis'],
    ['where there is none of that name', '<meta charset="nonsense">', 'utf-8'],
    ['where it can’t be that one', '<meta charset="utf-16">', 'utf-8'],
  ])('%s: %s, %s', (_name, head, encoding) => {
    expect(decodeHtml(page(head, encoding))).toEqual({ ok: true, text: `${head}計画をよむ` });
  });

  test('a byte order mark goes before what the page says', () => {
    const bytes = Uint8Array.from([
      0xff,
      0xfe,
      ...[...'<meta charset="x">あ'].flatMap((char) => {
        const code = char.charCodeAt(0);
        return [code & 0xff, code >> 8];
      }),
    ]);
    expect(decodeHtml(bytes)).toEqual({ ok: true, text: '<meta charset="x">あ' });
  });

  test('of the West is taken where nothing else is possible', () => {
    const bytes = Uint8Array.from([...utf8('<meta charset="windows-1252">caf'), 0xe9]);
    expect(decodeHtml(bytes)).toEqual({ ok: true, text: '<meta charset="windows-1252">café' });
  });

  test('no text is none', () => {
    expect(decodeHtml(Uint8Array.from([0x3c, 0, 1]))).toEqual({ ok: false, error: { code: 'binary' } });
    expect(decodeHtml(Uint8Array.from([0x63, 0xff, 0xe9]))).toEqual({
      ok: false,
      error: { code: 'unknown-encoding' },
    });
  });
});
