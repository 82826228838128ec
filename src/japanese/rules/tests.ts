/** What the context rules ask of a neighbour. Each answers `false` for the text's edge. */
import type { Piece } from '../pieces.ts';
import type { Context } from './context-rule.ts';

type Neighbour = Piece | null;

/** The rules name their words in one string; each such list is cut once. */
const LISTS = new Map<string, ReadonlySet<string>>();

/** `words` apart by spaces. */
export function isOneOf(piece: Neighbour, words: string): boolean {
  if (piece === null) return false;
  let list = LISTS.get(words);
  if (list === undefined) {
    list = new Set(words.split(' '));
    LISTS.set(words, list);
  }
  return list.has(piece.surface);
}

/** True where the piece's surface fits the pattern. */
export function fits(piece: Neighbour, pattern: RegExp): boolean {
  return piece !== null && pattern.test(piece.surface);
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

/** A noun of something done, which する turns into a verb: 調査, 相談. */
export function isAction(piece: Neighbour): boolean {
  return piece?.posDetail.startsWith('サ変接続') === true;
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

/** The word stands by itself: nothing before it that it would be a compound with. */
export function standsAlone({ before }: Context): boolean {
  return isEdge(before) || isParticle(before) || isAdnominal(before) || modifies(before);
}

/** What follows a noun that is not the first part of a compound. */
export function endsNoun({ after }: Context): boolean {
  return isEdge(after) || isParticle(after) || isAuxiliary(after);
}

/** How far back a verb's object or subject is looked for. */
const CLAUSE = 6;

/**
 * The noun that stands with one of the particles before a verb, with nothing but adverbs, counts and other nouns with
 * their particles between (本を三回 読む): 本 for を. `null` where the clause has none.
 */
export function argument({ at }: Context, particles: string): Neighbour {
  for (let distance = -1; distance >= -CLAUSE; distance--) {
    const piece = at(distance);
    if (piece === null || piece.pos === '記号' || isVerb(piece)) return null;
    if (isParticle(piece) && isOneOf(piece, particles)) return at(distance - 1);
  }
  return null;
}

/** The thing that a verb is done to: 本を読む. */
export function objectOf(context: Context): Neighbour {
  return argument(context, 'を も は');
}

/** What does it or what is spoken of: 窓が開く, 店は開く, but not what stands with を. */
export function subjectOf(context: Context): Neighbour {
  return argument(context, 'を') === null ? argument(context, 'が は も') : null;
}

/** The noun behind a verb that modifies it, past its て いる and た: 空いている席. */
export function modifiedBy({ at }: Context): Neighbour {
  for (let distance = 1; distance <= 4; distance++) {
    const piece = at(distance);
    if (piece === null || piece.pos === '記号') return null;
    if (piece.pos === '名詞') return piece;
    if (!isAuxiliary(piece) && !isVerb(piece) && !isOneOf(piece, 'て で')) return null;
  }
  return null;
}
