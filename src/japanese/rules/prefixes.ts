/** 御, which is お before native words and a few others, and ご before the rest; 大, 元, 生 and 初 before nouns. */
import type { ContextRule } from './context-rule.ts';
import { fits, isOneOf, isPlainNoun } from './tests.ts';

/** Sino-Japanese words of daily life that take お all the same. */
const TAKES_O =
  /^(?:電話|世話|時間|食事|料理|弁当|天気|元気|掃除|勉強|約束|化粧|洗濯|茶|菓子|歳暮|中元|宅|礼|客|盆|膳|産|葬式|布施|札|守|車|金|名前|部屋|店|宮|手|口|体|身体|酒|米|餅|花|彼岸|正月|年玉|土産|値段|給料|作法|行儀|利口|上手|達者|粗末|大事|医者|坊さん|姫様|砂糖|醤油|味噌|豆腐|祭|墓|香典|宅|客様|得|役|役目|互い|詫び|祝い)$/u;

/** Sino-Japanese readings have a shape of their own: at most two sounds, the second one of these. */
const SINO_JAPANESE = /^[ぁ-ん][ゃゅょ]?[いうんくきつち]?$/u;

export const PREFIX_RULES: readonly ContextRule[] = [
  {
    surface: '御',
    reading: 'お',
    why: 'before a native word, which shows its okurigana, and before words of daily life: 御願い, 御申込み, 御電話',
    when: ({ after }) => fits(after, /^[\u3400-\u9fff々]{1,3}[ぁ-ん]/u) || fits(after, TAKES_O),
  },
  {
    surface: '御礼',
    reading: 'おんれい',
    why: 'in the set phrase of letters: 厚く御礼申し上げます',
    when: ({ after }) => fits(after, /^申/u),
  },
  {
    surface: '大',
    reading: 'おお',
    why: 'before a native word, which shows its okurigana: 大喜び, 大受け, 大騒ぎ',
    when: ({ piece, after }) =>
      piece.pos === '接頭詞' && fits(after, /^[\u4e00-\u9fff]+[ぁ-ん]/u) && !isOneOf(after, '好き 嫌い'),
  },
  {
    surface: '大',
    reading: 'おお',
    why: 'before one kanji that is read as a native word: 大坂, 大皿',
    when: ({ piece, after }) =>
      piece.pos === '接頭詞' && after?.surface.length === 1 && !SINO_JAPANESE.test(after.reading ?? 'い'),
  },
  {
    surface: '大',
    reading: 'だい',
    why: 'before other nouns: 大聖堂, 大事業; たい only in words that the dictionary has whole (大使, 大陸)',
    when: ({ piece, after }) => piece.pos === '接頭詞' && piece.reading === 'たい' && isPlainNoun(after),
  },
  {
    surface: '元',
    reading: 'がん',
    why: 'the first year of an era: 元年度',
    when: ({ after }) => fits(after, /^年度?$/u),
  },
  {
    surface: '他',
    reading: 'ほか',
    why: 'and others besides, after a noun and before their number: 会長他五名',
    when: ({ before, after }) => isPlainNoun(before) && after?.number !== undefined,
  },
];
