import type { Correction } from '../../book/corrections.ts';
import { foldForSearch } from '../../japanese/search-key.ts';

/**
 * The corrections in which a query occurs, in their surface, their reading or the words around them, the newest first. An
 * empty query finds them all.
 */
export function findCorrections(corrections: readonly Correction[], query: string): readonly Correction[] {
  const needle = foldForSearch(query);
  const found = corrections.filter(({ surface, reading, note, at }) =>
    [surface, reading, note, at?.quote ?? ''].some((text) => foldForSearch(text).includes(needle)),
  );
  return found.toReversed();
}
