/** What the context rules ask of a neighbour. Each answers `false` for the text's edge. */
import type { Piece } from '../pieces.ts';

type Neighbour = Piece | null;

export function isOneOf(piece: Neighbour, words: string): boolean {
  return piece !== null && words.split(' ').includes(piece.surface);
}

export function isParticle(piece: Neighbour): boolean {
  return piece?.pos === '助詞';
}

export function isNoun(piece: Neighbour): boolean {
  return piece?.pos === '名詞' && piece.number === undefined;
}

/** A noun that isn't a pronoun, a suffix or a bare grammatical noun: what a compound is made of. */
export function isPlainNoun(piece: Neighbour): boolean {
  return isNoun(piece) && !/^(?:代名詞|非自立|接尾|数|副詞可能)/u.test(piece?.posDetail ?? '');
}

export function isProperName(piece: Neighbour): boolean {
  return piece?.posDetail.startsWith('固有名詞') === true;
}

/**
 * Katakana that isn't a common word of the dictionary is mostly a foreign name; so is a lone katakana, which is what
 * the dictionary leaves of a name that it cut by mistake.
 */
export function isForeignName(piece: Neighbour): boolean {
  if (piece === null || piece.origin !== 'analyzer' || !/^[ァ-ヺー・]+$/u.test(piece.surface)) return false;
  return piece.reading === null || piece.surface.length === 1 || isProperName(piece);
}

export function isVerb(piece: Neighbour): boolean {
  return piece?.pos === '動詞';
}

export function isAdjective(piece: Neighbour): boolean {
  return piece?.pos === '形容詞';
}

export function isAuxiliary(piece: Neighbour): boolean {
  return piece?.pos === '助動詞';
}

/** た or だ after a verb: what stands behind it is modified by a finished action. */
export function isPast(piece: Neighbour): boolean {
  return (
    piece?.pos === '助動詞' && (piece.baseForm === 'た' || piece.baseForm === 'だ') && piece.form === '基本形'
  );
}

/** A clause that modifies the noun behind it: a verb, an adjective or an auxiliary in its attributive form. */
export function modifies(piece: Neighbour): boolean {
  return (
    (isVerb(piece) || isAdjective(piece) || isAuxiliary(piece)) &&
    /^(?:基本形|体言接続)/u.test(piece?.form ?? '')
  );
}

/** この, その, あの, どの, ある … */
export function isAdnominal(piece: Neighbour): boolean {
  return piece?.pos === '連体詞';
}

/** The start of a clause: the text's edge or a sign. */
export function isEdge(piece: Neighbour): boolean {
  return piece === null || piece.pos === '記号';
}
