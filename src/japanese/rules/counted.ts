/** A number and the counter behind it, as one. */
import type { Counter } from './counter-table.ts';
import { counterAt, countersAt, joinCounter } from './counters.ts';
import { readDay } from './days.ts';
import { readWhole } from './numerals.ts';
import { endsWord, type FoundNumber, pieceAt, type Scene, whole } from './scene.ts';
import type { WrittenNumber } from './written-number.ts';

export interface CountedOptions {
  /** Written in digits. */
  readonly digits: boolean;
  /** In 2、3日 the last number isn't a day of its own: にさんにち. */
  readonly span?: boolean;
}

/** The number from `start` on with the counter behind it, or `null` where there is none. */
export function withCounter(
  scene: Scene,
  start: number,
  written: WrittenNumber,
  { digits, span = false }: CountedOptions,
): FoundNumber | null {
  const { text } = scene;
  const { end, value, reading } = unpadded(written, text);
  const irregular = (reading: string, to: number): FoundNumber =>
    whole(start, to, reading, { digits, irregular: true });
  const day = span && value !== '4' ? null : readDay(value, text, start, end);
  if (day !== null && endsWord(scene, end + day.counter.length)) {
    return irregular(day.whole, end + day.counter.length);
  }
  const named =
    readPeople(value, text, end) ?? readRank(value, text, start, end) ?? readPhrase(value, text, end);
  if (named !== null) return irregular(named.reading, named.end);
  const things = THINGS[value];
  if (things !== undefined && text[end] === 'つ' && endsWord(scene, end + 1)) {
    return {
      start,
      end: end + 1,
      number: { length: end - start, number: things, counter: 'つ', irregular: true, digits },
    };
  }
  const counter = counterBehind(scene, end);
  if (counter === null) return null;
  const to = end + counter.text.length;
  const asNative = counter.native === true || (counter.text === '組' && !isSchoolClass(text, start, to));
  const native = asNative ? NATIVE[value] : undefined;
  if (native !== undefined) return irregular(native + counter.reading, to);
  const [said, counted] = joinCounter(reading, inItsSense(text, start, end, counter, value));
  return {
    start,
    end: to,
    number: { length: end - start, number: said, counter: counted, irregular: false, digits },
  };
}

/** 04月, 05分: a leading zero keeps columns straight and isn't read. */
function unpadded(written: WrittenNumber, text: string): WrittenNumber {
  const { value, end } = written;
  if (!value.startsWith('0')) return written;
  if (!/^0\d$/u.test(value) || !'年月日時分秒'.includes(text.charAt(end) || '-')) return written;
  return { end, value: value.slice(1), reading: readWhole(value) };
}

const NATIVE: Readonly<Record<string, string>> = { '1': 'ひと', '2': 'ふた' };
const THINGS: Readonly<Record<string, string>> = {
  '1': 'ひと',
  '2': 'ふた',
  '3': 'みっ',
  '4': 'よっ',
  '5': 'いつ',
  '6': 'むっ',
  '7': 'なな',
  '8': 'やっ',
  '9': 'ここの',
};

interface Named {
  readonly reading: string;
  readonly end: number;
}

/** Words that begin with 人 but aren't people that are counted, and those that are counted in the Chinese way. */
const NOT_PEOPLE = /人(?:前|称|三脚|口|気|員|材|権|工|事|間|生|物|類|形|体|造|格|件|名|数)/uy;

/** ひとり, ふたり, ふたりぐみ; but 1人前 is いちにんまえ. */
function readPeople(value: string, text: string, at: number): Named | null {
  const native = NATIVE[value];
  if (native === undefined || text[at] !== '人') return null;
  NOT_PEOPLE.lastIndex = at;
  if (NOT_PEOPLE.test(text)) return null;
  return text[at + 1] === '組'
    ? { reading: `${native}りぐみ`, end: at + 2 }
    : { reading: `${native}り`, end: at + 1 };
}

/** The ranks of the old court: 従四位 じゅしい, 正三位 しょうさんみ. */
const RANKS: Readonly<Record<string, string>> = { '3': 'さんみ', '4': 'しい', '7': 'しちい' };

function readRank(value: string, text: string, start: number, at: number): Named | null {
  const reading = RANKS[value];
  if (text[at] !== '位' || reading === undefined || !/[従正]/u.test(text.charAt(start - 1))) return null;
  return { reading, end: at + 1 };
}

/** The classes of a school have numbers for names: 3年1組, 1年生の2組, by itself on a list; a group or a pair is ひとくみ. */
function isSchoolClass(text: string, start: number, end: number): boolean {
  const alone = start === 0 && end === text.length;
  return alone || /(?:年|年生の|第|組[、・～〜－]?)$/u.test(text.slice(Math.max(0, start - 3), start));
}

/** Numbers that have a name with one counter: the police's, and the day that ends mourning. */
function readPhrase(value: string, text: string, at: number): Named | null {
  if (value === '110' && text[at] === '番' && !/[地号目線]/u.test(text.charAt(at + 1))) {
    return { reading: 'ひゃくとおばん', end: at + 1 };
  }
  if (value === '7' && /^色(?=[のにをが、。虹]|$)/u.test(text.slice(at, at + 2))) {
    return { reading: 'なないろ', end: at + 1 };
  }
  return value === '49' && text[at] === '日' && !/[間目]/u.test(text.charAt(at + 1))
    ? { reading: 'しじゅうくにち', end: at + 1 }
    : null;
}

/**
 * The longest counter that ends where a word ends: 3本社 holds no 3本. In 三分の一 the dictionary has 分の for a word,
 * and what it calls a counter is one, even where the table has none.
 */
function counterBehind(scene: Scene, at: number): Counter | null {
  const { text } = scene;
  for (const counter of countersAt(text, at)) {
    if (isSign(text, at) || endsWord(scene, at + counter.text.length) || isPart(text, at)) return counter;
    // 4月 by itself is a word of the dictionary, and the month's name is never part of another: 9月末.
    if (counter.text === '月' && !/[曜光影面]/u.test(text.charAt(at + 1))) return counter;
  }
  const piece = pieceAt(scene, at);
  if (piece === null || piece.reading === null || !piece.posDetail.includes('助数詞')) return null;
  return { text: piece.surface, reading: piece.reading, sound: 'noun' };
}

/** Signs and Latin letters (％, ㎡, km) are cut by the analyzer in any way, and by the table's own care. */
function isSign(text: string, at: number): boolean {
  return !/[ぁ-ヿ一-鿿々]/u.test(text.charAt(at));
}

/** 分 is ふん as a minute, ぶん as a part (3分の2, 二分する), ぶ as a tenth of a tenth (3割5分); 日 in a date. */
function inItsSense(text: string, start: number, at: number, counter: Counter, value: string): Counter {
  if (counter.text === '日' && Number(value) > 31) return { ...counter, sound: 'plain', digits: {} };
  if (counter.text !== '分') return counter;
  if (text[start - 1] === '割' || /^分(?:[咲丈袖粥]|づき)/u.test(text.slice(at, at + 3))) {
    return { text: '分', reading: 'ぶ', sound: 'plain' };
  }
  const part = isPart(text, at) || /^分[さしす]/u.test(text.slice(at, at + 2));
  return part ? { text: '分', reading: 'ぶん', sound: 'plain' } : counter;
}

function isPart(text: string, at: number): boolean {
  return text.startsWith('分の', at) && /[０-９一二三四五六七八九十百]/u.test(text.charAt(at + 2));
}

/** Whether a counter of the table stands at `at`, whatever the words there. */
export function countsAt(text: string, at: number): boolean {
  return counterAt(text, at) !== null;
}
