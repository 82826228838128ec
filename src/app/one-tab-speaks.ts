/** One page speaks at a time: who presses 聞く in a second tab doesn't want to hear two books at once. */
import { isPlaying, type Player } from '../narration/player.ts';

/** Between the pages of this site in one browser. */
export const LISTENING_CHANNEL = 'tomoyomi.listening';

/** What is needed of a `BroadcastChannel`. */
export type PagesChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>;

/** Tells other pages when speech begins here, and stops it here when it begins there. The returned function ends that. */
export function letOneTabSpeak(
  player: Pick<Player, 'getSnapshot' | 'subscribe' | 'stop'>,
  channel: PagesChannel,
): () => void {
  let plays = false;
  const review = (): void => {
    const before = plays;
    plays = isPlaying(player.getSnapshot());
    if (plays && !before) channel.postMessage('begins');
  };
  channel.addEventListener('message', () => {
    if (plays) player.stop();
  });
  const unsubscribe = player.subscribe(review);
  review();
  return () => {
    unsubscribe();
    channel.close();
  };
}
