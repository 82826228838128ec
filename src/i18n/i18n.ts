import i18next, { type i18n } from 'i18next';
import { LOCALE_TAGS, type Locale } from './locale.ts';
import ja from './locales/ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: typeof ja &
        typeof import('./locales/screens/ja.json') &
        typeof import('./locales/check/ja.json') &
        typeof import('./locales/downloads/ja.json') &
        typeof import('./locales/listening/ja.json');
    };
    returnNull: false;
  }
}

type Texts = Promise<{ default: unknown }>;

/**
 * Japanese comes with the app, but for what `screen-texts.ts` brings; the others are fetched whole when they are chosen,
 * and kept by the service worker.
 */
const LOADERS: Readonly<Record<Exclude<Locale, 'ja'>, () => readonly Texts[]>> = {
  'ja-easy': () => [import('./locales/ja-easy.json'), import('./locales/screens/ja-easy.json')],
  en: () => [import('./locales/en.json'), import('./locales/screens/en.json')],
  zh: () => [import('./locales/zh.json'), import('./locales/screens/zh.json')],
  ko: () => [import('./locales/ko.json'), import('./locales/screens/ko.json')],
};

/** The translator, ready at once in Japanese. */
export function createI18n(): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: 'ja',
    fallbackLng: 'ja',
    resources: { ja: { translation: ja } },
    interpolation: { escapeValue: false },
    // Keys hold plain words joined by dots; no text of ours holds a namespace mark.
    nsSeparator: false,
    // `easy` would pass for a script, and `ja-Easy` has no texts.
    lowerCaseLng: true,
    initAsync: false,
  });
  return instance;
}

/** Changes the interface's language; fetches it first where it isn't there yet. Rejects when it can't be had. */
export async function changeLocale(instance: i18n, locale: Locale): Promise<void> {
  if (locale !== 'ja' && !instance.hasResourceBundle(locale, 'translation')) {
    const parts = await Promise.all(LOADERS[locale]());
    for (const { default: texts } of parts) instance.addResourceBundle(locale, 'translation', texts, true);
  }
  await instance.changeLanguage(locale);
  document.documentElement.lang = LOCALE_TAGS[locale];
}
