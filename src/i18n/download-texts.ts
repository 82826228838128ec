/** The texts of one sheet that few open: they come with it, so that the way to a book stays short. */
import type { i18n } from 'i18next';
import { LOCALES, type Locale } from './locale.ts';

const LOADERS: Readonly<Record<Locale, () => Promise<{ default: unknown }>>> = {
  ja: () => import('./locales/downloads/ja.json'),
  'ja-easy': () => import('./locales/downloads/ja-easy.json'),
  en: () => import('./locales/downloads/en.json'),
  zh: () => import('./locales/downloads/zh.json'),
  ko: () => import('./locales/downloads/ko.json'),
};

const given = new WeakMap<i18n, Map<Locale, Promise<void>>>();

/** Gives the translator the texts below `downloads` in its present language; the same promise while that is the same. */
export function loadDownloadTexts(instance: i18n): Promise<void> {
  const locale = LOCALES.find((name) => name === instance.language) ?? 'ja';
  const known = given.get(instance) ?? new Map<Locale, Promise<void>>();
  given.set(instance, known);
  const loading =
    known.get(locale) ??
    LOADERS[locale]().then(
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
}
