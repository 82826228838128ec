/** The texts of the sheet of books to take along. */
import { createPartTexts } from './part-texts.ts';

/** Gives the translator the texts below `downloads` in its present language. */
export const loadDownloadTexts = createPartTexts({
  ja: () => import('./locales/downloads/ja.json'),
  'ja-easy': () => import('./locales/downloads/ja-easy.json'),
  en: () => import('./locales/downloads/en.json'),
  zh: () => import('./locales/downloads/zh.json'),
  ko: () => import('./locales/downloads/ko.json'),
});
