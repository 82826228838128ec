/**
 * The interface's words by their keys, without furigana: what controls are called. Names that others rely on are written
 * out in the specs instead, so that they can't change unseen.
 */
import { readFileSync } from 'node:fs';
import { baseOfNotation } from '../../../src/book/ruby-notation.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Where the texts are: those that come with the app, and those of screens that are fetched when they are asked for. */
const FOLDERS = ['', 'screens/', 'check/', 'downloads/', 'listening/'] as const;

const trees = new Map<string, Tree>();

/** Of a file below the folder of the locales, without its ending. */
function treeOf(path: string): Tree {
  const known = trees.get(path);
  if (known !== undefined) return known;
  const file = new URL(`../../../src/i18n/locales/${path}.json`, import.meta.url);
  const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree;
  trees.set(path, tree);
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
  const found = FOLDERS.map((folder) => find(treeOf(`${folder}${locale}`))).find(
    (text) => typeof text === 'string',
  );
  if (typeof found !== 'string') throw new Error(`${locale} has no text ${key}`);
  return baseOfNotation(found).replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
    String(parameters[name] ?? ''),
  );
}
