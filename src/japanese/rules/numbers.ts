/**
 * Reads numbers with their counters. Why a rule: the dictionary knows digits one by one, so it reads 14年度 as
 * いち・よん・ねんど, 3月 as つき, and knows nothing of sound changes (6本 ろっぽん) or of days (20日 はつか).
 */
import { CONFIDENCE, type NumberReading, type Piece, replaceRange } from '../pieces.ts';
import type { Counter } from './counter-table.ts';
import { counterAt, joinCounter } from './counters.ts';
import { readDay } from './days.ts';
import { type ParsedNumber, parseNumber, readDigits } from './numerals.ts';

const DIGIT_NUMBER =
  /[０-９]+(?:，[０-９]{3}(?![０-９]))*(?:．[０-９]+)?(?:[十百千万億兆]+(?:[０-９]+[十百千万億兆]*)*)?/uy;
/** Bounded, because a text of nothing but numerals is tried at each of them. */
const KANJI_NUMBER = /[〇一二三四五六七八九十百千万億兆]{1,24}/uy;
/** 数 and 何 stand for a digit: 数十, 何百. */
const VAGUE_NUMBER = /(?:[一二三四五六七八九]?十)?[数何幾][十百千万億兆]{0,4}/uy;

/** What a number in kanji may begin with. */
const NUMERALS = '〇一二三四五六七八九十百千万億兆数何幾';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly number: NumberReading;
}

/** The pieces with every number, and the counter after it, made one piece. */
export function readNumbers(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const boundaries = new Set(pieces.map((piece) => piece.start));
  boundaries.add(text.length);
  const result: Piece[] = [];
  let index = 0;
  let rest: Piece | undefined = pieces[0];
  while (rest !== undefined) {
    const found = numberIn(text, rest, pieces, index, boundaries);
    if (found === null) {
      result.push(rest);
      index += 1;
      rest = pieces[index];
      continue;
    }
    let last = index;
    while ((pieces[last]?.end ?? found.end) < found.end) last += 1;
    const covered = [rest, ...pieces.slice(index + 1, last + 1)];
    const parts = replaceRange(covered, 0, covered.length - 1, numberPiece(text, found));
    const tail = parts.at(-1);
    const left = tail !== undefined && tail.start >= found.end;
    result.push(...(left ? parts.slice(0, -1) : parts));
    index = left ? last : last + 1;
    rest = left ? tail : pieces[index];
  }
  return result;
}

function numberPiece(text: string, { start, end, number }: Found): Piece {
  const surface = text.slice(start, end);
  return {
    surface,
    start,
    end,
    reading: number.number + number.counter,
    pos: '名詞',
    posDetail: '数',
    baseForm: surface,
    form: '',
    origin: 'rule',
    confidence: CONFIDENCE.rule,
    number,
  };
}

function numberIn(
  text: string,
  piece: Piece,
  pieces: readonly Piece[],
  index: number,
  boundaries: ReadonlySet<number>,
): Found | null {
  for (let at = piece.start; at < piece.end; at++) {
    if (isDigit(text.charCodeAt(at))) return digitNumber(text, at, pieces, index, boundaries);
  }
  return kanjiNumber(text, piece, pieces, index, boundaries);
}

/** 0 to 9, full-width. */
function isDigit(unit: number): boolean {
  return unit >= 0xff10 && unit <= 0xff19;
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function digitNumber(
  text: string,
  at: number,
  pieces: readonly Piece[],
  index: number,
  boundaries: ReadonlySet<number>,
): Found | null {
  let written = matchAt(DIGIT_NUMBER, text, at);
  let parsed = written === null ? null : parseNumber(written);
  if (written === null || parsed === null) {
    written = matchAt(/[０-９]+/uy, text, at) ?? text.charAt(at);
    parsed = parseNumber(written);
  }
  if (parsed === null) return null;
  const end = at + written.length;
  if (isCode(text, at, end)) return plain(at, end, { ...parsed, reading: readDigits(parsed.digits) }, true);
  const withCounter = addCounter(text, at, end, parsed, true, pieces, index, boundaries);
  return withCounter ?? plain(at, end, parsed, true);
}

function plain(start: number, end: number, parsed: ParsedNumber, digits: boolean): Found {
  const number = { length: end - start, number: parsed.reading, counter: '', irregular: false, digits };
  return { start, end, number };
}

/** Numbers in kanji are also parts of words (一般, 三重, 十分), so the analyzer must have seen a number there. */
function kanjiNumber(
  text: string,
  piece: Piece,
  pieces: readonly Piece[],
  index: number,
  boundaries: ReadonlySet<number>,
): Found | null {
  const at = piece.start;
  if (!NUMERALS.includes(text.charAt(at))) return null;
  const vague = matchAt(VAGUE_NUMBER, text, at);
  if (vague !== null) return vagueNumber(text, at, vague, pieces, index, boundaries);
  const written = matchAt(KANJI_NUMBER, text, at);
  const parsed = written === null ? null : parseNumber(written);
  if (written === null || parsed === null) return null;
  const end = at + written.length;
  const counted = addCounter(text, at, end, parsed, false, pieces, index, boundaries);
  // One word of the dictionary (一部, 三月, 二人) is left to it, unless it is a day within a date.
  const afterMonth = text.charAt(at - 1) === '月';
  if (
    counted !== null &&
    piece.end === counted.end &&
    !(afterMonth && text.charAt(counted.end - 1) === '日')
  ) {
    return null;
  }
  if (counted !== null && piece.posDetail.startsWith('数')) return counted;
  if (counted !== null && afterMonth) return counted;
  const isNumber = piece.posDetail.startsWith('数') && piece.end < end && boundaries.has(end);
  return isNumber ? plain(at, end, parsed, false) : null;
}

/** The reading of 数 and 何 with the units after them: 数百 すうひゃく, 何千 なんぜん. */
function vagueNumber(
  text: string,
  at: number,
  written: string,
  pieces: readonly Piece[],
  index: number,
  boundaries: ReadonlySet<number>,
): Found | null {
  const [tens = '', word = '', units = ''] = written.split(/([数何幾])/u);
  const head = { 数: 'すう', 何: 'なん', 幾: 'いく' }[word] ?? '';
  let reading = (tens === '' ? '' : (parseNumber(tens)?.reading ?? '')) + head;
  for (const unit of units) {
    const plainUnit =
      { 十: 'じゅう', 百: 'ひゃく', 千: 'せん', 万: 'まん', 億: 'おく', 兆: 'ちょう' }[unit] ?? '';
    reading +=
      word === '何' && reading === 'なん'
        ? plainUnit.replace('ひゃく', 'びゃく').replace('せん', 'ぜん')
        : plainUnit;
  }
  const end = at + written.length;
  const parsed: ParsedNumber = { digits: '', decimals: '', reading };
  const counted = addCounter(text, at, end, parsed, false, pieces, index, boundaries);
  if (counted === null) return units === '' || !boundaries.has(end) ? null : plain(at, end, parsed, false);
  // 数日 is すうじつ; the dictionary has 数日 but not 十数日間.
  if (word === '数' && units === '' && text.startsWith('日', end)) {
    return {
      ...counted,
      number: { ...counted.number, counter: counted.number.counter.replace('にち', 'じつ') },
    };
  }
  return counted;
}

function addCounter(
  text: string,
  start: number,
  end: number,
  parsed: ParsedNumber,
  digits: boolean,
  pieces: readonly Piece[],
  index: number,
  boundaries: ReadonlySet<number>,
): Found | null {
  const base = { length: end - start, digits };
  const found = (counter: string, number: string, reading: string, irregular: boolean): Found => ({
    start,
    end: end + counter.length,
    number: { ...base, number, counter: reading, irregular },
  });
  const day = readDay(parsed.digits, text, end, text.charAt(start - 1) === '月');
  if (day !== null && boundaries.has(end + day.counter.length) && parsed.decimals === '') {
    return day.whole === null
      ? found(day.counter, parsed.reading, day.regular, false)
      : found(day.counter, day.whole, '', true);
  }
  const people = readPeople(parsed.digits, text, end);
  if (people !== null) return found('人', people, '', true);
  const things = readThings(parsed.digits, text, end);
  if (things !== null) return found('つ', things, 'つ', true);
  const counter = boundedCounter(text, end, boundaries) ?? tokenCounter(end, pieces, index);
  if (counter === null) return null;
  const [number, reading] = joinCounter(parsed.reading, fraction(text, end, counter));
  return found(counter.text, number, reading, false);
}

/** ひとり, ふたり; but 1人前 is いちにんまえ. */
function readPeople(digits: string, text: string, at: number): string | null {
  if (text.charAt(at) !== '人' || text.startsWith('人前', at)) return null;
  return { '1': 'ひとり', '2': 'ふたり' }[digits] ?? null;
}

/** Before つ the native numbers: 3つ みっつ. The つ itself is kana and stays outside. */
function readThings(digits: string, text: string, at: number): string | null {
  if (text.charAt(at) !== 'つ' || digits.length !== 1) return null;
  return (
    ['', 'ひと', 'ふた', 'みっ', 'よっ', 'いつ', 'むっ', 'なな', 'やっ', 'ここの'][Number(digits)] || null
  );
}

/** A counter must end where a word ends: 3本社 holds no 3本. In 三分の一 the dictionary has 分の for a word. */
function boundedCounter(text: string, at: number, boundaries: ReadonlySet<number>): Counter | null {
  const counter = counterAt(text, at);
  if (counter === null) return null;
  if (boundaries.has(at + counter.text.length) || isPart(text, at)) return counter;
  for (let length = counter.text.length - 1; length > 0; length--) {
    const shorter = counterAt(text.slice(0, at + length), at);
    if (shorter !== null && boundaries.has(at + shorter.text.length)) return shorter;
  }
  return null;
}

/** A counter that only the dictionary knows. */
function tokenCounter(at: number, pieces: readonly Piece[], index: number): Counter | null {
  for (let next = index; next < pieces.length; next++) {
    const piece = pieces[next];
    if (piece === undefined || piece.start > at) return null;
    if (piece.start < at) continue;
    if (!piece.posDetail.includes('助数詞') || piece.reading === null) return null;
    return { text: piece.surface, reading: piece.reading, sound: 'plain' };
  }
  return null;
}

/** 分 is ふん as a minute, ぶん as a part: 3分の2, 二分する. */
function fraction(text: string, at: number, counter: Counter): Counter {
  const part = counter.text === '分' && (isPart(text, at) || /^分[さしす]/u.test(text.slice(at, at + 2)));
  return part ? { text: '分', reading: 'ぶん', sound: 'plain' } : counter;
}

function isPart(text: string, at: number): boolean {
  return /^分の[０-９一二三四五六七八九十]/u.test(text.slice(at, at + 3));
}

/** Postcodes and telephone numbers are read digit by digit: 〒211-0053, 044(739)8711. */
function isCode(text: string, start: number, end: number): boolean {
  const before = /[〒０-９－（）]*$/u.exec(text.slice(Math.max(0, start - LONGEST_CODE), start))?.[0] ?? '';
  const after = /^[（）－][０-９]/u.test(text.slice(end, end + 2));
  const linked = after || /[（）－]$/u.test(before);
  return linked && /^[（]?[〒０]/u.test(before + text.slice(start, end));
}

const LONGEST_CODE = 16;
