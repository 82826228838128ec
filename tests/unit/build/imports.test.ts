import { describe, expect, it } from 'vitest';
import { findCycles, forbiddenImports, type Module, parseImports } from '../../../src/build/imports.ts';

const module = (path: string, ...specifiers: string[]): Module => ({
  path,
  imports: specifiers.map((specifier) => ({ specifier, isTypeOnly: false })),
});

it('every way to import is found, types too', () => {
  const source = `
    import { a } from './a.ts';
    import type { B } from './b.ts';
    export { c } from './c.ts';
    export * from './d.ts';
    const e = async (): Promise<typeof import('./e.ts')> => import('./f.ts');
    import './g.css';
  `;
  expect(parseImports('src/x.ts', source)).toEqual([
    { specifier: './a.ts', isTypeOnly: false },
    { specifier: './b.ts', isTypeOnly: true },
    { specifier: './c.ts', isTypeOnly: false },
    { specifier: './d.ts', isTypeOnly: false },
    { specifier: './e.ts', isTypeOnly: true },
    { specifier: './f.ts', isTypeOnly: false },
    { specifier: './g.css', isTypeOnly: false },
  ]);
});

describe('directions', () => {
  const check = (path: string, specifier: string): string[] =>
    forbiddenImports([module(path, specifier)], ['react', 'kuromoji']).map(({ reason }) => reason);

  it.each([
    ['src/japanese/readings.ts', '../book/book.ts'],
    ['src/japanese/readings.ts', 'kuromoji'],
    ['src/features/reader/reader.tsx', './page.tsx'],
    ['src/features/reader/reader.tsx', '../../ui/button.tsx'],
    ['src/features/reader/reader.tsx', 'react'],
    ['src/ui/button.tsx', '../i18n/use-text.ts'],
    ['src/app/main.tsx', '../features/shelf/shelf.tsx'],
    ['src/build/build.ts', '../app/server.tsx'],
    ['src/build/build.ts', 'node:fs'],
    ['src/build/build.ts', 'vite'],
    ['src/platform/offline.ts', '../sw/constants.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(check(path, specifier)).toEqual([]);
  });

  it.each([
    ['src/book/book.ts', '../japanese/kana.ts', 'src/book may not import src/japanese'],
    ['src/book/book.ts', 'react', 'src/book uses no packages'],
    ['src/narration/player.ts', 'react', "src/narration doesn't know the screen"],
    ['src/library/places.ts', 'node:fs', 'src/library runs where there is no Node'],
    ['src/features/reader/reader.tsx', '../../platform/files.ts', 'src/features may not import src/platform'],
    [
      'src/features/reader/reader.tsx',
      '../shelf/shelf.tsx',
      "the folders of src/features don't import each other",
    ],
    ['src/features/reader/reader.tsx', 'vite', 'vite is not in dependencies'],
    ['src/ui/button.tsx', '../book/book.ts', 'src/ui may not import src/book'],
    ['src/build/build.ts', '../app/main.tsx', 'src/build may not import src/app'],
    ['src/sw/worker.ts', '../library/settings.ts', 'src/sw may not import src/library'],
    ['src/platform/offline.ts', '../sw/worker.ts', 'src/platform may not import src/sw'],
    ['src/workers/readings.ts', '../narration/cues.ts', 'src/workers may not import src/narration'],
    ['src/book/book.ts', '../../tests/fixture.ts', 'src imports nothing from outside src'],
    ['src/new/thing.ts', './other.ts', 'no rule for the folder src/new'],
  ])('%s may not import %s', (path, specifier, reason) => {
    expect(check(path, specifier)).toEqual([reason]);
  });
});

describe('circles', () => {
  it('are told with their modules', () => {
    const modules = [
      module('src/book/a.ts', './b.ts'),
      module('src/book/b.ts', './c.ts'),
      module('src/book/c.ts', './b.ts'),
    ];
    expect(findCycles(modules)).toEqual([['src/book/b.ts', 'src/book/c.ts']]);
  });

  it('are not seen where two ways lead to one module', () => {
    const modules = [
      module('src/book/a.ts', './b.ts', './c.ts'),
      module('src/book/b.ts', './d.ts'),
      module('src/book/c.ts', './d.ts'),
      module('src/book/d.ts'),
    ];
    expect(findCycles(modules)).toEqual([]);
  });
});
