import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planIcon } from '../../../src/build/icons.ts';

/** Width and height of a PNG, from its first chunk. */
function sizeOfPng(path: string): [number, number] {
  const png = readFileSync(path);
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the icons', () => {
  const manifest: {
    readonly icons: readonly {
      readonly src: string;
      readonly sizes: string;
      readonly type: string;
      readonly purpose: string;
    }[];
  } = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8'));

  it('are there in the sizes that installing asks for, maskable too', () => {
    const has = manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
    expect(has).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']));
  });

  it.each(manifest.icons.filter(({ type }) => type === 'image/png'))('$src is $sizes', ({ src, sizes }) => {
    expect(sizeOfPng(`public${src}`).join('x')).toBe(sizes);
  });

  it.each([
    ['favicon-48.png', 48],
    ['apple-touch-180.png', 180],
  ])('%s is %i pixels wide and high', (file, size) => {
    expect(sizeOfPng(`public/icons/${file}`)).toEqual([size, size]);
  });
});

describe('a drawing', () => {
  const svg = '<svg><rect rx="112"/><g id="mark"/></svg>';

  it('is scaled about the middle of its 512 units', () => {
    expect(planIcon(svg, { scale: 0.5, shape: 'rounded' })).toBe(
      '<svg><rect rx="112"/><g transform="translate(128 128) scale(0.5)"/></svg>',
    );
  });

  it('fills the corners where the system cuts the shape', () => {
    expect(planIcon(svg, { scale: 1, shape: 'full' })).toContain('<rect/>');
  });
});
