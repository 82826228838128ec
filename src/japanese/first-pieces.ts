/** A text's words as the analyzer finds them, as the pieces that the rules work on. */
import type { Analyzer, Token } from './analyzer.ts';
import { toHiragana } from './kana.ts';
import { CONFIDENCE, type Piece } from './pieces.ts';

/** At once where the analyzer can do so. */
export function firstPieces(text: string, analyzer: Analyzer): readonly Piece[] | Promise<readonly Piece[]> {
  return analyzer.pieces?.(text) ?? analyzer.parse(text).then((tokens) => tokens.map(pieceOf));
}

function pieceOf(token: Token): Piece {
  return {
    surface: token.surface,
    start: token.start,
    end: token.start + token.surface.length,
    reading: token.reading === null ? null : toHiragana(token.reading),
    pos: token.pos,
    posDetail: token.posDetail,
    baseForm: token.baseForm ?? token.surface,
    form: token.form ?? '',
    origin: 'analyzer',
    confidence: CONFIDENCE.analyzer,
    number: undefined,
    word: undefined,
  };
}

/**
 * How the analyzer reads a stretch of the text, in hiragana; `null` where its words don't begin and end there, or
 * where it doesn't know one. `from` is the index of the first of its words that ends behind `start`.
 */
export function heardOver(first: readonly Piece[], from: number, start: number, end: number): string | null {
  if (first[from]?.start !== start) return null;
  let reading = '';
  for (let index = from; ; index++) {
    const piece = first[index];
    if (piece === undefined || piece.end > end || piece.reading === null) return null;
    reading += piece.reading;
    if (piece.end === end) return reading;
  }
}
