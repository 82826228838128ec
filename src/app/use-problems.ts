import { useEffect } from 'react';
import type { TextKey } from '../i18n/use-text.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

const TEXTS: Readonly<Record<'repaired' | 'not-kept', TextKey>> = {
  repaired: 'settings.repaired',
  'not-kept': 'settings.not-kept',
};

/** Says at once, on every page, when the device keeps nothing or when what it kept was damaged. */
export function useProblems(services: Services, live: boolean): void {
  const { problem: settings } = useStore(services.settings);
  const { problem: places } = useStore(services.places);
  const problem = settings === 'none' ? places : settings;
  useEffect(() => {
    if (live && problem !== 'none') services.notices.set({ key: TEXTS[problem] });
  }, [services, live, problem]);
}
