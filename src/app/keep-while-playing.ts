/** When the second of a place is worth keeping: each second while speech goes on, and whenever it might be the last chance. */
import { isPlaying, type Player } from '../narration/player.ts';

/** In milliseconds: so much listening at most is to be heard again after the browser was killed. */
export const KEEP_EVERY = 1000;

/** What is needed of `window`. */
export type HidingPage = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener'>;
};

/** Calls `keep` at those moments. The returned function ends that, with a last call if speech goes on. */
export function keepWhilePlaying(
  player: Pick<Player, 'getSnapshot' | 'subscribe'>,
  page: HidingPage,
  keep: () => void,
): () => void {
  let timer: ReturnType<typeof setInterval> | null = null;

  const end = (): void => {
    if (timer === null) return;
    clearInterval(timer);
    timer = null;
    keep();
  };
  const review = (): void => {
    if (!isPlaying(player.getSnapshot())) end();
    else
      timer ??= setInterval(() => {
        // Between two sentences, and before there is sound, there is nothing newer.
        if (player.getSnapshot().status === 'speaking') keep();
      }, KEEP_EVERY);
  };
  const onHide = (): void => {
    if (timer !== null) keep();
  };

  const unsubscribe = player.subscribe(review);
  review();
  page.addEventListener('pagehide', onHide, { capture: true });
  page.document.addEventListener('visibilitychange', onHide);
  return () => {
    unsubscribe();
    page.removeEventListener('pagehide', onHide, { capture: true });
    page.document.removeEventListener('visibilitychange', onHide);
    end();
  };
}
