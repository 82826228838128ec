/** Sino-Japanese readings of kanji that the analyzer's dictionary has in words only, never by themselves. */

const ROWS = '働どう';

/** One reading a kanji, in hiragana. */
export const KANJI_READINGS: ReadonlyMap<string, string> = new Map(
  ROWS.split(' ').map((row) => [row.slice(0, 1), row.slice(1)] as const),
);
