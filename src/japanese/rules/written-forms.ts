/**
 * Numbers that are written in a form of their own: dates, times of day, fractions, eras by their letter, telephone
 * numbers. The patterns are sticky and know both half-width and full-width signs, so that the readings and the voice
 * share them.
 */

const D = '[0-9０-９]';
const SLASH = '[/／]';
const DOT = '[.．]';
const HYPHEN = '[-－‐‑–−]';
const NOT_NUMBER_BEFORE = '(?<![0-9０-９/／.．:：－-])';
const NOT_NUMBER_AFTER = '(?![0-9０-９/／]|[.．:：－-][0-9０-９])';
const WEEKDAY = '[(（][月火水木金土日]';

/** 2021/4/1, 2021.4.1, 2021-04-01: year, the sign, month, day. */
export const FULL_DATE = new RegExp(
  `${NOT_NUMBER_BEFORE}((?:[1１][89８９]|[2２][0０])${D}{2})(${SLASH}|${DOT}|${HYPHEN})(${D}{1,2})\\2(${D}{1,2})${NOT_NUMBER_AFTER}`,
  'uy',
);

/** 4/1（木）, 12/29〜1/3: month and day, where a weekday or the other end of a range tells that they are. */
export const MONTH_DAY = new RegExp(
  `${NOT_NUMBER_BEFORE}(${D}{1,2})${SLASH}(${D}{1,2})(?:(?=${WEEKDAY}[)）・･,、]|[〜～~]${D}{1,2}${SLASH}${D}{1,2}(?![0-9０-９/／]))|(?<=[0-9０-９]${SLASH}${D}{1,2}[〜～~]${D}{1,2}${SLASH}${D}{1,2})(?![0-9０-９/／]))`,
  'uy',
);

/** R3.4.1, H30.4: behind the letter of an era. Year, month, day if there is one. */
export const ERA_DATE = new RegExp(
  `(?<=[MTSHRＭＴＳＨＲ])(${D}{1,2})${DOT}(${D}{1,2})(?:${DOT}(${D}{1,2}))?${NOT_NUMBER_AFTER}`,
  'uy',
);

/** 10:30: hour and minute. */
export const CLOCK = new RegExp(
  `(?<![0-9０-９:：])([01０１]?${D}|[2２][0-4０-４])[:：]([0-5０-５]${D})(?![0-9０-９:：])`,
  'uy',
);

/** 1/2, 2/3: parts of a whole, the smaller above. */
export const FRACTION = new RegExp(
  `${NOT_NUMBER_BEFORE}([1-9１-９])${SLASH}([2-9２-９]|[1１][0０]|[1１][0０][0０])${NOT_NUMBER_AFTER}(?![月日(（])`,
  'uy',
);

/** The letter of an era with its year behind it: H30, R3年. */
export const ERA_LETTER = new RegExp(
  `(?<![A-Za-zＡ-Ｚａ-ｚ0-9０-９])([MTSHRＭＴＳＨＲ])(?=(${D}{1,2})(${DOT}${D}{1,2}${DOT}|年)?(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ-]|－))`,
  'uy',
);

/** 〒211-0053, 2110053: the two groups, the second perhaps without a hyphen. */
export const POSTCODE = new RegExp(`(?<=〒[ 　]?)(${D}{3})${HYPHEN}?(${D}{4})(?![0-9０-９])`, 'uy');

/** 044-739-8711, 044(739)8711, 044(739)-8711, 0120-123-456, (044)739-8711 from its first digit on. */
export const TELEPHONE = new RegExp(
  `(?<![0-9０-９]|[0-9０-９]${HYPHEN})([0０]${D}{1,4})[)）]?(?:${HYPHEN}|[(（ 　])?(${D}{1,4})(?:[)）]?${HYPHEN}|[)）])(${D}{3,4})(?![0-9０-９]|${HYPHEN}[0-9０-９])`,
  'uy',
);

/** 739-8711, 内線 1234 behind the word that says so. */
export const LOCAL_TELEPHONE = new RegExp(
  `(?<=(?:電話|ＴＥＬ|TEL|Tel|℡|☎|FAX|ＦＡＸ|Fax|ファクス|ファックス|内線)[^0-9０-９、。]{0,6})(${D}{2,4})(?:${HYPHEN}(${D}{4}))?(?![0-9０-９年月日時分人件回台円番])`,
  'uy',
);

export interface Era {
  /** As it is written in kanji. */
  readonly name: string;
  readonly reading: string;
  /** The highest year that the letter alone can mean. */
  readonly last: number;
}

export const ERAS: Readonly<Record<string, Era>> = {
  M: { name: '明治', reading: 'めいじ', last: 45 },
  T: { name: '大正', reading: 'たいしょう', last: 15 },
  S: { name: '昭和', reading: 'しょうわ', last: 64 },
  H: { name: '平成', reading: 'へいせい', last: 31 },
  R: { name: '令和', reading: 'れいわ', last: 30 },
};

/** The era of a match of `ERA_LETTER`, or `null`: H30 is one, H2 a rocket's name only with more letters; S3 needs 年. */
export function eraOf([, letter = '', year = '', sure = '']: RegExpExecArray): Era | null {
  const era = ERAS[ascii(letter)];
  const number = Number(ascii(year));
  if (era === undefined || number < 1 || number > era.last) return null;
  const common = letter === 'H' || letter === 'R' || letter === 'Ｈ' || letter === 'Ｒ';
  return common || sure !== '' ? era : null;
}

/** Full-width digits and letters as ASCII. */
export function ascii(text: string): string {
  return text.replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** True where the numbers can be a month and a day. */
export function isDate(month: string, day: string): boolean {
  const [m, d] = [Number(ascii(month)), Number(ascii(day))];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

export function isFraction(part: string, whole: string): boolean {
  return Number(ascii(part)) < Number(ascii(whole));
}

/** Whether a telephone number has as many digits as one has in Japan. */
export function isTelephone(groups: readonly string[]): boolean {
  const length = groups.join('').length;
  return length === 10 || length === 11;
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
