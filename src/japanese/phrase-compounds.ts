/**
 * Where a long compound may be cut. Nouns side by side are one phrase; but 地域福祉活動推進計画 as one stretch is as hard
 * to read as no spaces at all, and no line holds it. From seven characters on a compound is cut between its words, so
 * that the parts come as near as they can to four characters or a little more: 地域福祉 活動推進計画.
 */
import type { Utf16Offset } from '../book/book.ts';
import { isSign } from './phrase-signs.ts';
import { CONFIDENCE, type Piece } from './pieces.ts';

/** A compound shorter than this stays whole. */
export const LONG = 7;
/** The length that parts come near to. */
const EASY = 4.25;
/** Parts longer than this aren't tried, so that the time stays linear; one word may be as long as it is. */
const LONGEST = 12;

/** The offsets at which the parts after the first begin; none where the compound is short. Linear. */
export function cutsOfCompound(phrase: readonly Piece[]): readonly Utf16Offset[] {
  const names = phrase.filter(({ pos }) => pos === '名詞' || pos === '接頭詞');
  const from = names[0]?.start ?? 0;
  const end = names.at(-1)?.end ?? from;
  if (end - from < LONG) return [];
  const cuts = cutsIn(phrase).filter(({ at }) => at > from && at < end);
  return cuts.length === 0 ? [] : best([{ at: from, gain: 0 }, ...cuts, { at: end, gain: 0 }]);
}

/** A place where a compound may be cut; `gain` is what speaks for a cut just there. */
interface Edge {
  readonly at: Utf16Offset;
  readonly gain: number;
}

/** Behind 第5期, 川崎市 and 高齢者・, and where a term of the lexicon begins or ends, a cut is heard anyway. */
const HEARD = 7;

/** Between two words of the compound, and behind the sign that ties them: never before a suffix or behind a prefix. */
function cutsIn(phrase: readonly Piece[]): readonly Edge[] {
  const cuts: Edge[] = [];
  for (const [index, piece] of phrase.entries()) {
    const before = phrase[index - 1];
    if (before === undefined || !(piece.pos === '名詞' || piece.pos === '接頭詞')) continue;
    if (/^(?:接尾|非自立)/u.test(piece.posDetail) || /^[ーァィゥェォッャュョ]/u.test(piece.surface)) continue;
    if (before.surface === '・') cuts.push({ at: piece.start, gain: HEARD });
    else if (isWord(before) && !isCounted(before, piece))
      cuts.push({ at: piece.start, gain: isHeard(before, piece) ? HEARD : 0 });
  }
  return cuts;
}

/** A number belongs to what it is counted from, and to the number or letter before: 令和3年, 044-1234, P45. */
function isCounted(before: Piece, piece: Piece): boolean {
  if (!/^[\p{N}－]/u.test(piece.surface)) return false;
  return COUNTED_FROM.test(before.surface) || /[\p{N}\p{sc=Latin}]$/u.test(before.surface);
}

function isWord(piece: Piece): boolean {
  return piece.pos === '名詞' && !isSign(piece);
}

const COUNTED_FROM = /^(?:明治|大正|昭和|平成|令和|西暦|午前|午後|平均|合計|最大|最低)$/u;

function isHeard(before: Piece, piece: Piece): boolean {
  if (before.number !== undefined || before.posDetail.startsWith('接尾-地域')) return true;
  return isListed(before) !== isListed(piece);
}

/** Part of a term that the lexicon knows, even where it only confirmed what was read. */
export function isListed({ confidence }: Piece): boolean {
  return confidence === CONFIDENCE.lexicon;
}

/** The cuts whose parts together are nearest to the easy length: each edge from the best of those before it. */
function best(edges: readonly Edge[]): readonly Utf16Offset[] {
  const costs: number[] = [0];
  const origins: number[] = [0];
  edges.forEach((edge, to) => {
    if (to === 0) return;
    let least = Number.POSITIVE_INFINITY;
    for (let from = to - 1; from >= 0; from--) {
      const length = edge.at - (edges[from]?.at ?? 0);
      if (from < to - 1 && length > LONGEST) break;
      const cost = (costs[from] ?? 0) + (length - EASY) ** 2 - edge.gain;
      if (cost > least) continue;
      least = cost;
      origins[to] = from;
    }
    costs[to] = least;
  });
  const cuts: Utf16Offset[] = [];
  for (let edge = origins[edges.length - 1] ?? 0; edge > 0; edge = origins[edge] ?? 0)
    cuts.push(edges[edge]?.at ?? 0);
  return cuts.reverse();
}
