/** Texts of one part of the app that few open: they come with it, so that the way to a book stays short. */
import type { i18n } from 'i18next';
import { LOCALES, type Locale } from './locale.ts';

/** Fetches one part's texts, language by language. */
export type PartLoaders = Readonly<Record<Locale, () => Promise<{ default: unknown }>>>;

/**
 * A function that gives a translator the part's texts in its present language; it answers with the same promise while that
 * is the same. Rejects when they can't be had; the next call asks again.
 */
export function createPartTexts(loaders: PartLoaders): (instance: i18n) => Promise<void> {
  const given = new WeakMap<i18n, Map<Locale, Promise<void>>>();
  return (instance) => {
    const locale = LOCALES.find((name) => name === instance.language) ?? 'ja';
    const known = given.get(instance) ?? new Map<Locale, Promise<void>>();
    given.set(instance, known);
    const loading =
      known.get(locale) ??
      loaders[locale]().then(
        ({ default: texts }) => {
          instance.addResourceBundle(locale, 'translation', texts, true);
        },
        (error: unknown) => {
          known.delete(locale);
          throw error;
        },
      );
    known.set(locale, loading);
    return loading;
  };
}
