/** Second parts of compounds: voiced, or read otherwise than the word by itself. */
import type { Piece } from '../pieces.ts';
import { alike, type ContextRule } from './context-rule.ts';
import {
  fits,
  isAction,
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
  /(?:収容|造船|診療|療養|停留|案内|紹介|避難|洗面|脱衣|休憩|給油|保健|授産|研究|製造|印刷|養成|訓練|教習|試験|検問|観測|測候|発着|投票|喫煙|相談|更生|出張|直売|販売|取次|待機|撮影|取扱|集会|受付|展望|給水|配給|交換|両替|宿泊|学問)$/u;

/** Things that are named by their colour with いろ, not しょく. */
const NATIVE_COLOUR =
  /(?:茶|灰|空|水|桃|黄|肌|鼠|橙|虹|金|銀|若草|山吹|藍|紺|栗|飴|あめ|きつね|クリーム|オレンジ|ピンク|バラ)$/u;

const KINDS_OF_GOODS = '年代 時代 世話 縁起 季節 一流 洗濯 上方 舶来 到来 本場';

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
  ...alike(
    { 場: 'ば', 手: 'て', 物: 'もの' },
    'native behind a native word, which shows its okurigana: ごみ捨て場, 支え手, 調べ物',
    ({ piece, before }) =>
      piece.posDetail.startsWith('接尾') &&
      fits(before, /[\u3400-\u9fff][ぁ-ん]{1,2}$/u) &&
      (before?.pos === '名詞' || before?.form === '連用形'),
  ),
  {
    surface: '道',
    reading: 'みち',
    why: 'a way, behind a native word: 砂利道, いばら道; どう in the names of roads and arts (県道, 武士道)',
    when: ({ before }) =>
      isOneOf(before, '砂利 けもの 獣 いばら 茨 あぜ 田舎 帰り 一本 登り 下り 散歩 裏 脇 抜け'),
  },
  {
    surface: '物',
    reading: 'ぶつ',
    why: 'behind a word of two kanji: 危険物, 提出物; もの where it says what kind of thing a native word means (年代物)',
    when: (context) =>
      isPlainNoun(context.before) &&
      fits(context.before, /^[\u3400-\u9fff]{2,}$/u) &&
      !isOneOf(context.before, KINDS_OF_GOODS),
  },
  {
    surface: '物',
    reading: 'もの',
    why: 'goods of a kind, an age or a place: 年代物, 縁起物',
    when: ({ before }) => isOneOf(before, KINDS_OF_GOODS),
  },
  {
    surface: '人',
    reading: 'にん',
    why: 'who does an act, above all one in law: 弁護人, 相続人, 補助人, 申立人; じん for a people, a trade or a place',
    when: ({ piece, before }) =>
      piece.posDetail.startsWith('接尾') &&
      ((isAction(before) && !isOneOf(before, '組織 報道 出版 放送 教育 生活 演出 企業 旅行')) ||
        isOneOf(before, '名義 公証 申立 届出 引受 受取 差出 名宛 立会 立ち会い 世話 苦労 請負 料理')),
  },
  {
    surface: '口',
    reading: 'ぐち',
    why: 'an entrance or an exit: 中央口, 正面口, 相談口',
    when: ({ piece, before }) => piece.posDetail.startsWith('接尾') && isPlainNoun(before),
  },
  {
    surface: '度',
    reading: 'ど',
    why: 'how much of it: 重要度, 理解度; たび is a time that something happens (この度, 会う度に)',
    when: ({ before }) => isPlainNoun(before),
  },
  {
    surface: '頃',
    reading: 'ごろ',
    why: 'about then, behind a time: 五月頃, 昼頃, いつ頃; ころ behind a description (若い頃)',
    when: ({ before }) => before?.number !== undefined || isNoun(before),
  },
  {
    surface: '位',
    reading: 'くらい',
    why: 'about so much: どれ位, 三割位, 十人位; a rank is い (一位, 上位)',
    when: ({ before }) =>
      isOneOf(before, 'どれ これ それ あれ どの この その あの') ||
      (before?.number !== undefined &&
        fits(before, /(?:割|人|日|時間|分|年|円|回|個|名|か月|歳|度|メートル|キロ)$/u)) ||
      isOneOf(before, '割 人 日 時間 分 年 円 回 個 名 歳'),
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
