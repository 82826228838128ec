import { useEffect, useLayoutEffect } from 'react';
import { useText } from '../i18n/use-text.ts';

/** The document's title; `null` leaves the app's own name. */
export function usePageTitle(page: string | null): void {
  const { name } = useText();
  const title = page === null ? name('app.name') : name('app.title-separator', { page });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Says on the root element whether the page answers to presses. */
export function usePageReady(ready: boolean): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.app = ready ? 'ready' : 'loading';
  }, [ready]);
}
