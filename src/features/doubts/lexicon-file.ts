/** The lexicon with what was settled: ready to take the place of `content/lexicon.csv`. */
import { type LexiconEntry, parseLexicon, serializeLexicon } from '../../japanese/lexicon.ts';
import type { SettledReading } from '../../library/settled-readings.ts';

/** The name that the build looks for. */
export const LEXICON_FILE = 'lexicon.csv';

/**
 * The whole lexicon as a file, in the file's own order (by readings, then by surfaces). A settled reading takes the
 * place of the lexicon's; its note and its voice stay. `note` stands with new words.
 *
 * @throws {Error} when `csv`, which came with the app, is no lexicon
 */
export function lexiconFile(csv: string, settled: readonly SettledReading[], note: string): string {
  const parsed = parseLexicon(csv);
  if (!parsed.ok) throw new Error('the lexicon of the app is damaged');
  return serializeLexicon(mergeLexicon(parsed.entries, settled, note));
}

export function mergeLexicon(
  entries: readonly LexiconEntry[],
  settled: readonly SettledReading[],
  note: string,
): readonly LexiconEntry[] {
  const merged = new Map(entries.map((entry) => [entry.surface, entry]));
  for (const { surface, reading, listed } of settled) {
    if (!listed) continue;
    const before = merged.get(surface);
    merged.set(surface, before ? { ...before, reading } : { surface, reading, note, voice: '' });
  }
  return [...merged.values()].sort(
    (one, other) => compare(one.reading, other.reading) || compare(one.surface, other.surface),
  );
}

/** By code units: the same on every device, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
