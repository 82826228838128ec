/** The texts of everything about listening that is opened after 聞く: the sheet, the help on keys, places, marking. */
import { createPartTexts } from './part-texts.ts';

/** Gives the translator the texts below `listening` in its present language. */
export const loadListeningTexts = createPartTexts({
  ja: () => import('./locales/listening/ja.json'),
  'ja-easy': () => import('./locales/listening/ja-easy.json'),
  en: () => import('./locales/listening/en.json'),
  zh: () => import('./locales/listening/zh.json'),
  ko: () => import('./locales/listening/ko.json'),
});
