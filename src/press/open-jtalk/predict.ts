/** Which words Open JTalk will read otherwise than our engine: its analysis is MeCab's over the same dictionary. */
import type { Ruby } from '../../book/book.ts';
import type { Analyzer } from '../../japanese/analyzer.ts';
import { normalise } from '../../japanese/normalise.ts';
import { misreadings, type PlacedMorpheme } from './compare.ts';
import type { Substitution } from './script.ts';

const HAS_FIGURE = /\p{N}/u;
/** By whom a number's reading is said, and not worked out. */
const DECIDED: ReadonlySet<Ruby['origin']> = new Set(['reader', 'author', 'lexicon']);

/**
 * The stretches to be spoken by rows of their own: all numbers with digits that somebody said the reading of (119番), and no
 * others, since Open JTalk has rules for them that the dictionary doesn't show. What this misses is found in what was said.
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
  const found = misreadings(text, ruby, spoken).filter(({ surface }) => !HAS_FIGURE.test(surface));
  const known = ruby
    .filter(({ origin, start, end }) => DECIDED.has(origin) && HAS_FIGURE.test(text.slice(start, end)))
    .filter((one) => !found.some((other) => one.start < other.end && other.start < one.end));
  return [...found, ...known]
    .map(({ start, end, reading }) => ({ start, end, surface: text.slice(start, end), reading }))
    .sort((one, other) => one.start - other.start);
}
