/**
 * Where the phrases (文節) of a text begin, for 分かち書き: the places where a child at school may say 「ね」.
 *
 * A phrase is an independent word with the particles, auxiliaries and suffixes behind it and the prefix before it. Helping
 * verbs after て (読んで いる) and grammatical nouns (読む こと) begin phrases of their own, as in schoolbooks. Signs go
 * with what is before them, opening brackets with what follows; a number stays with its counter. Nouns side by side are
 * one phrase, but a long compound is cut between its words (see `phrase-compounds.ts`).
 */
import type { TextRange, Utf16Offset } from '../book/book.ts';
import { phraseLengths } from '../book/phrases.ts';
import { hasKanji } from './kana.ts';
import { cutsOfCompound, isListed, LONG } from './phrase-compounds.ts';
import { closesBracket, ends, isSign, isSpace, opens, opensBracket, ties } from './phrase-signs.ts';
import type { Piece } from './pieces.ts';

/** The offsets at which a phrase begins, but for the first; sorted. Offsets are those of the pieces. Linear. */
export function phrasesOf(pieces: readonly Piece[]): readonly Utf16Offset[] {
  const starts: Utf16Offset[] = [];
  let wholeTo = 0;
  // The phrase at hand goes from this piece on.
  let from = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const whole = piece.start < wholeTo;
    if (index > from && !whole && !goesOn(pieces[index - 1] ?? piece, piece, index - from === 1)) {
      addStarts(starts, pieces, from, index);
      from = index;
    }
    if (!whole && opensBracket(piece)) wholeTo = shortQuote(pieces, index);
  }
  addStarts(starts, pieces, from, pieces.length);
  return starts;
}

/** Where a phrase begins, and the parts of its compound after the first, unless that is the text's beginning. */
function addStarts(starts: Utf16Offset[], pieces: readonly Piece[], from: number, to: number): void {
  const first = pieces[from];
  if (first === undefined) return;
  const begin = beginOf(first);
  if (begin > 0) starts.push(begin);
  // The compound is no longer than the phrase, and most phrases are short.
  if ((pieces[to - 1]?.end ?? 0) - first.start < LONG) return;
  for (const cut of cutsOfCompound(pieces.slice(from, to))) if (cut > 0) starts.push(cut);
}

/**
 * The phrases as a sentence keeps them: in the source, of which `offsets[i]` is the place of the character that the pieces
 * have at `i`. None begins inside a ruby; `ruby` is sorted and disjoint, and `offsets` never falls, so one pass is enough.
 */
export function phrasesInSource(
  pieces: readonly Piece[],
  offsets: readonly Utf16Offset[],
  ruby: readonly TextRange[],
): number[] {
  let next = 0;
  let last = 0;
  const starts = phrasesOf(pieces)
    .map((start) => offsets[start] ?? 0)
    .filter((start) => {
      if (start <= last) return false;
      last = start;
      while ((ruby[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
      return (ruby[next]?.start ?? Number.POSITIVE_INFINITY) >= start;
    });
  return phraseLengths(starts);
}

/** Spaces at the head of a piece go with what is before, as those that stand by themselves do. */
function beginOf({ start, end, surface }: Piece): Utf16Offset {
  // No space is behind these in Unicode but the wide one.
  if (surface.charCodeAt(0) > 0x3000) return start;
  return end - (surface.trimStart().length || surface.length);
}

/** A name or a word in brackets that is no longer than this isn't spaced: 「ともよみ」. In characters. */
const SHORT_QUOTE = 6;

/** Where a short quotation that begins at a bracket ends; 0 where it isn't short. */
function shortQuote(pieces: readonly Piece[], opening: number): Utf16Offset {
  const start = pieces[opening]?.end ?? 0;
  for (
    let index = opening + 1;
    (pieces[index]?.start ?? Number.POSITIVE_INFINITY) - start <= SHORT_QUOTE;
    index++
  ) {
    const piece = pieces[index];
    if (piece !== undefined && closesBracket(piece)) return piece.end;
  }
  return 0;
}

/** Whether a piece belongs to the phrase that ends with the piece before it; `alone`: that is all of the phrase. */
function goesOn(before: Piece, piece: Piece, alone: boolean): boolean {
  if (isSign(piece)) return (alone && opens(before)) || !(opens(piece) || isTiedToNext(before, piece));
  if (isSign(before)) return afterSign(before, piece, alone);
  // A term of the lexicon is one word, whatever the dictionary takes its parts for.
  if (before.pos === '接頭詞' || (isListed(before) && isListed(piece))) return true;
  switch (piece.pos) {
    case '助詞':
    case '助動詞':
      return true;
    case '動詞':
      return isBoundVerb(before, piece);
    case '形容詞':
      return piece.posDetail.startsWith('非自立') && before.pos === '動詞';
    case '名詞':
      return isBoundNoun(before, piece, alone);
    case '接頭詞':
      return before.pos === '名詞' && piece.posDetail !== '数接続' && isCompounding(before);
    default:
      return false;
  }
}

/** Behind a space 〜 begins something: 〜目指せ〜. */
function isTiedToNext(before: Piece, piece: Piece): boolean {
  return (isSpace(before) || isSpace(piece)) && ties(piece);
}

function afterSign(before: Piece, piece: Piece, alone: boolean): boolean {
  if (opens(before) || (isSpace(before) && isTail(piece))) return true;
  if (ties(before)) return alone || isName(piece);
  return ends(before) && (isTail(piece) || piece.posDetail.startsWith('接尾'));
}

function isTail({ pos }: Piece): boolean {
  return pos === '助詞' || pos === '助動詞';
}

function isName({ pos }: Piece): boolean {
  return pos === '名詞' || pos === '接頭詞';
}

/** する and what is said politely for it; with できる they make a verb of the noun before. */
const MAKES_VERB: ReadonlySet<string> = new Set(
  'する できる 出来る なさる いたす 致す くださる 下さる いただく 頂く せる しうる'.split(' '),
);

function isBoundVerb(before: Piece, piece: Piece): boolean {
  if (before.pos === '名詞' || before.pos === '副詞') return MAKES_VERB.has(piece.baseForm);
  if (piece.posDetail.startsWith('接尾')) return true;
  if (before.pos !== '動詞') return false;
  return piece.posDetail.startsWith('非自立') || (before.form === '連用形' && hasKanji(piece.surface));
}

/** Days and times that stand by themselves before another noun: きょう 学校へ. */
const BY_ITSELF: ReadonlySet<string> = new Set(
  '今 今日 明日 昨日 今年 来年 昨年 去年 今月 来月 先月 今週 来週 先週 今回 次回 前回 毎日 毎週 毎月 毎年 毎朝 毎晩 現在 最近 先日 本日 当時 昔 午前 午後'.split(
    ' ',
  ),
);

function isBoundNoun(before: Piece, piece: Piece, alone: boolean): boolean {
  const { posDetail, surface } = piece;
  if (posDetail.startsWith('接尾') || posDetail.endsWith('助動詞語幹')) return true;
  if (posDetail.startsWith('非自立') && (surface === 'の' || surface === 'ん')) return true;
  if (posDetail.startsWith('代名詞')) return false;
  if (before.pos === '動詞') return alone && isNounLike(before) && !posDetail.startsWith('非自立');
  if (before.pos !== '名詞' || !isCompounding(before)) return false;
  if (BY_ITSELF.has(before.surface))
    return piece.number !== undefined && (before.surface === '午前' || before.surface === '午後');
  return !BY_ITSELF.has(surface);
}

function isCompounding({ posDetail }: Piece): boolean {
  return !posDetail.startsWith('代名詞') && !posDetail.endsWith('助動詞語幹');
}

/** A verb's stem is a noun (見守り活動) where nothing depends on it; after を or に it ends a clause (基づき 進める). */
function isNounLike({ form, surface }: Piece): boolean {
  return form === '連用形' && hasKanji(surface);
}
