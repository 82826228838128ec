import { startTransition, useEffect, useRef, useState } from 'react';
import { createStore, type Store } from '../../book/store.ts';
import type { Open, Opening, OpeningError, OpeningProgress, OpeningResult, Prepare } from './open-types.ts';

/** Where an attempt to open something stands. */
export type OpeningState =
  | { readonly kind: 'idle' }
  /**
   * `progress` holds `null` until something was heard of it. A store, so that each step renders the bar alone and not a
   * page with a long text in its field.
   */
  | { readonly kind: 'working'; readonly progress: Store<OpeningProgress | null> }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: OpeningError };

interface UsedOpening {
  readonly state: OpeningState;
  /** Opens what `make` gives, unless that is an error; an attempt under way is stopped first. Resolves with whether it went well. */
  readonly start: (make: () => Promise<Opening | OpeningError>) => Promise<boolean>;
  /** The same for fetching the dictionary alone. */
  readonly prepare: () => Promise<boolean>;
  readonly stop: () => void;
}

/** One attempt at a time; leaving the page stops it. */
export function useOpening(open: Open, prepare: Prepare): UsedOpening {
  const [state, setState] = useState<OpeningState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (work: Prepare): Promise<boolean> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const progress = createStore<OpeningProgress | null>(null);
    // In slices: the page with a long text in its field is rendered anew, and nothing waits for it.
    startTransition(() => setState({ kind: 'working', progress }));
    const result = await settled(
      work({
        signal,
        onProgress: (next) => {
          if (!signal.aborted) progress.set(next);
        },
      }),
      signal,
    );
    // On success the app has gone on to the document, which stops what is left here; it went well all the same.
    if (signal.aborted) return result.ok;
    running.current = null;
    if (result.ok) setState({ kind: 'idle' });
    else if (result.error.code === 'aborted') setState({ kind: 'stopped' });
    else setState({ kind: 'failed', error: result.error });
    return result.ok;
  };

  return {
    state,
    start: (make) =>
      run(async (options) => {
        const made = await make();
        return 'code' in made ? { ok: false, error: made } : open(made, options);
      }),
    prepare: () => run(prepare),
    stop: () => {
      running.current?.abort();
      running.current = null;
      setState({ kind: 'stopped' });
    },
  };
}

/** A rejection (a file that was taken away meanwhile, a worker that died) is an error like any other to the reader. */
async function settled(result: Promise<OpeningResult>, signal: AbortSignal): Promise<OpeningResult> {
  try {
    return await result;
  } catch (cause) {
    if (!signal.aborted) console.error('Opening failed.', cause);
    return { ok: false, error: { code: 'failed' } };
  }
}
