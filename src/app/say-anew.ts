/** What the player says of a book that is suddenly read otherwise. Fetched only then. */
import { isPlaying, type Player } from '../narration/player.ts';
import type { Utterance } from '../narration/voice.ts';

/** What each player holds now, which for a while may be one sentence of old and the rest of new. */
const held = new WeakMap<Player, readonly Utterance[]>();
const waiting = new WeakMap<Player, () => void>();

/**
 * Gives the player other utterances for the same sentences. The sentence that is being said is said to its end as it
 * began; from the next one on, and where nothing is being said, all is new. `before` is what the player was made with.
 */
export function sayAnew(player: Player, before: readonly Utterance[], next: readonly Utterance[]): void {
  waiting.get(player)?.();
  const saying = (): string | null => {
    const snapshot = player.getSnapshot();
    return isPlaying(snapshot) ? snapshot.sentence : null;
  };
  const give = (utterances: readonly Utterance[]): void => {
    held.set(player, utterances);
    player.replaceUtterances(utterances);
  };
  const sentence = saying();
  if (sentence === null) {
    give(next);
    return;
  }
  const mixed = withSentence(next, sentence, held.get(player) ?? before);
  give(mixed);
  const start = mixed.findIndex((one) => one.sentence === sentence);
  let { status } = player.getSnapshot();
  const unsubscribe = player.subscribe(() => {
    const now = player.getSnapshot();
    // もう一度 begins it anew, and so does another speed.
    const again = now.status === 'starting' && status !== 'starting' && now.index === start;
    status = now.status;
    if (saying() === sentence && !again) return;
    stop();
    give(next);
  });
  const stop = (): void => {
    unsubscribe();
    waiting.delete(player);
  };
  waiting.set(player, stop);
}

/** `next` with one sentence as `before` has it. */
function withSentence(
  next: readonly Utterance[],
  sentence: string,
  before: readonly Utterance[],
): readonly Utterance[] {
  const kept = before.filter((one) => one.sentence === sentence);
  const at = next.findIndex((one) => one.sentence === sentence);
  if (at < 0) return next;
  return [...next.slice(0, at), ...kept, ...next.slice(at).filter((one) => one.sentence !== sentence)];
}
