import { readFileSync } from 'node:fs';
import type { Locale } from '../../../src/i18n/locale.ts';

type Tree = { readonly [key: string]: string | Tree };

/** A language's texts together: those that come with the app and those of the screens that are fetched when they are asked for. */
export function allTexts(locale: Locale): Tree {
  const [first, screens] = ['', 'screens/'].map((part): Tree => {
    const file = new URL(`../../../src/i18n/locales/${part}${locale}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8'));
  });
  return merge(first ?? {}, screens ?? {});
}

function merge(one: Tree, other: Tree): Tree {
  const merged = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const there = merged[key];
    merged[key] = typeof there === 'object' && typeof value === 'object' ? merge(there, value) : value;
  }
  return merged;
}
