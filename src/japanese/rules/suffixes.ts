/** Second parts of compounds: voiced, or read otherwise than the word by itself. */
import type { Piece } from '../pieces.ts';
import type { ContextRule } from './context-rule.ts';
import {
  isAdjective,
  isEdge,
  isForeignName,
  isNoun,
  isOneOf,
  isParticle,
  isPlainNoun,
  modifies,
} from './tests.ts';

/** Places of the public that are said 〜じょ; 〜しょ otherwise (役所, 裁判所, 事務所 are words of the dictionary). */
const VOICED_PLACE =
  /(?:収容|造船|診療|療養|停留|託児|案内|紹介|避難|洗面|脱衣|休憩|給油|保健|授産|研究|製造|印刷|養成|訓練|教習|試験|検問|観測|測候|発着|投票|喫煙|相談|更生)$/u;

/** Things that are named by their colour with いろ, not しょく. */
const NATIVE_COLOUR =
  /(?:茶|灰|空|水|桃|黄|肌|鼠|橙|虹|金|銀|若草|山吹|藍|紺|栗|飴|あめ|きつね|クリーム|オレンジ|ピンク|バラ)$/u;

export const SUFFIX_RULES: readonly ContextRule[] = [
  {
    surface: '山',
    reading: 'さん',
    why: 'a mountain with a foreign name: キリマンジャロ山',
    when: ({ before }) => isForeignName(before),
  },
  {
    surface: '港',
    reading: 'こう',
    why: 'a port with a foreign name: ナホトカ港',
    when: ({ before }) => isForeignName(before),
  },
  {
    surface: '分',
    reading: 'ぶん',
    why: 'a measure after a clause: 頑張った分, 待っている分; the verb would be written 分け',
    when: ({ piece }) => piece.pos === '動詞',
  },
  {
    surface: '会社',
    reading: 'がいしゃ',
    why: 'voiced as the second part: 旅行会社, 株式会社, 関連会社',
    when: ({ before }) => isPlainNoun(before) && !isOneOf(before, '同 当 本 各 両'),
  },
  {
    surface: '不足',
    reading: 'ぶそく',
    why: 'voiced as the second part: 人手不足, 運動不足',
    when: ({ before }) => isNoun(before) && !isOneOf(before, '過'),
  },
  {
    surface: '所',
    reading: 'じょ',
    why: 'voiced in these: 収容所, 診療所, 避難所',
    when: ({ before }) => VOICED_PLACE.test(before?.surface ?? ''),
  },
  {
    surface: '所',
    reading: 'ところ',
    why: 'the word by itself: 近い所から, 住む所',
    when: ({ before }) => modifies(before) || isAdjective(before) || isOneOf(before, 'の その この'),
  },
  {
    surface: '色',
    reading: 'いろ',
    why: 'a colour named after a thing: 茶色, 空色, 灰色',
    when: ({ before }) => NATIVE_COLOUR.test(before?.surface ?? ''),
  },
  {
    surface: '色',
    reading: 'いろ',
    why: 'the word by itself: 色を選ぶ, 好きな色',
    when: ({ before, after }) =>
      (isEdge(before) || isParticle(before) || modifies(before)) && isParticle(after),
  },
  {
    surface: '町',
    reading: 'ちょう',
    why: 'a part of a city: 市 or ward, name, 町 (中央区東町); a town of a county is まち as often',
    when: ({ piece, at }) =>
      piece.posDetail.startsWith('接尾') &&
      (isOneOf(at(-2), '市 区') || /[市区]$/u.test(at(-2)?.surface ?? '')),
  },
  {
    surface: '湖',
    reading: 'こ',
    why: 'a kind or a name of lake: 人造湖, 自然湖',
    when: ({ before }) => isPlainNoun(before),
  },
  {
    surface: '語',
    reading: 'ご',
    why: 'a word: この語は, 当たる語として; かたり only in names',
    when: () => true,
  },
  {
    surface: '大',
    reading: 'おお',
    why: 'before a native word, which shows its okurigana: 大喜び, 大受け, 大騒ぎ',
    when: ({ piece, after }) =>
      piece.pos === '接頭詞' &&
      /^[\u4e00-\u9fff]+[ぁ-ん]/u.test(after?.surface ?? '') &&
      !isOneOf(after, '好き 嫌い'),
  },
  {
    surface: '下',
    reading: 'もと',
    why: 'under what guides or governs: 指導の下, 理念の下に, 連携の下で',
    when: ({ before, at }) =>
      isOneOf(before, 'の') &&
      /(?:指導|理念|協力|連携|方針|支援|助言|監督|管理|指揮|責任|名|条件|原則|合意|法|法律|制度|計画|体制|目標|支配|保護|庇護|契約|認識|了解|同意)$/u.test(
        at(-2)?.surface ?? '',
      ),
  },
  {
    surface: '下',
    reading: 'した',
    why: 'below a thing: 机の下, 橋の下',
    when: ({ before }) => isOneOf(before, 'の'),
  },
  {
    surface: '下',
    reading: 'か',
    why: 'in such a state: 災害下, コロナ禍の緊急事態宣言下',
    when: ({ before, after }) => isPlainNoun(before) && isParticle(after),
  },
  {
    surface: '上',
    reading: 'うえ',
    why: 'above, besides or after, behind の or a clause: 机の上, 相談した上で',
    when: ({ before }) => isOneOf(before, 'の その この') || modifies(before),
  },
  {
    surface: '上',
    reading: 'じょう',
    why: 'in respect of: 法律上, 計画上, 歴史上',
    when: ({ piece, before }) => isPlainNoun(before) && piece.posDetail.startsWith('接尾'),
  },
  {
    surface: 'ヶ',
    reading: 'が',
    why: 'between the parts of a place name: 百合ヶ丘, 関ヶ原; before a counter it is か, which the number rule knows',
    when: ({ before, after }) => isKanjiWord(before) && isKanjiWord(after),
  },
  {
    surface: 'ケ',
    reading: 'が',
    why: 'the same sign written large: 梶ケ谷',
    when: ({ before, after }) => isKanjiWord(before) && isKanjiWord(after) && before?.posDetail !== '数',
  },
  ...(
    [
      ['丘', 'おか'],
      ['谷', 'や'],
      ['崎', 'さき'],
      ['原', 'はら'],
      ['浜', 'はま'],
      ['岳', 'たけ'],
      ['峰', 'みね'],
      ['沢', 'さわ'],
      ['台', 'だい'],
      ['森', 'もり'],
    ] as const
  ).map(
    ([surface, reading]): ContextRule => ({
      surface,
      reading,
      why: 'the native word ends a place name behind が: 自由が丘, 関ヶ原',
      when: ({ before }) => isOneOf(before, 'ヶ ケ が'),
    }),
  ),
];

function isKanjiWord(piece: Piece | null): boolean {
  return piece !== null && /^[\u3400-\u9fff々]+$/u.test(piece.surface) && piece.number === undefined;
}
