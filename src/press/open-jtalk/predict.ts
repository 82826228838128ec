/** Which words Open JTalk will read otherwise than our engine: its analysis is MeCab's over the same dictionary. */
import type { Ruby } from '../../book/book.ts';
import type { Analyzer } from '../../japanese/analyzer.ts';
import { normalise } from '../../japanese/normalise.ts';
import { misreadings, type PlacedMorpheme } from './compare.ts';
import type { Substitution } from './script.ts';

/** By whom a number's reading is said, and not worked out. */
const DECIDED: ReadonlySet<Ruby['origin']> = new Set(['reader', 'author', 'lexicon']);

/**
 * The stretches to be spoken by rows of their own. Numbers with digits are left out unless somebody said how they are read
 * (119番): Open JTalk has rules for them that the dictionary doesn't show. What this misses is found in what was said.
 */
export async function predictMisreadings(
  text: string,
  ruby: readonly Ruby[],
  analyzer: Analyzer,
): Promise<readonly Substitution[]> {
  const normalised = normalise(text);
  const tokens = await analyzer.parse(normalised.text);
  const at = (offset: number): number => normalised.offsets[offset] ?? text.length;
  const spoken: PlacedMorpheme[] = tokens.map((token) => ({
    surface: token.surface,
    start: at(token.start),
    end: at(token.start + token.surface.length),
    pronunciation: token.reading ?? '',
    morae: 0,
  }));
  return misreadings(text, ruby, spoken)
    .filter(({ surface, start, end }) => {
      if (!/\p{N}/u.test(surface)) return true;
      return ruby.some((one) => DECIDED.has(one.origin) && start <= one.start && one.end <= end);
    })
    .map(({ start, end, surface, reading }) => ({ start, end, surface, reading }));
}
