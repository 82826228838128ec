import { beforeEach, describe, expect, it, vi } from 'vitest';
import { flattenTexts } from '../../../src/build/translations.ts';
import { changeLocale, createI18n } from '../../../src/i18n/i18n.ts';
import { loadListeningTexts } from '../../../src/i18n/listening-texts.ts';
import { LOCALE_NAMES, LOCALE_TAGS, LOCALES } from '../../../src/i18n/locale.ts';
import en from '../../../src/i18n/locales/en.json';
import ja from '../../../src/i18n/locales/ja.json';
import easy from '../../../src/i18n/locales/ja-easy.json';
import ko from '../../../src/i18n/locales/ko.json';
import zh from '../../../src/i18n/locales/zh.json';
import { addScreenTexts } from '../../../src/i18n/screen-texts.ts';
import { allTexts } from './all-texts.ts';
import { renderAll } from './render-all.ts';

const TREES = { ja, 'ja-easy': easy, en, zh, ko } as const;

describe('a language of the interface', () => {
  const page = { documentElement: { lang: 'ja' } };

  beforeEach(() => {
    page.documentElement.lang = 'ja';
    vi.stubGlobal('document', page);
  });

  it.each(LOCALES)('is fetched when chosen, and the page says its tag: %s', async (locale) => {
    const instance = createI18n();
    await changeLocale(instance, locale);
    // A text that is another in each of them.
    expect(instance.t('reader.toolbar.label')).toBe(TREES[locale].reader.toolbar.label);
    expect(instance.language).toBe(locale);
    expect(page.documentElement.lang).toBe(LOCALE_TAGS[locale]);
  });

  it.each(LOCALES)('fills every placeholder of every text: %s', async (locale) => {
    const instance = createI18n();
    addScreenTexts(instance);
    await changeLocale(instance, locale);
    await loadListeningTexts(instance);
    const rendered = renderAll(instance, allTexts(locale));
    const wrong = rendered.filter(
      ({ text, values }) => text.includes('{{') || values.some((value) => !text.includes(value)),
    );
    expect(wrong).toEqual([]);
  });

  it('has one place in English, and several', async () => {
    const instance = createI18n();
    await changeLocale(instance, 'en');
    expect([0, 1, 2].map((count) => instance.t('search.results', { count }))).toEqual([
      'Found in 0 places.',
      'Found in 1 place.',
      'Found in 2 places.',
    ]);
  });
});

describe('the languages side by side', () => {
  it('differ in their names for themselves', () => {
    expect(new Set(Object.values(LOCALE_NAMES)).size).toBe(LOCALES.length);
  });

  it.each(['en', 'zh', 'ko'] as const)(
    'have no kana left over from Japanese, but for the name: %s',
    (locale) => {
      const texts = [...flattenTexts(allTexts(locale))].filter(([key]) => key !== 'first-visit.size-sample');
      const kana = texts.filter(([, text]) =>
        /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.replaceAll('ともよみ', '')),
      );
      expect(kana).toEqual([]);
    },
  );

  it.each(['en', 'ko'] as const)(
    'say nothing in kanji but what one looks for on the council’s page: %s',
    (locale) => {
      const kanji = [...flattenTexts(allTexts(locale))].filter(([, text]) => /\p{Script=Han}/u.test(text));
      expect(kanji.map(([key]) => key).sort()).toEqual(['about.source', 'first-visit.size-sample']);
    },
  );

  it('fit a toolbar in English: ten letters at most', () => {
    const long = Object.entries(en.reader.toolbar).filter(
      ([key, text]) => key !== 'label' && text.length > 10,
    );
    expect(long).toEqual([]);
  });
});
