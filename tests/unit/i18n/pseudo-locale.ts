/**
 * A language nobody speaks, made from the Japanese texts: each text is longer and marked, so that a layout that only
 * fits Japanese, and a text that never went through the translator, can be seen.
 */
import { baseOfNotation } from '../../../src/book/ruby-notation.ts';

/** A tag of its own whose plural forms are Japanese. */
export const PSEUDO_TAG = 'ja-xa';

/** How much longer the texts are: English is longer than Japanese by about this much, and German by more. */
const GROWTH = 0.4;

/** What must come through untouched: `{{placeholder}}`, then `{漢字|かんじ}`. */
const KEPT = /(\{\{[^{}]*\}\}|\{[^{|}]+\|[^{|}]+\})/;
const PLACEHOLDER = /\{\{[^{}]*\}\}/g;

const PLAIN = 'ABCDEGHIKLMNOPRSTUWXYZabcdeghiklmnoprstuwxyz';
const ACCENTED = 'ÅƁÇĎÉĜĤÎĶĻṀÑÖÞŘŠŤÛŴẊÝŽåƀçďéĝĥîķļṁñöþřšťûŵẋýž';

/** Padding as wide as Japanese, that breaks across lines as Japanese does and asks for no reading. */
const PADDING = 'ヴギグゲゴザジズゼゾ';

/** One text, longer by two fifths of what is seen of it, in ⟦ ⟧; placeholders and readings stay as they are. */
export function pseudoText(text: string): string {
  const body = text
    .split(KEPT)
    .map((part, index) => (index % 2 === 1 ? part : accented(part)))
    .join('');
  const seen = [...baseOfNotation(text.replace(PLACEHOLDER, '00'))].length;
  return `⟦${body}${padding(Math.ceil(seen * GROWTH))}⟧`;
}

/** A locale file's whole tree with every text made pseudo; the keys are the same. */
export function pseudoLocale<T>(tree: T): T;
export function pseudoLocale(tree: unknown): unknown {
  if (typeof tree === 'string') return pseudoText(tree);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, pseudoLocale(child)]));
}

function accented(text: string): string {
  const letters = [...ACCENTED];
  return text.replace(/[A-Za-z]/g, (letter) => letters[PLAIN.indexOf(letter)] ?? letter);
}

function padding(length: number): string {
  return PADDING.repeat(Math.ceil(length / PADDING.length)).slice(0, length);
}
