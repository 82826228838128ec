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

/** What is known of a sign by its first code unit; one bit each. */
const SIGN = {
  opens: 1,
  opensBracket: 2,
  closesBracket: 4,
  ends: 8,
  ties: 16,
  space: 32,
  letter: 64,
  /** Marks the code units that have been looked at. */
  seen: 128,
} as const;

const TESTS = [
  [SIGN.opens, OPENING],
  [SIGN.opensBracket, OPENING_BRACKET],
  [SIGN.closesBracket, CLOSING_BRACKET],
  [SIGN.ends, ENDING],
  [SIGN.ties, TYING],
  [SIGN.space, /^\s/u],
  [SIGN.letter, /^[\p{L}\p{N}]/u],
] as const;

/** Every word of a text is asked for several of these: each character meets the patterns once. */
const KINDS = new Uint8Array(0x10000);

/** The bits of a word's first code unit; words are never empty, and normalised text has no surrogates. */
function kindsOf(surface: string): number {
  const unit = surface.charCodeAt(0);
  const kinds = KINDS[unit] ?? 0;
  return kinds === 0 ? lookAt(unit) : kinds;
}

function lookAt(unit: number): number {
  const char = String.fromCharCode(unit);
  let kinds: number = SIGN.seen;
  for (const [bit, pattern] of TESTS) if (pattern.test(char)) kinds |= bit;
  KINDS[unit] = kinds;
  return kinds;
}

/** Letters that nobody knows are called signs by some dictionaries, and stay words here. */
export function isSign(piece: Piece): boolean {
  return piece.pos === '記号' ? (kindsOf(piece.surface) & SIGN.letter) === 0 : opens(piece) || ties(piece);
}

export function opens({ surface }: Piece): boolean {
  return (kindsOf(surface) & SIGN.opens) !== 0;
}

export function opensBracket({ surface }: Piece): boolean {
  return (kindsOf(surface) & SIGN.opensBracket) !== 0 && surface.length === 1;
}

export function closesBracket({ surface }: Piece): boolean {
  return (kindsOf(surface) & SIGN.closesBracket) !== 0 && surface.length === 1;
}

export function ends({ surface }: Piece): boolean {
  return (kindsOf(surface) & SIGN.ends) !== 0;
}

export function ties({ surface }: Piece): boolean {
  const kinds = kindsOf(surface);
  if ((kinds & (SIGN.ties | SIGN.space)) === 0) return false;
  return surface.length === 1 ? (kinds & SIGN.ties) !== 0 : TYING.test(surface.trim());
}

export function isSpace({ surface }: Piece): boolean {
  return (kindsOf(surface) & SIGN.space) !== 0;
}
