/** Looks single entries of the dictionary up. */
import { NO_RANK, readingLength, type Trie, type Words } from './dictionary.ts';
import { kanaEnds, SAME, toKatakana, WHOLE } from './reading-code.ts';
import { childOf } from './trie.ts';

/** The entries of exactly this surface: from `from` up to, not including, `to`. */
export function entriesOf(trie: Trie, surface: string): { readonly from: number; readonly to: number } {
  let node = 0;
  for (let at = 0; at < surface.length; at++) {
    const rank = trie.rankOf[surface.charCodeAt(at)] ?? NO_RANK;
    node = childOf(trie.labels, trie.firsts[node * 2] ?? 0, trie.firsts[node * 2 + 2] ?? 0, rank);
    if (node === 0) return { from: 0, to: 0 };
  }
  return { from: trie.firsts[node * 2 + 1] ?? 0, to: trie.firsts[node * 2 + 3] ?? 0 };
}

/** An entry's reading in katakana. `surface` is its surface. */
export function readingOf(words: Words, entry: number, surface: string): string {
  const code = words.readingCodes[entry] ?? SAME;
  if (code === SAME) return toKatakana(surface);
  let kana = '';
  const from = words.readingAt[entry] ?? 0;
  const to = from + readingLength(code);
  for (let at = from; at < to; at++) kana += words.kana.charAt(words.readings[at] ?? 0);
  if (code >= WHOLE) return kana;
  const { lead, tail } = kanaEnds(surface);
  if (lead === 0 && tail === 0) return kana;
  return toKatakana(surface.slice(0, lead)) + kana + toKatakana(surface.slice(surface.length - tail));
}
