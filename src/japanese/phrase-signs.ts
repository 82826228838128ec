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

/** Hiragana, katakana but for ・, or kanji: most words begin so, and no sign does. */
function beginsWord(surface: string): boolean {
  const unit = surface.charCodeAt(0);
  return (unit >= 0x3041 && unit <= 0x30fa) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** Letters that nobody knows are called signs by some dictionaries, and stay words here. */
export function isSign(piece: Piece): boolean {
  return piece.pos === '記号' ? !/^[\p{L}\p{N}]/u.test(piece.surface) : opens(piece) || ties(piece);
}

export function opens({ surface }: Piece): boolean {
  return !beginsWord(surface) && OPENING.test(surface);
}

export function opensBracket({ surface }: Piece): boolean {
  return !beginsWord(surface) && OPENING_BRACKET.test(surface);
}

export function closesBracket({ surface }: Piece): boolean {
  return !beginsWord(surface) && CLOSING_BRACKET.test(surface);
}

export function ends({ surface }: Piece): boolean {
  return !beginsWord(surface) && ENDING.test(surface);
}

export function ties({ surface }: Piece): boolean {
  return !beginsWord(surface) && TYING.test(surface.trim());
}

export function isSpace({ surface }: Piece): boolean {
  return !beginsWord(surface) && /^\s/u.test(surface);
}
