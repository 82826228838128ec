/**
 * The Japanese texts of everything that is fetched when it is asked for: pages besides the book's, sheets, what a press on
 * a word opens. They come with the first of these, so that the way to 聞く stays short.
 */
import type { i18n } from 'i18next';
import ja from './locales/screens/ja.json';

/** To be called before such a screen asks for a text. May be called again; other languages bring these texts by themselves. */
export function addScreenTexts(instance: i18n): void {
  if (!instance.exists('settings.title', { lng: 'ja' })) {
    instance.addResourceBundle('ja', 'translation', ja, true, false);
  }
}
