import { describe, expect, it } from 'vitest';
import { baseOfNotation } from '../../../src/book/ruby-notation.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import easy from '../../../src/i18n/locales/ja-easy.json';
import easyScreens from '../../../src/i18n/locales/screens/ja-easy.json';
import { addScreenTexts } from '../../../src/i18n/screen-texts.ts';
import type { TextKey } from '../../../src/i18n/use-text.ts';

/** The accessible names that people and their assistive technology know the controls by; they never change. */
const NAMES: readonly (readonly [key: TextKey, name: string])[] = [
  ['shelf.title', '計画の本だな'],
  ['shelf.choose-file', 'ファイルを選ぶ'],
  ['first-visit.later', 'あとで'],
  ['reader.toolbar.shelf', '本だな'],
  ['reader.toolbar.contents', '目次'],
  ['reader.toolbar.furigana', 'ふりがな'],
  ['reader.toolbar.appearance', '見やすさ'],
  ['reader.toolbar.search', 'さがす'],
  ['reader.toolbar.bookmarks', 'しおり'],
  ['player.play', '聞く'],
  ['player.stop', 'とめる'],
  ['player.previous-sentence', '前の文'],
  ['player.next-sentence', '次の文'],
  ['player.repeat', 'もう一度'],
  ['player.rate', 'はやさ'],
  ['settings.text-size', '文字の大きさ'],
  ['settings.line-spacing', '行の間'],
  ['settings.typeface', '字体'],
  ['settings.theme', '色'],
  ['settings.writing-mode', '書く向き'],
  ['settings.furigana', 'ふりがな'],
  ['settings.furiganas.all', '全部'],
  ['settings.furiganas.above-grade', '習う学年より上'],
  ['settings.furiganas.first', 'はじめだけ'],
  ['settings.furiganas.none', 'なし'],
  ['settings.screen-reader', '読み上げソフト'],
];

/** Names that easy Japanese says with other words, because the usual one is hard. */
const SAID_OTHERWISE: ReadonlySet<TextKey> = new Set<TextKey>([
  'settings.typeface',
  'settings.screen-reader',
]);

describe('the fixed names', () => {
  it.each(NAMES)('%s is 「%s」 in Japanese', (key, name) => {
    const instance = createI18n();
    addScreenTexts(instance);
    expect(baseOfNotation(instance.t(key))).toBe(name);
  });

  it.each(NAMES.filter(([key]) => !SAID_OTHERWISE.has(key)))(
    '%s is 「%s」 in easy Japanese too',
    (key, name) => {
      const instance = createI18n();
      instance.addResourceBundle('ja-easy', 'translation', easy);
      instance.addResourceBundle('ja-easy', 'translation', easyScreens, true);
      expect(baseOfNotation(instance.getFixedT('ja-easy')(key))).toBe(name);
    },
  );
});
