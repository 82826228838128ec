/** The languages of the interface. `ja-easy` is やさしい日本語: everyday words, short sentences. */
export const LOCALES = ['ja', 'ja-easy', 'en', 'zh', 'ko'] as const;

export type Locale = (typeof LOCALES)[number];

/** What each language calls itself, for the list from which one chooses. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  ja: '日本語',
  'ja-easy': 'やさしい日本語',
  en: 'English',
  zh: '中文',
  ko: '한국어',
};

/** The BCP 47 tag for `lang` attributes. */
export const LOCALE_TAGS: Readonly<Record<Locale, string>> = {
  ja: 'ja',
  'ja-easy': 'ja',
  en: 'en',
  zh: 'zh-Hans',
  ko: 'ko',
};
