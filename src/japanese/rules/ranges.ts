/** Numbers that share the counter of the number behind them: 4～6月, 9～17時, 2、3人. */
import { counterAt, joinCounter } from './counters.ts';
import { digitsAt, isDigitAt, kanjiNumberAt, type WrittenNumber } from './written-number.ts';

const SIGNS: ReadonlySet<string> = new Set('　 〜～~－‐‑–—−・、，／');
const RANGE_SIGN = /^[　 ]?[〜～~－‐‑–—−・、，／][　 ]?/u;
/** Counters that are a name with their number: 4 of 4～6月 is April. */
const SHARED: ReadonlySet<string> = new Set(['月', '時']);
const LONGEST_SIGN = 3;

/** How a number without a counter is read because of the one behind it; `null` where that changes nothing. */
export function sharedReading(text: string, start: number, written: WrittenNumber): string | null {
  if (!SIGNS.has(text.charAt(written.end))) return null;
  const sign = RANGE_SIGN.exec(text.slice(written.end, written.end + LONGEST_SIGN))?.[0];
  if (sign === undefined || written.value === '') return null;
  const at = written.end + sign.length;
  const next = isDigitAt(text, at) ? digitsAt(text, at) : kanjiNumberAt(text, at);
  if (next === null) return null;
  if (isPair(text, start, written, next, sign)) return PAIRED[written.value] ?? null;
  const counter = counterAt(text, next.end);
  if (counter === null || !SHARED.has(counter.text)) return null;
  if (counter.text === '月' && Number(written.value) > 12) return null;
  return joinCounter(written.reading, counter)[0];
}

/** 四、五人 is しごにん, 七、八年 しちはちねん. */
const PAIRED: Readonly<Record<string, string>> = { '4': 'し', '7': 'しち' };

/** Two numbers in a row that mean "about so many": 2、3人. */
function isPair(
  text: string,
  start: number,
  one: WrittenNumber,
  other: WrittenNumber,
  sign: string,
): boolean {
  if (sign !== '、' && sign !== '，') return false;
  if (one.value.length !== 1 || Number(other.value) !== Number(one.value) + 1) return false;
  const listed =
    /(?:[・0-9０-９]|[0-9０-９〇一二三四五六七八九十][、，])$/u.test(
      text.slice(Math.max(0, start - 2), start),
    ) || /^[、，・]/u.test(text.charAt(other.end));
  return !listed && counterAt(text, other.end) !== null;
}

/** Whether the number from `start` on is the second of such a pair, outside a date: 2、3日. */
export function endsPair(text: string, start: number, { value }: WrittenNumber): boolean {
  if (value.length !== 1 || start === 0 || !'、，〜～~'.includes(text.charAt(start - 1))) return false;
  const before = text.charAt(start - 2);
  const kanji = '〇一二三四五六七八九'.indexOf(before);
  const one = kanji >= 0 ? kanji : before.charCodeAt(0) - 0xff10;
  return one + 1 === Number(value) && !/[月日0-9０-９、，・]/u.test(text.charAt(start - 3));
}
