/** The texts of the page on which readings are checked: apart from the others, because readers never need them. */
import type { i18n } from 'i18next';
import type { Locale } from './locale.ts';
import ja from './locales/check/ja.json';

const LOADERS: Readonly<Record<Exclude<Locale, 'ja'>, () => Promise<{ default: unknown }>>> = {
  'ja-easy': () => import('./locales/check/ja-easy.json'),
  en: () => import('./locales/check/en.json'),
  zh: () => import('./locales/check/zh.json'),
  ko: () => import('./locales/check/ko.json'),
};

/** The Japanese texts come with the page. May be called again. */
export function addCheckTexts(instance: i18n): void {
  if (!instance.exists('check.title', { lng: 'ja' })) {
    instance.addResourceBundle('ja', 'translation', ja, true, false);
  }
}

/** Another language's are fetched. Rejects when they can't be had; then the words stay Japanese. */
export async function loadCheckTexts(instance: i18n, locale: Locale): Promise<void> {
  if (locale === 'ja') return;
  const { default: texts } = await LOADERS[locale]();
  instance.addResourceBundle(locale, 'translation', texts, true, false);
}
