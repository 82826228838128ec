/**
 * What is written for the eye, in words for the ear. The first rule that matches at a place wins; each begins at a
 * character that is neither kana nor kanji, and is matched against text whose full-width ASCII has been folded.
 */
import { spellAddress, spellDigits, spellLetters } from './spelling.ts';
import { UNITS } from './units.ts';

export interface SpeechRule {
  /** Sticky: matched at one place. May look behind. */
  readonly pattern: RegExp;
  /** The words, or `null` where the match turns out to be something else. */
  say(match: RegExpExecArray): string | null;
}

/** The signs of a range: the tildes and the dashes. */
const TILDE = '[〜～~]';
const DASH = '[-–—−‐‑]';
const YEAR_UNIT = '年度|年';

const unitPattern = Object.keys(UNITS)
  .sort((one, other) => other.length - one.length)
  .map((unit) => unit.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
  .join('|');

const ERA_LETTERS: Readonly<Record<string, string>> = {
  M: '明治',
  T: '大正',
  S: '昭和',
  H: '平成',
  R: '令和',
};

const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const ROMAN_UPPER = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const ROMAN_LOWER = 'ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ';

/** A marker at the start of its line is followed by a short pause. */
function marker(words: string, match: RegExpExecArray): string {
  return /(?:^|[\n「『])\s*$/u.test(match.input.slice(Math.max(0, match.index - 8), match.index))
    ? `${words}、`
    : words;
}

function roman(match: RegExpExecArray): string {
  const upper = ROMAN_UPPER.indexOf(match[1] ?? '');
  const number = String((upper >= 0 ? upper : ROMAN_LOWER.indexOf(match[1] ?? '')) + 1);
  return (match[2] ?? '') === '' ? marker(number, match) : marker(number, match).replace(/、?$/u, '、');
}

function date([, year, , month = '', day = '']: RegExpExecArray): string | null {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** How far behind its opening tilde a subtitle is looked for to end. */
const LONGEST_SUBTITLE = 80;

/**
 * Between two words: から in 東京〜大阪 and 月〜金; a pause where it opens a subtitle, which a second tilde closes
 * (ふるさとづくり〜川崎らしいまち〜) or hiragana comes before.
 */
function tilde({ input, index }: RegExpExecArray): string {
  if (/[ぁ-ん]/u.test(input.charAt(index - 1))) return '、';
  const behind = input.slice(index + 1, index + 1 + LONGEST_SUBTITLE);
  return /^[^〜～~]*(?:[ぁ-ん][〜～~]|[〜～~](?=$|[\s\p{P}]))/u.test(behind) ? '、' : 'から';
}

export const SPEECH_RULES: readonly SpeechRule[] = [
  // Addresses
  {
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/uy,
    say: ([address]) => spellAddress(address),
  },
  {
    pattern: /(?:https?:\/\/|(?=www\.))([A-Za-z0-9.-]{3,253}(?:\/[A-Za-z0-9._~:/?#@!$&+=%-]{0,500})?)/uy,
    say: ([, address = '']) => spellAddress(address.replace(/[/.]+$/u, '')),
  },
  {
    pattern: /〒\s?(\d{3})-?(\d{4})(?!\d)/uy,
    say: ([, one = '', two = '']) => `郵便番号、${spellDigits(one)}の${spellDigits(two)}、`,
  },
  {
    pattern: /(?<![\d-])\(?(0\d{1,4})[-()]{1,2}(\d{1,4})[-)](\d{3,4})(?![\d-])/uy,
    say: ([, area = '', exchange = '', number = '']) =>
      `${spellDigits(area)}の、${spellDigits(exchange)}の、${spellDigits(number)}`,
  },
  { pattern: /(?<![A-Za-z])(?:TEL|Tel|℡)[.:：]?\s?(?=[\d(（])/uy, say: () => '電話、' },
  { pattern: /(?<![A-Za-z])(?:FAX|Fax)[.:：]?\s?(?=[\d(（])/uy, say: () => 'ファックス、' },
  // Dates and times
  {
    pattern: /(?<![\d/.-])((?:19|20)\d{2})([/.-])(\d{1,2})\2(\d{1,2})(?![\d/.-])/uy,
    say: date,
  },
  {
    pattern: /(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])/uy,
    say: ([, hour = '', minute = '']) => `${Number(hour)}時${minute === '00' ? '' : `${Number(minute)}分`}`,
  },
  {
    pattern: /(?<![A-Za-z0-9])([MTSHR])(\d{1,2})(?=年|\.\d{1,2}\.\d)/uy,
    say: ([, letter = '', year = '']) => `${ERA_LETTERS[letter] ?? letter}${year}`,
  },
  // Pages and numbers of things
  {
    pattern: new RegExp(
      `(?<![A-Za-z])[Pp]{1,2}\\.?\\s?(\\d+)\\s?(?:${TILDE}|${DASH})\\s?(?:[Pp]{1,2}\\.?\\s?)?(\\d+)`,
      'uy',
    ),
    say: ([, from, to]) => `${from}ページから${to}ページ`,
  },
  { pattern: /(?<![A-Za-z])[Pp]{1,2}\.?\s?(\d+)(?![A-Za-z\d])/uy, say: ([, page]) => `${page}ページ` },
  { pattern: /(?<![A-Za-z])(?:No\.?|NO\.|№)\s?(?=\d)/uy, say: () => 'ナンバー' },
  // Ranges: the sign alone, so that the readings on either side stay
  {
    pattern: new RegExp(
      `(?<=\\d)\\s?(?:${TILDE}|${DASH})\\s?(?=(?:明治|大正|昭和|平成|令和)?(?:\\d+|元)(${YEAR_UNIT}))`,
      'uy',
    ),
    say: ([, unit]) => `${unit}から`,
  },
  {
    pattern: new RegExp(`(?<=(?:^|\\D)(?:19|20)\\d{2})${DASH}(?=(?:19|20)\\d{2}(?!\\d))`, 'uy'),
    say: () => 'から',
  },
  {
    pattern: new RegExp(`(?<=(?:${YEAR_UNIT}|月|日))\\s?${DASH}\\s?(?=(?:平成|令和|昭和)?\\d)`, 'uy'),
    say: () => 'から',
  },
  {
    pattern: new RegExp(`(?<=\\d[^\\s\\d]{0,4})\\s?${TILDE}\\s?(?=[^\\s\\d]{0,3}\\d)`, 'uy'),
    say: () => 'から',
  },
  { pattern: /(?<=\d)-(?=\d{1,8}(?:-\d{1,8}){0,6}(?![\d年月日]))/uy, say: () => 'の' },
  { pattern: new RegExp(`(?<=[^\\s\\p{P}])${TILDE}(?=[^\\s\\p{P}])`, 'uy'), say: tilde },
  { pattern: new RegExp(`${TILDE}`, 'uy'), say: () => '' },
  // Numbers and measures
  {
    pattern: /(?<!\d)(?<!\d[,.])[¥￥]\s?(\d[\d,]*)/uy,
    say: ([, amount = '']) => `${amount.replaceAll(',', '')}円`,
  },
  { pattern: /\$\s?(\d[\d,.]*)/uy, say: ([, amount = '']) => `${amount.replaceAll(',', '')}ドル` },
  {
    pattern: new RegExp(`(?<=\\d)\\s?(${unitPattern})(?![A-Za-z])`, 'uy'),
    say: ([, unit = '']) => UNITS[unit] ?? null,
  },
  { pattern: /(?<=\d),(?=\d{3}(?!\d))/uy, say: () => '' },
  { pattern: /(?<![\d/])([123])\/([2345])(?![\d/])/uy, say: ([, part, whole]) => `${whole}分の${part}` },
  { pattern: /[²³]/uy, say: ([power]) => (power === '²' ? '2乗' : '3乗') },
  // Markers
  { pattern: /[⓪①-⑳]/uy, say: (match) => marker(`まる${CIRCLED.indexOf(match[0])}`, match) },
  { pattern: /([Ⅰ-Ⅻⅰ-ⅻ])([.．、]?)/uy, say: roman },
  { pattern: /\((\d{1,2})\)\s?/uy, say: ([, number]) => `かっこ${number}、` },
  { pattern: /(?<=(?:^|[\n「『])\s{0,4})(\d{1,2})\)\s?/uy, say: ([, number]) => `${number}、` },
  { pattern: /[■□◆◇●○◎▲△▼▽★☆※►▶▪▫◦‣•⁃✓✔☑☐▢↓↑⇒➡➔☞]+\s?/uy, say: () => '' },
  { pattern: /→/uy, say: () => '、' },
  { pattern: /(?<=[^\s\p{P}])[-–—―─]{2,}(?=[^\s\p{P}])/uy, say: () => '、' },
  { pattern: /[–—―─]+/uy, say: () => '、' },
  // Abbreviations that voices spell or stumble over
  // Where the sentence is about how the letters are read, the letters are what is meant.
  { pattern: /(?<![A-Za-z])DAISY(?=は、?「デイジー」)/uy, say: ([letters]) => spellLetters(letters) },
  { pattern: /(?<![A-Za-z])DAISY(?![A-Za-z])/uy, say: () => 'デイジー' },
  { pattern: /(?<![A-Za-z])EPUB(?![A-Za-z])/uy, say: () => 'イーパブ' },
  { pattern: /(?<![A-Za-z])PDF(?![A-Za-z])/uy, say: () => 'ピーディーエフ' },
  { pattern: /(?<![A-Za-z])FAX(?![A-Za-z])/uy, say: () => 'ファックス' },
  { pattern: /(?<=[A-Za-z])&(?=[A-Za-z])/uy, say: () => 'アンド' },
  { pattern: /(?<=[^\s:])\/(?=[^\s/])/uy, say: () => '、' },
  { pattern: /[[\]<>|{}*_^`\\]/uy, say: () => ' ' },
];
