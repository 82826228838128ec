/** Every text of a locale as the app would show it, with a value of its own in each placeholder. */
import type { i18n } from 'i18next';
import { flattenTexts } from '../../../src/build/translations.ts';

export interface Rendered {
  readonly key: string;
  readonly text: string;
  /** What was put into the text's placeholders, as it should be seen. */
  readonly values: readonly string[];
}

const PLURAL = /_(one|other)$/;
const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;

/** Renders each leaf of `tree` by its key in the language that `instance` is set to. */
export function renderAll(instance: i18n, tree: unknown): readonly Rendered[] {
  return [...flattenTexts(tree)].map(([leaf, source]) => {
    const key = leaf.replace(PLURAL, '');
    const count = PLURAL.exec(leaf)?.[1] === 'one' ? 1 : 70;
    const names = placeholdersOf(source);
    const values = Object.fromEntries(names.map((name) => [name, name === 'count' ? count : `‹${name}›`]));
    // The tree's keys are only known as texts here; the app's own calls are held to the typed keys.
    const t = instance.t as unknown as (key: string, values: object) => string;
    return { key: leaf, text: t(key, { ...values, count }), values: Object.values(values).map(String) };
  });
}

/** How many placeholders the texts of `tree` have, each counted once a text. */
export function allPlaceholders(tree: unknown): number {
  return [...flattenTexts(tree).values()].reduce((sum, text) => sum + placeholdersOf(text).length, 0);
}

function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}
