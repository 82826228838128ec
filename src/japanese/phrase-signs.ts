/** What signs do to the phrases beside them: which go with what follows, and which tie two words into one. */
import type { Piece } from './pieces.ts';

/** What opens something: it stands at the head of its phrase. */
const OPENING = /^[（「『【〔［｛〈《〝“‘※＃＠￥＄〒℡№]/u;
const OPENING_BRACKET = /^[（「『【〔［｛〈《〝“‘]$/u;
const CLOSING_BRACKET = /^[）」』】〕］｝〉》〟”’]$/u;
/** Behind these a particle goes on with what they end: 「協働」の, 50％は. */
const ENDING = /^[）」』】〕］｝〉》〟”’％]/u;
/** What ties two words into one: 2021〜2023, Wi‐Fi, 高齢者・障害者. */
const TYING = /^[〜～―‐–—−－／＝＋＆：．，’＇・]$/u;

/** Letters that nobody knows are called signs by some dictionaries, and stay words here. */
export function isSign(piece: Piece): boolean {
  return piece.pos === '記号' ? !/^[\p{L}\p{N}]/u.test(piece.surface) : opens(piece) || ties(piece);
}

export function opens({ surface }: Piece): boolean {
  return OPENING.test(surface);
}

export function opensBracket({ surface }: Piece): boolean {
  return OPENING_BRACKET.test(surface);
}

export function closesBracket({ surface }: Piece): boolean {
  return CLOSING_BRACKET.test(surface);
}

export function ends({ surface }: Piece): boolean {
  return ENDING.test(surface);
}

export function ties({ surface }: Piece): boolean {
  return TYING.test(surface.trim());
}

export function isSpace({ surface }: Piece): boolean {
  return /^\s/u.test(surface);
}
