import { type RefObject, useEffect } from 'react';
import type { ArticleView } from '../features/reader/article-view.ts';
import { applySettings } from '../library/apply-settings.ts';
import type { SettingsStore } from '../library/settings-store.ts';

/** Puts changed settings onto the page at once, with the first sentence in view where it was. */
export function useLooks(settings: SettingsStore, view: RefObject<ArticleView | null> | null): void {
  useEffect(() => {
    let last = settings.getSnapshot().settings;
    const apply = (): void => {
      const next = settings.getSnapshot().settings;
      if (next === last) return;
      last = next;
      const change = (): void => applySettings(document.documentElement, next);
      if (view?.current) view.current.keepPlace(change);
      else change();
    };
    applySettings(document.documentElement, last);
    return settings.subscribe(apply);
  }, [settings, view]);
}
