/** The other ways in which a word may be read: what a reader who corrects it chooses from. */
import { type AlignedRuby, alignReading, type SpelledRuby } from './align.ts';
import type { Analyzer } from './analyzer.ts';
import { hasKanji, isKanji, toHiragana } from './kana.ts';
import { KANJI_READINGS } from './kanji-readings.ts';

const MOST_ALTERNATIVES = 4;
const HIRAGANA = /^[ぁ-ゖー]+$/u;

/** The ruby with those of the candidates that say something else, each once; as it is where there are none. */
export function withAlternatives(ruby: AlignedRuby, candidates: Iterable<string | null>): SpelledRuby {
  const others = new Set<string>();
  for (const candidate of candidates) {
    if (others.size === MOST_ALTERNATIVES) break;
    if (candidate !== null && candidate !== ruby.reading && HIRAGANA.test(candidate)) others.add(candidate);
  }
  return others.size === 0 ? ruby : { ...ruby, alternatives: [...others] };
}

/**
 * The rubies of a word with their alternatives: what the analyzer made of it where that is something else (`heard`),
 * then the dictionary's readings of the same surface, as far as they lie over the same kanji; for a lone kanji, and for
 * a word that is in no dictionary, what their kanji are read one by one.
 */
export function spellOthers(
  surface: string,
  aligned: readonly AlignedRuby[],
  heard: string | null,
  analyzer: Analyzer,
): readonly SpelledRuby[] {
  if (aligned.length === 0) return aligned;
  const known = analyzer.readingsOf(surface).map(toHiragana);
  const whole = heard === null ? known : [heard, ...known];
  const readings =
    surface.length === 1 || whole.length === 0 ? [...whole, ...byKanji(surface, analyzer)] : whole;
  const others = readings.map((reading) => alignReading(surface, reading));
  return aligned.map((ruby) =>
    withAlternatives(
      ruby,
      others.map((rubies) => readingOver(rubies, ruby)),
    ),
  );
}

function readingOver(rubies: readonly AlignedRuby[], { start, end }: AlignedRuby): string | null {
  return rubies.find((one) => one.start === start && one.end === end)?.reading ?? null;
}

/** No longer word is put together from its kanji; it would be none. */
const LONGEST_WORD = 12;

/** What ヶ and ヵ stand for. */
const SMALL_KE: readonly string[] = ['が', 'か', 'こ'];

/** Sino-Japanese throughout, then as the dictionary has each kanji by itself. */
function byKanji(surface: string, analyzer: Analyzer): readonly string[] {
  if (surface === 'ヶ' || surface === 'ヵ') return SMALL_KE;
  const chars = [...surface];
  if (chars.length > LONGEST_WORD || !hasKanji(surface)) return [];
  const sino = chars.map((char) =>
    isKanji(char) ? (KANJI_READINGS.get(char) ?? first(char, analyzer)) : char,
  );
  const own = chars.map((char) => (isKanji(char) ? first(char, analyzer) : char));
  return [sino.join(''), own.join('')];
}

/** A kanji that nobody can read stays, and makes the whole no candidate. */
function first(char: string, analyzer: Analyzer): string {
  return toHiragana(analyzer.readingsOf(char)[0] ?? KANJI_READINGS.get(char) ?? char);
}
