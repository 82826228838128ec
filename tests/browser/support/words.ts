/**
 * The interface's words by their keys, without furigana: what controls are called. Names that others rely on are written
 * out in the specs instead, so that they can't change unseen.
 */
import { readFileSync } from 'node:fs';
import { baseOfNotation } from '../../../src/book/ruby-notation.ts';

type Tree = { readonly [key: string]: string | Tree };

const trees = new Map<string, Tree>();

function treeOf(locale: string): Tree {
  const known = trees.get(locale);
  if (known !== undefined) return known;
  // Texts that come apart from the others are asked for by the same keys.
  const files = ['', 'check/', 'downloads/'].map(
    (folder) => new URL(`../../../src/i18n/locales/${folder}${locale}.json`, import.meta.url),
  );
  const tree = Object.assign(
    {},
    ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Tree),
  ) as Tree;
  trees.set(locale, tree);
  return tree;
}

export function words(
  key: string,
  parameters: Readonly<Record<string, string | number>> = {},
  locale = 'ja',
): string {
  const find = (tree: Tree): string | Tree | undefined =>
    key
      .split('.')
      .reduce<string | Tree | undefined>(
        (found, part) => (typeof found === 'object' ? found[part] : undefined),
        tree,
      );
  // What comes with the app, else what comes with the screens that are fetched when they are asked for.
  const found =
    find(treeOf(locale)) ?? (locale.includes('/') ? undefined : find(treeOf(`screens/${locale}`)));
  if (typeof found !== 'string') throw new Error(`${locale} has no text ${key}`);
  return baseOfNotation(found).replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
    String(parameters[name] ?? ''),
  );
}
