import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codePoints, type Fonts, parseFontFaces, subsetFonts } from '../../../src/build/fonts.ts';
import {
  parseUnicodeRange,
  serializeUnicodeRange,
  subtractCodePoints,
} from '../../../src/build/unicode-range.ts';
import { substitutionFeatures } from './woff2.ts';

describe('unicode-range', () => {
  it.each([
    ['U+26', [[0x26, 0x26]]],
    [
      'U+3040-309F, u+4??',
      [
        [0x3040, 0x309f],
        [0x400, 0x4ff],
      ],
    ],
  ])('%s is read', (value, expected) => {
    expect(parseUnicodeRange(value)).toEqual(expected.map(([first, last]) => ({ first, last })));
  });

  it.each(['', '26', 'U+', 'U+26;'])('%o is refused', (value) => {
    expect(() => parseUnicodeRange(value)).toThrow(SyntaxError);
  });

  it.each([
    ['U+1-5', [3], 'U+1-2,U+4-5'],
    ['U+1-5', [1, 5], 'U+2-4'],
    ['U+1-2,U+9', [1, 2], 'U+9'],
    ['U+1-5', [], 'U+1-5'],
    ['U+7', [7], ''],
  ])('%s without %o is %s', (range, taken, rest) => {
    expect(serializeUnicodeRange(subtractCodePoints(parseUnicodeRange(range), new Set(taken)))).toBe(rest);
  });
});

it('kana, ASCII and punctuation are in every subset', () => {
  const points = codePoints('協\n協');
  for (const character of 'あンー、。「」〜aZ09~！？①…協') expect(points).toContain(character.codePointAt(0));
  expect(points).not.toContain(0x0a);
  expect(points).not.toContain('働'.codePointAt(0));
});

it("a package's style sheet is read face by face", () => {
  const css = `/* [0] */ @font-face { src: url(./files/a-0.woff2) format('woff2'), url(./files/a-0.woff) format('woff');
    unicode-range: U+1,U+2-3; }\n@font-face { src: url(./files/b.woff2); unicode-range: U+4; }`;
  expect(parseFontFaces(css)).toEqual([
    { file: 'a-0.woff2', range: 'U+1,U+2-3' },
    { file: 'b.woff2', range: 'U+4' },
  ]);
});

describe('fonts made of the bundled characters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tomoyomi-fonts-'));
  const options = { base: '/f/', cache: join(folder, 'cache') };
  let fonts: Fonts;

  beforeAll(async () => {
    fonts = await subsetFonts('川崎市協働', join(folder, 'out'), options);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('are three small WOFF2 files', () => {
    expect(fonts.faces.map(({ family, weight }) => `${family} ${weight}`)).toEqual([
      'BIZ UDPGothic 400',
      'BIZ UDPGothic 700',
      'BIZ UDPMincho 400',
    ]);
    for (const { file, bytes } of fonts.faces) {
      const font = readFileSync(join(folder, 'out', file));
      expect(font.toString('latin1', 0, 4)).toBe('wOF2');
      expect(font.length).toBe(bytes);
      expect(bytes).toBeLessThan(60_000);
      expect(fonts.css).toContain(`url("/f/${file}")`);
    }
  });

  it('turn brackets and small kana in vertical writing', () => {
    for (const { file } of fonts.faces) {
      const features = substitutionFeatures(readFileSync(join(folder, 'out', file)));
      expect([...features]).toEqual(expect.arrayContaining(['vert', 'vrt2']));
    }
  });

  it('leave every bundled character out of the slices, and nothing else', () => {
    const regular = fonts.slicesCss
      .split('\n')
      .filter((rule) => rule.includes('"BIZ UDPGothic";font-weight:400'))
      .flatMap((rule) => parseUnicodeRange(/unicode-range:([^}]+)\}/.exec(rule)?.[1] ?? ''));
    const has = (character: string): boolean => {
      const point = character.codePointAt(0) ?? 0;
      return regular.some(({ first, last }) => first <= point && point <= last);
    };
    expect([...'川崎市協働あ。a'].filter(has)).toEqual([]);
    expect([...'鬱麒麟鑑é'].filter((character) => !has(character))).toEqual([]);
  });

  it('are there under the names that the style sheets ask for', () => {
    const asked = [...`${fonts.css}${fonts.slicesCss}`.matchAll(/url\("\/f\/([^"]+)"\)/g)].map(
      (match) => match[1],
    );
    const written = [
      ...readdirSync(join(folder, 'out')).filter((name) => name.startsWith('subset-')),
      ...readdirSync(join(folder, 'out', 'slices')).map((name) => `slices/${name}`),
    ];
    expect(new Set(asked)).toEqual(new Set(written));
    expect(fonts.slices.files).toBe(asked.length - 3);
  });

  it('are the same again from the cache', async () => {
    const again = await subsetFonts('働協市崎川川', join(folder, 'out'), options);
    expect(again).toEqual(fonts);
  });
});
