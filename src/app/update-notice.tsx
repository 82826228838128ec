import { OfflineNotice } from '../features/offline/offline-notice.tsx';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

/** In a book only what asks for an answer is said: that there is a new version. All else waits on the shelf. */
export function UpdateNotice({ services }: { readonly services: Services }) {
  const { offline, sounding } = services;
  const snapshot = useStore(offline);
  const reading = useStore(sounding);
  if (snapshot.update !== 'waiting') return null;
  return (
    <OfflineNotice
      snapshot={{ state: 'ready', progress: null, update: snapshot.update }}
      reading={reading}
      onUpdate={() => offline.applyUpdate(() => sounding.getSnapshot())}
      onLater={() => offline.postponeUpdate()}
    />
  );
}
