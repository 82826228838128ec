import { useEffect } from 'react';
import type { TextKey } from '../i18n/use-text.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

/**
 * Says at once, on every page, when the device keeps nothing or when what it kept was damaged, and what was. That a
 * correction isn't kept is said where it is made, with the way to take it back.
 */
export function useProblems(services: Services, live: boolean): void {
  const { problem: settings } = useStore(services.settings);
  const { problem: places } = useStore(services.places);
  const { problem: bookmarks } = useStore(services.bookmarks);
  useStore(services.corrections.revision);
  const key = textOf(settings, places, bookmarks, services.corrections.problem());
  useEffect(() => {
    if (live) services.corrections.check();
  }, [services, live]);
  useEffect(() => {
    if (live && key !== null) services.notices.set({ key });
  }, [services, live, key]);
}

function textOf(settings: string, places: string, bookmarks: string, corrections: string): TextKey | null {
  const unkept = [settings, places, bookmarks];
  if (unkept.some((problem) => ['not-kept', 'refused', 'full'].includes(problem))) return 'settings.not-kept';
  if (settings === 'repaired') return 'settings.repaired';
  if (places === 'repaired') return 'shelf.places-repaired';
  if (bookmarks === 'repaired') return 'bookmarks.repaired';
  if (corrections === 'repaired') return 'corrections.repaired';
  return null;
}
