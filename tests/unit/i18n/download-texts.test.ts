import { describe, expect, it, vi } from 'vitest';
import { loadDownloadTexts } from '../../../src/i18n/download-texts.ts';
import { changeLocale, createI18n } from '../../../src/i18n/i18n.ts';
import { LOCALES } from '../../../src/i18n/locale.ts';
import en from '../../../src/i18n/locales/downloads/en.json';
import ja from '../../../src/i18n/locales/downloads/ja.json';
import easy from '../../../src/i18n/locales/downloads/ja-easy.json';
import ko from '../../../src/i18n/locales/downloads/ko.json';
import zh from '../../../src/i18n/locales/downloads/zh.json';

const TREES = { ja, 'ja-easy': easy, en, zh, ko } as const;

describe('the texts of the sheet of books', () => {
  it.each(LOCALES)('come in the language that is chosen, beside the others: %s', async (locale) => {
    vi.stubGlobal('document', { documentElement: { lang: 'ja' } });
    const instance = createI18n();
    await changeLocale(instance, locale);
    await loadDownloadTexts(instance);
    expect(instance.t('downloads.part')).toBe(TREES[locale].downloads.part);
    expect(instance.exists('reader.get-book')).toBe(true);
  });

  it('are asked for once', () => {
    const instance = createI18n();
    expect(loadDownloadTexts(instance)).toBe(loadDownloadTexts(instance));
  });

  it.each(LOCALES)(
    'begin the name of each control with the form, and end it with the control’s words: %s',
    (locale) => {
      const texts: Readonly<Record<string, unknown>> = TREES[locale].downloads;
      const names = Object.entries(texts).filter(([key]) => key.endsWith('-name'));
      expect(names).toHaveLength(6);
      for (const [key, name] of names) {
        const words = texts[key.replace(/-name$/u, '')];
        expect(String(name)).toMatch(/^\{\{format\}\}(?:：|: )/u);
        expect(String(name).endsWith(String(words))).toBe(true);
      }
    },
  );
});
