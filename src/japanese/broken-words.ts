/**
 * Which white space stands inside a word: between the letters of a spaced title (目　次), where a line breaks, where a
 * PDF's text was torn (地域福 祉). Spaces between words, as in texts that are written with them, are none of it: where
 * in doubt, a space stays, for most words are read right beside one.
 */
import type { TextRange } from '../book/book.ts';
import { isHiragana, isKanji } from './kana.ts';

/** True where the dictionary has exactly this word. */
export type IsWord = (surface: string) => boolean;

/** A stretch of white space in normalised text. */
export interface Gap extends TextRange {
  /** True where it holds a full-width space. */
  readonly wide: boolean;
  /** How many line breaks it holds. */
  readonly lines: number;
}

/** More spaces than these part columns, not letters. */
const WIDEST_GAP = 8;
/** No word is sought further from a gap. */
const REACH = 6;

/** The gaps that stand inside a word, in order. For each one a bounded number of words is looked up. */
export function strayGaps(text: string, gaps: readonly Gap[], isWord: IsWord): readonly Gap[] {
  const spaced = letterSpaced(text, gaps, isWord);
  const wakachi = isWrittenWithSpaces(text, gaps, spaced);
  return gaps.filter((gap) => spaced.has(gap) || tearsWord(text, gap, wakachi, isWord));
}

/** A letter with a gap on either side, or with the edge of the letters: one of 目　次, 地 域 福 祉 を. */
function letterSpaced(text: string, gaps: readonly Gap[], isWord: IsWord): ReadonlySet<Gap> {
  const found = new Set<Gap>();
  let run: Gap[] = [];
  const close = (): void => {
    if (run.length > 0 && isSpacedWord(lettersOf(text, run), isWord)) for (const gap of run) found.add(gap);
    run = [];
  };
  for (const gap of gaps) {
    const last = run.at(-1);
    if (last !== undefined && last.end !== gap.start - 1) close();
    if (isLone(text, gap.start - 1) && isLone(text, gap.end) && gap.end - gap.start <= WIDEST_GAP)
      run.push(gap);
    else close();
  }
  close();
  return found;
}

function lettersOf(text: string, run: readonly Gap[]): string {
  return text.charAt((run[0]?.start ?? 0) - 1) + run.map((gap) => text.charAt(gap.end)).join('');
}

/** A kanji or kana with no other on either side. */
function isLone(text: string, at: number): boolean {
  return isLetter(text.charAt(at)) && !isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + 1));
}

function isLetter(char: string): boolean {
  return char !== '' && /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー々〇0-9０-９]/u.test(char);
}

/** What is left blank in a form (年　月　日), and a calendar's days, are no words; 日　時 is the label of a date. */
const BLANKS = /^(?!日時$)[年月日時分秒円]+$|^[日月火水木金土]{3,}$/u;

/** Words of two letters or more hold nearly all the kanji: 地域|福祉|を|推進|する. */
function isSpacedWord(letters: string, isWord: IsWord): boolean {
  if (BLANKS.test(letters)) return false;
  const kanji = [...letters].filter(isKanji).length;
  if (kanji < 2) return false;
  const { lone } = cut(letters, isWord);
  return lone * 4 <= kanji || (lone === 1 && letters.length > 2);
}

/** A text that is written with spaces between its words (わかち書き) has them behind hiragana. */
function isWrittenWithSpaces(text: string, gaps: readonly Gap[], spaced: ReadonlySet<Gap>): boolean {
  return gaps.some(
    (gap) =>
      gap.lines === 0 &&
      !spaced.has(gap) &&
      isHiragana(text.charAt(gap.start - 1)) &&
      isLetter(text.charAt(gap.end)),
  );
}

function tearsWord(text: string, gap: Gap, wakachi: boolean, isWord: IsWord): boolean {
  // A blank line ends a paragraph, and an indented line begins one; columns are parted by more than one space.
  if (gap.lines > 1 || gap.wide || (gap.lines === 0 && gap.end - gap.start > 1)) return false;
  const before = text.charAt(gap.start - 1);
  const after = text.charAt(gap.end);
  // Kanji that stand alone on both sides are a spaced word, or none.
  if (isKanji(before) && isKanji(after) && isLone(text, gap.start - 1) && isLone(text, gap.end)) return false;
  if (/[0-9０-９]/u.test(before)) return isCounter(text, gap.end, isWord);
  if (/[〇一二三四五六七八九十百千万]/u.test(before) && isCounter(text, gap.end, isWord)) return true;
  if (before === '第' && /[0-9０-９]/u.test(after)) return true;
  if (isKanji(before) && isKanji(after)) return tearsCompound(text, gap, wakachi, isWord);
  if (isKanji(before) && isHiragana(after)) return tearsInflected(text, gap, wakachi, isWord);
  return isHiragana(before) && isKanji(after) && tearsVerbs(text, gap, isWord);
}

const COUNTER = /^[年月日時分秒人名回件個本枚歳円階度期章節条項号番区丁]/u;
const LONG_COUNTER = /^(?:年[度間目生代]|月間|日[間目]|時間|分間|人目|回目|期目|件目|個目|番目|丁目|号室)/u;

/** 3 月, 20 年度; but in `1 人権の尊重` the number is the heading's. */
function isCounter(text: string, at: number, isWord: IsWord): boolean {
  const kanji = kanjiFrom(text, at);
  if (!COUNTER.test(kanji)) return false;
  if (LONG_COUNTER.test(kanji)) return true;
  for (let length = 2; length <= kanji.length; length++) if (isWord(kanji.slice(0, length))) return false;
  return true;
}

/** With the gap gone there are fewer words, and fewer kanji that belong to none: 地域|福|祉|計画, 地域|福祉|計画. */
function tearsCompound(text: string, gap: Gap, wakachi: boolean, isWord: IsWord): boolean {
  const left = kanjiUpTo(text, gap.start);
  const right = kanjiFrom(text, gap.end);
  // Two lone kanji are as often two words, where words are parted at all: この 人 気が 多い.
  if (left.length === 1 && right.length === 1 && gap.lines === 0) {
    if (wakachi || /[0-9０-９]/u.test(text.charAt(gap.start - 2))) return false;
  }
  return cut(left + right, isWord).cost < cut(left, isWord).cost + cut(right, isWord).cost;
}

/** 学|ぶ, 支|え合い: a kanji that is in no word before the gap, and a word that goes on behind it. */
function tearsInflected(text: string, gap: Gap, wakachi: boolean, isWord: IsWord): boolean {
  if (wakachi && gap.lines === 0) return false;
  const left = kanjiUpTo(text, gap.start);
  if (!cut(left, isWord).endsLone) return false;
  for (let length = 1; length <= REACH; length++) {
    const piece = text.slice(gap.end, gap.end + length);
    if (isWord(left.slice(-1) + piece) || (left.length > 1 && isWord(left.slice(-2) + piece))) return true;
  }
  return false;
}

/** 取り|組み, 申し|込む: one word of two verbs. */
function tearsVerbs(text: string, gap: Gap, isWord: IsWord): boolean {
  for (let start = gap.start - 2; start >= Math.max(0, gap.start - 4); start--) {
    if (!isKanji(text.charAt(start))) continue;
    const head = text.slice(start, gap.start);
    for (let length = 1; length <= 3; length++) {
      if (isWord(head + text.slice(gap.end, gap.end + length))) return true;
    }
    return false;
  }
  return false;
}

function kanjiUpTo(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < REACH && isKanji(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

function kanjiFrom(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < REACH && isKanji(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

interface Cut {
  /** One for each word, two for each kanji that is in none. */
  readonly cost: number;
  /** The kanji that are in no word of two letters or more. */
  readonly lone: number;
  /** True where the last letter is one of these. */
  readonly endsLone: boolean;
}

const LONGEST_WORD = 8;

/** The cheapest cut of some letters into the dictionary's words of two or more. */
function cut(letters: string, isWord: IsWord): Cut {
  const best: Cut[] = [{ cost: 0, lone: 0, endsLone: false }];
  for (let end = 1; end <= letters.length; end++) {
    const before = best[end - 1] ?? { cost: 0, lone: 0, endsLone: false };
    const kanji = isKanji(letters.charAt(end - 1)) ? 1 : 0;
    let cheapest: Cut = { cost: before.cost + kanji * 2, lone: before.lone + kanji, endsLone: kanji === 1 };
    for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
      const from = best[start];
      if (from === undefined || from.cost + 1 > cheapest.cost) continue;
      const word = letters.slice(start, end);
      if (isKanji(word.charAt(0)) && isWord(word))
        cheapest = { cost: from.cost + 1, lone: from.lone, endsLone: false };
    }
    best.push(cheapest);
  }
  return best.at(-1) ?? { cost: 0, lone: 0, endsLone: false };
}
