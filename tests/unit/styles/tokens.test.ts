import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the first rule whose selector holds the words, from a place in the file on. */
function tokensOf(selector: string, from = 0): ReadonlyMap<string, string> {
  const at = css.indexOf(selector, from);
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [name, value]),
  );
}

const dark = css.indexOf('@media (prefers-color-scheme: dark)');
const THEMES: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
  ['kinari', tokensOf('[data-theme="kinari"]')],
  ['white', tokensOf('[data-theme="white"]')],
  ['black', tokensOf('[data-theme="black"]')],
  ['navy-yellow', tokensOf('[data-theme="navy-yellow"]')],
  ['system, dark', tokensOf('[data-theme="system"]', dark)],
];

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const PAIRS = [
  ['--on-marker', '--marker', 7],
  // What is said is in the marker's ink as well.
  ['--on-marker', '--marker-word', 7],
  ['--ink', '--paper', 7],
  ['--ink-second', '--paper', 7],
  // The ruler's ground lies under the text.
  ['--ink', '--ruler', 7],
  ['--ink-second', '--ruler', 7],
  // Headings, which the ruler lies under too.
  ['--accent', '--ruler', 7],
  ['--marker-line', '--paper', 3],
  ['--marker-line', '--marker', 3],
  ['--marker-line', '--marker-word', 3],
  ['--marker-line', '--ruler', 3],
  ['--accent', '--paper', 3],
] as const;

describe.each(THEMES)('The colours of %s', (_, tokens) => {
  it.each(PAIRS)('have enough contrast: %s on %s, %d to 1', (front, ground, least) => {
    const [a, b] = [tokens.get(front) ?? '', tokens.get(ground) ?? ''];
    expect(a).toMatch(/^#[\da-f]{6}$/u);
    expect(b).toMatch(/^#[\da-f]{6}$/u);
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least);
  });
});
