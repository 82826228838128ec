/** Holds the interface's languages against each other: the same keys, the same placeholders, a reading for every kanji. */
import { parseRubyNotation } from '../book/ruby-notation.ts';

/** The texts of one language: the leaves of its JSON by their keys, joined with dots. */
export type Texts = ReadonlyMap<string, string>;

export interface Locale {
  /** `ja`, `ja-easy`, `en`, … */
  readonly name: string;
  /** BCP 47, for the language's plural forms. */
  readonly tag: string;
  readonly texts: Texts;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const PLACEHOLDER = /\{\{\s*([\w.-]+)[^{}]*\}\}/g;
const NOTATION = /\{[^{}]*\|[^{}]*\}/;
const KANJI = /\p{Script=Han}/u;
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+$/u;

/** Texts below this key are accessible names: plain words, without notation even in Japanese. */
const NAMES = 'names.';

/**
 * The leaves of a parsed locale file.
 *
 * @throws {TypeError} naming the key of a value that is neither a text nor a group
 */
export function flattenTexts(value: unknown, prefix = ''): Texts {
  const texts = new Map<string, string>();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${prefix || 'the file'} is neither a text nor a group of texts`);
  }
  for (const [key, child] of Object.entries(value)) {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof child === 'string') texts.set(path, child);
    else for (const [leaf, text] of flattenTexts(child, path)) texts.set(leaf, text);
  }
  return texts;
}

/**
 * The complaints about the locales, a line each; none when all is well.
 *
 * @param source the language that the others are translated from
 */
export function checkLocales(source: Locale, others: readonly Locale[]): string[] {
  const complaints = others.flatMap((locale) => [
    ...missingKeys(source, locale),
    ...extraKeys(source, locale),
    ...differingPlaceholders(source, locale),
  ]);
  const each = [source, ...others].flatMap((locale) => [...pluralForms(locale), ...notation(locale)]);
  return [...complaints, ...each];
}

/**
 * The keys that no source file names, in the order of the locale: neither as a string (`'open.title'`) nor as a template
 * whose places each stand for one word (`settings.themes.${theme}`).
 *
 * @param sources the texts of the files that use the interface's words
 */
export function unnamedKeys(texts: Texts, sources: readonly string[]): string[] {
  const literals = new Set<string>();
  const templates = new Set<string>();
  for (const source of sources) {
    for (const [, literal = ''] of source.matchAll(/['"]([\w.-]+)['"]/g)) literals.add(literal);
    for (const [, template = ''] of source.matchAll(/`((?:[\w.-]|\$\{[^{}`]*\})+)`/g))
      templates.add(template);
  }
  const patterns = [...templates]
    .filter((template) => /^[\w-]+\./.test(template))
    .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^{}]*\}/g, '[^.]+')}$`));
  const keys = new Set([...texts.keys()].map(withoutPlural));
  return [...keys].filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

function missingKeys(source: Locale, locale: Locale): string[] {
  const present = new Set([...locale.texts.keys()].map(withoutPlural));
  const wanted = new Set([...source.texts.keys()].map(withoutPlural));
  return [...wanted].filter((key) => !present.has(key)).map((key) => `${locale.name}: ${key} is missing`);
}

function extraKeys(source: Locale, locale: Locale): string[] {
  const wanted = new Set([...source.texts.keys()].map(withoutPlural));
  return [...locale.texts.keys()]
    .filter((key) => !wanted.has(withoutPlural(key)))
    .map((key) => `${locale.name}: ${key} is not in ${source.name}`);
}

function differingPlaceholders(source: Locale, locale: Locale): string[] {
  return [...locale.texts].flatMap(([key, text]) => {
    const original = sourceText(source, key);
    if (original === undefined) return [];
    const wanted = placeholders(original);
    const found = placeholders(text);
    // "one page" may leave the number out.
    const mayMiss = key.endsWith('_one') ? ['count'] : [];
    const missing = wanted.filter((name) => !found.includes(name) && !mayMiss.includes(name));
    const extra = found.filter((name) => !wanted.includes(name));
    return [
      ...missing.map((name) => `${locale.name}: ${key} lacks {{${name}}}`),
      ...extra.map((name) => `${locale.name}: ${key} has {{${name}}}, which ${source.name} has not`),
    ];
  });
}

/** A key has no plural forms, or exactly those of its language. */
function pluralForms({ name, tag, texts }: Locale): string[] {
  const categories: readonly string[] = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const bases = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(withoutPlural));
  return [...bases].flatMap((base) => {
    const forms = [...texts.keys()]
      .filter((key) => key !== base && withoutPlural(key) === base)
      .map((key) => key.slice(base.length + 1));
    return [
      ...categories
        .filter((form) => !forms.includes(form))
        .map((form) => `${name}: ${base}_${form} is missing`),
      ...forms
        .filter((form) => !categories.includes(form))
        .map((form) => `${name}: ${base}_${form} is never used`),
      ...(texts.has(base) ? [`${name}: ${base} is there with and without plural forms`] : []),
    ];
  });
}

function notation({ name, tag, texts }: Locale): string[] {
  return [...texts].flatMap(([key, text]) => {
    const plain = text.replace(PLACEHOLDER, '');
    if (plain.trim() === '' && text === plain) return [`${name}: ${key} is empty`];
    const isPlain = tag !== 'ja' || key.startsWith(NAMES);
    if (isPlain) return NOTATION.test(plain) ? [`${name}: ${key} may hold no reading: ${text}`] : [];
    return japanese(plain).map((complaint) => `${name}: ${key} ${complaint}: ${text}`);
  });
}

function japanese(text: string): string[] {
  return parseRubyNotation(text).flatMap((run) => {
    if ('base' in run) {
      if (!KANA.test(run.reading)) return [`has a reading that isn't kana, ${run.reading}`];
      return KANA.test(run.base) ? [`has a reading for kana, ${run.base}`] : [];
    }
    if (/[{}|]/.test(run.text)) return ['has a brace or bar outside of a reading'];
    return KANJI.test(run.text) ? [`has a kanji without a reading, ${run.text}`] : [];
  });
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

function withoutPlural(key: string): string {
  return key.replace(PLURAL, '');
}

function sourceText({ texts }: Locale, key: string): string | undefined {
  const base = withoutPlural(key);
  return texts.get(key) ?? texts.get(base) ?? texts.get(`${base}_other`);
}
