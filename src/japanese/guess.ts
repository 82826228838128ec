/** Readings for words that the dictionary doesn't have: from their parts, and from their kanji one by one. */
import type { Analyzer } from './analyzer.ts';
import { hasKanji, isKana, isKanji, toHiragana } from './kana.ts';
import { KANJI_READINGS } from './kanji-readings.ts';
import { CONFIDENCE, type Piece } from './pieces.ts';

/** Longer words are not looked up whole; the dictionary's longest are shorter. */
const LONGEST_WORD = 12;

/** The pieces with a guess, marked by its low confidence, wherever a piece with kanji had no reading. */
export function guessUnknown(pieces: readonly Piece[], analyzer: Analyzer): readonly Piece[] {
  return joinUnknown(pieces).flatMap((piece) =>
    piece.reading === null && hasKanji(piece.surface) ? guess(piece, analyzer) : [piece],
  );
}

/**
 * An unknown kanji beside a lone known one is one word with it (協|働), because the dictionary cuts a word that it
 * doesn't have wherever it can.
 */
function joinUnknown(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    if (before !== undefined && belongTogether(before, piece)) {
      result[result.length - 1] = {
        ...before,
        surface: before.surface + piece.surface,
        end: piece.end,
        reading: null,
        baseForm: before.surface + piece.surface,
        pos: '名詞',
        posDetail: '一般',
        confidence: CONFIDENCE.guess,
      };
    } else result.push(piece);
  }
  return result;
}

function belongTogether(before: Piece, piece: Piece): boolean {
  if (before.origin !== 'analyzer' || piece.origin !== 'analyzer') return false;
  if (![...before.surface].every(isKanji) || ![...piece.surface].every(isKanji)) return false;
  const lone = (one: Piece): boolean => one.surface.length === 1 && one.pos === '名詞';
  if (before.reading === null) return piece.reading === null || (lone(piece) && before.surface.length === 1);
  return piece.reading === null && piece.surface.length === 1 && lone(before);
}

function guess(piece: Piece, analyzer: Analyzer): readonly Piece[] {
  const parts: { readonly surface: string; readonly reading: string | null }[] = [];
  let at = 0;
  while (at < piece.surface.length) {
    const part = longestKnown(piece.surface, at, analyzer);
    parts.push(part);
    at += part.surface.length;
  }
  if (parts.some((part) => part.reading === null)) {
    let start = piece.start;
    return parts.map((part) => {
      const end = start + part.surface.length;
      const cut = { ...piece, ...part, start, end, confidence: CONFIDENCE.guess };
      start = end;
      return cut;
    });
  }
  return [{ ...piece, reading: parts.map((part) => part.reading).join(''), confidence: CONFIDENCE.guess }];
}

function longestKnown(
  text: string,
  at: number,
  analyzer: Analyzer,
): { readonly surface: string; readonly reading: string | null } {
  for (let end = Math.min(text.length, at + LONGEST_WORD); end > at + 1; end--) {
    const surface = text.slice(at, end);
    const reading = analyzer.readingsOf(surface)[0];
    if (reading !== undefined) return { surface, reading: toHiragana(reading) };
  }
  const char = text.charAt(at);
  if (isKana(char) && !isKanji(char)) return { surface: char, reading: toHiragana(char) };
  return { surface: char, reading: isKanji(char) ? guessKanji(char, text.length > 1, analyzer) : char };
}

/** Within a word of several kanji the Sino-Japanese reading is likelier, and it has a shape of its own. */
const SINO_JAPANESE = /^[ぁ-ん][ゃゅょ]?[いうんくきつち]?$/u;

function guessKanji(char: string, compound: boolean, analyzer: Analyzer): string | null {
  const listed = KANJI_READINGS.get(char);
  const readings = analyzer.readingsOf(char).map(toHiragana);
  if (compound)
    return listed ?? readings.find((reading) => SINO_JAPANESE.test(reading)) ?? readings[0] ?? null;
  return readings[0] ?? listed ?? null;
}
