/**
 * The app's type faces: of each, a small font with the characters of what comes with the app, and slices for every
 * other character, fetched one by one when a reader's own text needs them.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import subsetFont from 'subset-font';
import { parseUnicodeRange, serializeUnicodeRange, subtractCodePoints } from './unicode-range.ts';

export interface FontFace {
  readonly family: 'BIZ UDPGothic' | 'BIZ UDPMincho';
  readonly weight: 400 | 700;
  /** Name of the WOFF2 file in the folder of the fonts; it changes with the content. */
  readonly file: string;
  readonly bytes: number;
}

export interface Fonts {
  /** The fonts with the characters asked for, in the order of `css`. */
  readonly faces: readonly FontFace[];
  /** `@font-face` rules of `faces`: a few lines, to be had before the first text. */
  readonly css: string;
  /**
   * `@font-face` rules of the slices. Long, and needed for text of the reader's own only: load it apart, and always
   * after `css`, because a browser takes the last rule that has a character.
   */
  readonly slicesCss: string;
  readonly slices: { readonly files: number; readonly bytes: number };
}

/** Bump when what is made of the same characters changes. */
const EDITION = 1;

const SOURCES = [
  { family: 'BIZ UDPGothic', weight: 400, ttf: 'biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf' },
  { family: 'BIZ UDPGothic', weight: 700, ttf: 'biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf' },
  { family: 'BIZ UDPMincho', weight: 400, ttf: 'biz-udpmincho/400Regular/BIZUDPMincho_400Regular.ttf' },
] as const;

type Source = (typeof SOURCES)[number];

/** `vert` and `vrt2` turn brackets and small kana for vertical writing; these faces have no `vpal`. */
const FEATURES = ['vert', 'vrt2', 'ccmp', 'liga'];

/** Present in every subset, so that an interface's new word needs no slice. */
const ALWAYS = [
  { first: 0x20, last: 0x7e },
  { first: 0x3000, last: 0x30ff },
  ...parseUnicodeRange(
    'U+a5,U+a9,U+b7,U+d7,U+2013-2015,U+2018-201d,U+2025,U+2026,U+203b,U+2190-2193,U+2460-2473',
  ),
  ...parseUnicodeRange('U+ff01-ff5e'),
];

/**
 * Writes the WOFF2 files into `folder` and tells how to use them. What was made of the same characters before is
 * taken from `cache`.
 *
 * @param characters every character of the bundled content and of the interface, in any order, repeated or not
 * @param folder where the files go, made if it isn't there
 * @param options `base`: the folder's address, with a slash at its end; `cache`: a folder that may be lost
 */
export async function subsetFonts(
  characters: string,
  folder: string,
  {
    base = '/assets/fonts/',
    cache = '.cache/fonts',
  }: { readonly base?: string; readonly cache?: string } = {},
): Promise<Fonts> {
  mkdirSync(folder, { recursive: true });
  mkdirSync(cache, { recursive: true });
  const points = codePoints(characters);
  const faces: FontFace[] = [];
  for (const source of SOURCES) {
    const font = await subset(source, points, cache);
    const { family, weight } = source;
    faces.push({
      family,
      weight,
      file: write(folder, `subset-${slug(family)}-${weight}`, font),
      bytes: font.length,
    });
  }
  const css = faces.map((face) => fontFace(face, base)).join('\n');
  mkdirSync(join(folder, 'slices'), { recursive: true });
  return { faces, css, ...copySlices(new Set(points), join(folder, 'slices'), `${base}slices/`) };
}

/** The code points of every subset with these characters, ascending. */
export function codePoints(characters: string): number[] {
  const points = new Set<number>();
  for (const { first, last } of ALWAYS) {
    for (let point = first; point <= last; point += 1) points.add(point);
  }
  for (const character of characters) points.add(character.codePointAt(0) ?? 0);
  return [...points].filter((point) => point >= 0x20).sort((a, b) => a - b);
}

async function subset({ ttf }: Source, points: readonly number[], cache: string): Promise<Buffer> {
  const text = String.fromCodePoint(...points);
  const key = hash(`${EDITION} ${ttf} ${text}`, 32);
  const path = join(cache, `${key}.woff2`);
  if (existsSync(path)) return readFileSync(path);
  const original = readFileSync(join('node_modules/@expo-google-fonts', ttf));
  const options = { targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true } as const;
  const font = await subsetFont(original, text, options);
  writeFileSync(path, font);
  return font;
}

/**
 * Copies the slices of the Fontsource packages. The subsets' characters are taken out of the slices' ranges, so that
 * bundled text never asks for a slice; the subsets have no range, which would be thousands of characters of CSS.
 */
function copySlices(
  taken: ReadonlySet<number>,
  folder: string,
  base: string,
): Pick<Fonts, 'slices' | 'slicesCss'> {
  const rules: string[] = [];
  let bytes = 0;
  for (const { family, weight } of SOURCES) {
    const sliced = join('node_modules/@fontsource', slug(family));
    for (const { file, range } of parseFontFaces(readFileSync(join(sliced, `${weight}.css`), 'utf8'))) {
      const rest = subtractCodePoints(parseUnicodeRange(range), taken);
      if (rest.length === 0) continue;
      const font = readFileSync(join(sliced, 'files', file));
      const name = write(folder, basename(file, '.woff2'), font);
      bytes += font.length;
      rules.push(fontFace({ family, weight, file: name }, base, serializeUnicodeRange(rest)));
    }
  }
  return { slicesCss: rules.join('\n'), slices: { files: rules.length, bytes } };
}

/** The WOFF2 files of a Fontsource style sheet and the characters each is for. */
export function parseFontFaces(css: string): { readonly file: string; readonly range: string }[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(body)?.[1];
    const range = /unicode-range:\s*([^;]+);/.exec(body)?.[1];
    return file === undefined || range === undefined ? [] : [{ file, range }];
  });
}

function fontFace({ family, weight, file }: Omit<FontFace, 'bytes'>, base: string, range?: string): string {
  const tail = range === undefined ? '' : `;unicode-range:${range}`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("${base}${file}") format("woff2")${tail}}`;
}

/** Writes a file under a name that changes with its content, and tells the name. */
function write(folder: string, stem: string, font: Buffer): string {
  const name = `${stem}-${hash(font, 8)}.woff2`;
  writeFileSync(join(folder, name), font);
  return name;
}

function slug(family: FontFace['family']): string {
  return family.toLowerCase().replace(' ', '-');
}

function hash(content: string | Buffer, length: number): string {
  return createHash('sha256').update(content).digest('hex').slice(0, length);
}
