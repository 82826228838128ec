import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locale.ts';

type Tree = { readonly [key: string]: string | Tree };

/** A language's texts together: those that come with the app, those of the screens and of listening, which are fetched when asked for. */
export function allTexts(locale: Locale): Tree {
  return ['', 'screens/', 'listening/'].reduce((texts: Tree, part): Tree => {
    const file = new URL(`../../../src/i18n/locales/${part}${locale}.json`, import.meta.url);
    return merge(texts, JSON.parse(readFileSync(file, 'utf8')));
  }, {});
}

function merge(one: Tree, other: Tree): Tree {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const there = merged[key];
    merged[key] = typeof there === 'object' && typeof value === 'object' ? merge(there, value) : value;
  }
  return merged;
}
