/** Days of the month and counts of days, which have readings of their own up to the tenth and on three others. */

const DAYS: Readonly<Record<string, string>> = {
  '2': 'ふつか',
  '3': 'みっか',
  '4': 'よっか',
  '5': 'いつか',
  '6': 'むいか',
  '7': 'なのか',
  '8': 'ようか',
  '9': 'ここのか',
  '10': 'とおか',
  '14': 'じゅうよっか',
  '20': 'はつか',
  '24': 'にじゅうよっか',
};

/** The counters that begin with 日 in its meaning of a day, with what follows the day's reading. */
const AFTER_DAY: readonly (readonly [counter: string, tail: string])[] = [
  ['日間', 'かん'],
  ['日目', 'め'],
  ['日', ''],
];

export interface DayReading {
  /** The counter's text: 日, 日間 or 日目. */
  readonly counter: string;
  /** Number and counter together. */
  readonly whole: string;
}

/**
 * The reading of a number of days, or `null` where it is regular or no day follows. The first is ついたち as a date and
 * いちにち as a span of time, for which there is no entry.
 */
export function readDay(value: string, text: string, start: number, at: number): DayReading | null {
  if (text[at] !== '日') return null;
  const [counter, tail] = AFTER_DAY.find(([candidate]) => text.startsWith(candidate, at)) ?? ['日', ''];
  if (value === '1') {
    return counter === '日' && isFirstOfMonth(text, start, at + 1) ? { counter, whole: 'ついたち' } : null;
  }
  const day = DAYS[value];
  return day === undefined || startsJapan(text, at) ? null : { counter, whole: day + tail };
}

/** How a day of the month is said: 1 ついたち, 17 じゅうしちにち; `null` beyond those with a name of their own. */
export function dayOfMonth(value: number): string | null {
  return value === 1 ? 'ついたち' : (DAYS[String(value)] ?? null);
}

/** What tells a date from a span of time behind it. */
const DATED =
  /^(?:（[月火水木金土日祝]|[月火水木金土日]曜|付|現在|号|必着|締切|締め切り|〆切|未明|早朝|朝|夕|夜|深夜|正午|午前|午後|告示|公示|施行|発行|公布|開幕|開業|時点)/u;
/** 1日・15日, 1日と15日, 1日から20日まで: the days that follow are those of a month. */
const LISTED =
  /^(?:・[０-９一二三]|[、，とや及～〜－](?:び)?(?:[５-９]|[１-３][０-９]|十|二十)[^年月時回]{0,2}日(?!間)|から(?:[５-９]|[１-３][０-９])日[^間]?(?:ま|（))/u;
/** Newspapers say of the day only its number: 市は1日、… と発表した. */
const NEWS = /は$/u;

/** Whether 1日, which stands from `start` to `end`, is the first day of a month. */
export function isFirstOfMonth(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  if (/月[　 ]?$/u.test(before) && !/[かカヵヶケ箇]月$/u.test(before)) return true;
  const after = text.slice(end, end + 8);
  return DATED.test(after) || LISTED.test(after) || (NEWS.test(before) && after.startsWith('、'));
}

/** 3日本 is no day. */
function startsJapan(text: string, at: number): boolean {
  return text.startsWith('日本', at);
}
