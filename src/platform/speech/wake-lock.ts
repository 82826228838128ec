/** Keeps the screen on while the browser speaks: a locked screen ends browser speech on phones (Screen Wake Lock API). */

interface Sentinel {
  release(): Promise<void>;
}

export interface WakeLockOptions {
  /** `navigator.wakeLock`; `undefined` where the browser has none. */
  readonly wakeLock: { request(type: 'screen'): Promise<Sentinel> } | undefined;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

export interface WakeLock {
  /** Keeps the screen on, or lets go. A refusal (low battery, no permission) is not an error: speech goes on without. */
  hold(wanted: boolean): void;
  dispose(): void;
}

/** Takes the lock again when the page comes back into view, as browsers take it away with the page. */
export function createWakeLock({ wakeLock, document }: WakeLockOptions): WakeLock {
  let wanted = false;
  let held: Sentinel | null = null;
  let requesting = false;

  const drop = (): void => {
    const sentinel = held;
    held = null;
    sentinel?.release().catch(() => {});
  };
  const take = async (): Promise<void> => {
    if (wakeLock === undefined || requesting || held !== null || document.visibilityState !== 'visible')
      return;
    requesting = true;
    try {
      held = await wakeLock.request('screen');
    } catch {
      held = null;
    }
    requesting = false;
    if (!wanted) drop();
  };
  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') {
      if (wanted) void take();
    } else drop();
  };

  document.addEventListener('visibilitychange', onVisibility);
  return {
    hold: (next) => {
      wanted = next;
      if (wanted) void take();
      else drop();
    },
    dispose: () => {
      wanted = false;
      drop();
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
