import { useEffect } from 'react';
import { changeLocale } from '../i18n/i18n.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

/**
 * Brings the interface into the reader's language. The page comes in Japanese; another language is fetched first, and
 * until it is there the interface's words stay Japanese.
 */
export function useLanguage(services: Services, live: boolean): void {
  const { locale } = useStore(services.settings).settings;
  useEffect(() => {
    if (!live) return;
    changeLocale(services.i18n, locale).catch(() => {
      // The words stay as they are; the choice is kept, and made good at the next visit with a network.
      services.notices.set({ key: 'errors.language-unavailable' });
    });
  }, [services, locale, live]);
}
