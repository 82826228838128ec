import { OfflineNotice } from '../features/offline/offline-notice.tsx';
import { addScreenTexts } from '../i18n/screen-texts.ts';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

/** The question whether the new version may come, bound to the worker that has it. */
export function UpdateDoor({ services }: { readonly services: Services }) {
  addScreenTexts(services.i18n);
  const { offline, sounding } = services;
  const { update } = useStore(offline);
  const reading = useStore(sounding);
  return (
    <OfflineNotice
      snapshot={{ state: 'ready', progress: null, update }}
      reading={reading}
      onUpdate={() => offline.applyUpdate(() => sounding.getSnapshot())}
      onLater={() => offline.postponeUpdate()}
    />
  );
}
