import { useCallback, useEffect, useRef, useState } from 'react';
import { type Draft, EMPTY_DRAFT, parseDraft, serializeDraft } from './draft.ts';
import type { DraftKeeper } from './open-types.ts';

/** A long text isn't written at every keystroke, but soon after the last one; in milliseconds. */
const QUIET = 400;

interface UsedDraft {
  readonly draft: Draft;
  /** The same function from render to render. */
  readonly change: (next: Partial<Draft>) => void;
  readonly clear: () => void;
}

/** The draft, kept while one types, when the page is hidden, and when one leaves it. */
export function useDraft(keeper: DraftKeeper): UsedDraft {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const latest = useRef(EMPTY_DRAFT);
  const unsaved = useRef<Draft | null>(null);
  const timer = useRef(0);

  // Not before the page is live: what the build wrote knows of no draft.
  useEffect(() => {
    const kept = parseDraft(keeper.load());
    if (latest.current !== EMPTY_DRAFT) return;
    latest.current = kept;
    setDraft(kept);
  }, [keeper]);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    if (unsaved.current !== null) keeper.save(serializeDraft(unsaved.current));
    unsaved.current = null;
  }, [keeper]);

  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', hide);
      save();
    };
  }, [save]);

  const put = useCallback((next: Draft): void => {
    latest.current = next;
    setDraft(next);
    unsaved.current = next;
  }, []);
  const change = useCallback(
    (next: Partial<Draft>): void => {
      put({ ...latest.current, ...next });
      clearTimeout(timer.current);
      timer.current = window.setTimeout(save, QUIET);
    },
    [put, save],
  );
  return {
    draft,
    change,
    clear: () => {
      put(EMPTY_DRAFT);
      save();
    },
  };
}
