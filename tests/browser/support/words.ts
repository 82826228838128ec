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
  const file = new URL(`../../../src/i18n/locales/${locale}.json`, import.meta.url);
  const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree;
  trees.set(locale, tree);
  return tree;
}

export function words(
  key: string,
  parameters: Readonly<Record<string, string | number>> = {},
  locale = 'ja',
): string {
  let found: string | Tree | undefined = treeOf(locale);
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`${locale} has no text ${key}`);
  return baseOfNotation(found).replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
    String(parameters[name] ?? ''),
  );
}
