/** Words that are read in a way of their own beside a number. */
import type { Piece } from '../pieces.ts';

/** Behind the number's counter: the last character of the counter must be one of these, where any are given. */
interface Behind {
  readonly surface: string;
  readonly reading: string;
  readonly counters?: string;
}

const BEHIND: readonly Behind[] = [
  { surface: '目', reading: 'め' },
  { surface: '暮らし', reading: 'ぐらし', counters: '人' },
  { surface: '暮し', reading: 'ぐらし', counters: '人' },
  { surface: '連れ', reading: 'づれ', counters: '人' },
  { surface: '掛け', reading: 'がけ', counters: '人' },
  { surface: '分', reading: 'ぶん' },
  { surface: '半', reading: 'はん' },
  { surface: '強', reading: 'きょう' },
  { surface: '弱', reading: 'じゃく' },
  { surface: '超', reading: 'ちょう' },
  { surface: '増', reading: 'ぞう' },
  { surface: '減', reading: 'げん' },
  { surface: '余', reading: 'よ' },
  { surface: '頃', reading: 'ごろ' },
  { surface: '毎', reading: 'ごと' },
  { surface: '台', reading: 'だい' },
  { surface: '下', reading: 'げ', counters: '位' },
  { surface: '内', reading: 'ない' },
  { surface: '版', reading: 'ばん', counters: '年月日訂' },
  { surface: '制', reading: 'せい' },
  { surface: '玉', reading: 'だま', counters: '円' },
  { surface: '札', reading: 'さつ', counters: '円' },
  { surface: '着', reading: 'ちゃく', counters: '時分' },
  { surface: '発', reading: 'はつ', counters: '時分' },
  { surface: '末', reading: 'まつ', counters: '年月' },
  { surface: '付', reading: 'づけ', counters: '日' },
  { surface: '付け', reading: 'づけ', counters: '日' },
  { surface: '越し', reading: 'ごし', counters: '年月日' },
  { surface: '払い', reading: 'ばらい', counters: '回' },
  { surface: '引き', reading: 'びき', counters: '割％円' },
  { surface: '超え', reading: 'ごえ' },
  { surface: '越え', reading: 'ごえ' },
];

const BEHIND_BY_SURFACE = new Map(BEHIND.map((row) => [row.surface, row]));

/** What a verb's stem goes on with. */
const INFLECTION = 'てたまなるれよらろそずつ';

/**
 * The reading of the word behind a number, or `null` where nothing is known against the dictionary's. `after` is the
 * character behind the word.
 */
export function readingBehind(number: Piece, word: Piece, after: string): string | null {
  const row = BEHIND_BY_SURFACE.get(word.surface);
  // 3人連れ is a noun, 3人連れて and 3人連れた are not.
  if (row === undefined || (word.pos === '動詞' && INFLECTION.includes(after || '。'))) return null;
  const last = number.surface.charAt(number.surface.length - 1);
  return row.counters === undefined || row.counters.includes(last) ? row.reading : null;
}

/** 中2 and 高3 are years of school: a number without a counter. */
const FIGURES = '１２３４５６';

/** Before a number, by the last character of its counter. */
const BEFORE: Readonly<Record<string, { readonly reading: string; readonly counters?: string }>> = {
  年: { reading: 'ねん', counters: '回度日件人円％間名本台か所割冊校' },
  小: { reading: 'しょう', counters: FIGURES },
  中: { reading: 'ちゅう', counters: FIGURES },
  高: { reading: 'こう', counters: FIGURES },
  計: { reading: 'けい' },
  満: { reading: 'まん', counters: '歳年才' },
  築: { reading: 'ちく', counters: '年' },
  従: { reading: 'じゅ', counters: '位' },
  正: { reading: 'しょう', counters: '位' },
  他: { reading: 'ほか' },
  外: { reading: 'ほか', counters: '名人件社' },
  総: { reading: 'そう' },
  夜: { reading: 'よる', counters: '時分' },
  朝: { reading: 'あさ', counters: '時分' },
  昼: { reading: 'ひる', counters: '時分' },
};

/** The reading of the word before a number, or `null`. A number before it makes it something else: 3年2組. */
export function readingBefore(word: Piece, number: Piece): string | null {
  const row = BEFORE[word.surface];
  if (row === undefined || word.number !== undefined) return null;
  const last = number.surface.charAt(number.surface.length - 1);
  return row.counters === undefined || row.counters.includes(last) ? row.reading : null;
}
