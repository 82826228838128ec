/** How near the dictionary's readings of one surface are to each other. */
import { toHiragana } from '../kana.ts';
import { costOf, type Dictionary } from './dictionary.ts';
import { entriesOf, readingOf } from './entries.ts';

/**
 * What the cheapest entry of a surface with another reading costs more than the cheapest with this one, in MeCab's
 * costs; negative where it costs less, `null` where there is no other or not this one. `reading` is in hiragana.
 */
export function marginOf({ trie, words }: Dictionary, surface: string, reading: string): number | null {
  const { from, to } = entriesOf(trie, surface);
  let own = Number.POSITIVE_INFINITY;
  let other = Number.POSITIVE_INFINITY;
  for (let entry = from; entry < to; entry++) {
    const cost = costOf(words, entry);
    if (toHiragana(readingOf(words, entry, surface)) === reading) own = Math.min(own, cost);
    else other = Math.min(other, cost);
  }
  return Number.isFinite(own) && Number.isFinite(other) ? other - own : null;
}
