/** The translator within the page: every component that shows a text is drawn anew when its language changes. */
import type { i18n } from 'i18next';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';

const Context = createContext<i18n | null>(null);

/** Gives the translator to everything below; it must be initialised. */
export const TranslatorProvider = Context.Provider;

/**
 * The translator and its present language.
 *
 * @throws {Error} outside of a {@link TranslatorProvider}
 */
export function useTranslator(): { readonly i18n: i18n; readonly language: string } {
  const i18n = useContext(Context);
  if (i18n === null) throw new Error('There is no translator here.');
  const subscribe = useCallback(
    (listener: () => void) => {
      i18n.on('languageChanged', listener);
      return () => i18n.off('languageChanged', listener);
    },
    [i18n],
  );
  const getLanguage = (): string => i18n.language;
  return { i18n, language: useSyncExternalStore(subscribe, getLanguage, getLanguage) };
}
