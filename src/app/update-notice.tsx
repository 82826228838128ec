import { lazy, Suspense } from 'react';
import { useStore } from '../ui/use-store.ts';
import type { Services } from './services.ts';

// Seldom needed, and never before 聞く.
const UpdateDoor = lazy(async () => ({ default: (await import('./update-door.tsx')).UpdateDoor }));

/** In a book only what asks for an answer is said: that there is a new version. All else waits on the shelf. */
export function UpdateNotice({ services }: { readonly services: Services }) {
  const { update } = useStore(services.offline);
  if (update !== 'waiting') return null;
  return (
    <Suspense>
      <UpdateDoor services={services} />
    </Suspense>
  );
}
