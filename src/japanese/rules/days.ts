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
const AFTER_DAY: Readonly<Record<string, string>> = { 日間: 'かん', 日目: 'め', 日: '' };

export interface DayReading {
  /** The counter's text: 日, 日間 or 日目. */
  readonly counter: string;
  /** Number and counter together where they are irregular; otherwise `null`, and the counter is read `regular`. */
  readonly whole: string | null;
  readonly regular: string;
}

/**
 * The reading of a number of days, or `null` where no day follows. The first is ついたち as a date, after 月, and
 * いちにち as a span of time.
 */
export function readDay(digits: string, text: string, at: number, afterMonth: boolean): DayReading | null {
  const counter = Object.keys(AFTER_DAY).find((candidate) => text.startsWith(candidate, at));
  if (counter === undefined) return null;
  const tail = AFTER_DAY[counter] ?? '';
  const regular = `にち${tail}`;
  if (digits === '1') return { counter, whole: afterMonth && counter === '日' ? 'ついたち' : null, regular };
  const day = DAYS[digits];
  return { counter, whole: day === undefined ? null : day + tail, regular };
}
