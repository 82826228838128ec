/** Makes one word of a noun and its suffix, as readers see it: 協議|会, 川崎|市, 一体|的. */
import { isKanji } from './kana.ts';
import type { Piece } from './pieces.ts';

/** The pieces with each suffix of kanji joined to the noun of kanji before it. Numbers and titles stay apart. */
export function joinSuffixes(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    if (before !== undefined && isSuffixOf(before, piece)) result[result.length - 1] = joined(before, piece);
    else result.push(piece);
  }
  return result;
}

function isSuffixOf(noun: Piece, suffix: Piece): boolean {
  if (!suffix.posDetail.startsWith('接尾') || /助数詞|人名/u.test(suffix.posDetail)) return false;
  if (noun.pos !== '名詞' || noun.number !== undefined || suffix.number !== undefined) return false;
  // A reading that someone listed stays as it was listed.
  if (noun.origin === 'lexicon' || suffix.origin === 'lexicon') return false;
  if (noun.reading === null || suffix.reading === null) return false;
  return [...noun.surface, ...suffix.surface].every(isKanji);
}

function joined(noun: Piece, suffix: Piece): Piece {
  return {
    ...noun,
    surface: noun.surface + suffix.surface,
    end: suffix.end,
    reading: (noun.reading ?? '') + (suffix.reading ?? ''),
    baseForm: noun.surface + suffix.surface,
    // 専門家 + たち: what follows sees a noun, not a suffix.
    posDetail: '一般',
    origin: noun.origin === 'rule' || suffix.origin === 'rule' ? 'rule' : 'analyzer',
    confidence: Math.min(noun.confidence, suffix.confidence),
  };
}
