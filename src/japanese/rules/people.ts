/** Persons and houses: 方, 家, 公, 人. */
import type { ContextRule } from './context-rule.ts';
import {
  isAdjective,
  isAdnominal,
  isEdge,
  isForeignName,
  isOneOf,
  isParticle,
  isProperName,
  modifies,
} from './tests.ts';

/** Nouns that name persons; 〜の方 behind them is a person too, behind a place or a thing it is a direction. */
const PERSON =
  /(?:者|員|人|客|様|師|士|生|さん|ちゃん|君|手|家|層|家族|親子|夫婦|高齢|年寄り|障害|障がい|地元|地域|近所|近隣|担当|外国|国籍|男性|女性|若者|世代|市民|住民|県民|区民|町民|皆|みなさん|関係|スタッフ|ボランティア|ヘルパー|メンバー|リーダー|初心|初めて|はじめて|子育て中|在住|在勤|在学|希望|一般|当事|遺族|団体|会員|歳以上|以上|未満)$/u;

/** Adjectives that compare: 大きい方 is the larger of two. */
const COMPARING =
  '大きい 小さい 多い 少ない 早い 速い 遅い 高い 低い 安い 近い 遠い 長い 短い 強い 弱い 良い よい いい 軽い 重い';

export const PEOPLE_RULES: readonly ContextRule[] = [
  {
    surface: '方',
    reading: 'がた',
    why: 'the plural of respect: 先生方, 皆様方, 奥様方',
    when: ({ before }) =>
      isOneOf(before, '先生 あなた 貴方 皆様 皆さま みなさま 奥様 奥さま 親御 殿様 お母さん お父さん'),
  },
  {
    surface: '方',
    reading: 'がた',
    why: 'a part of a day: 夕方, 明け方, 暮れ方',
    when: ({ before }) => isOneOf(before, '夕 明け 暮れ'),
  },
  {
    surface: '方',
    reading: 'かた',
    why: 'a person pointed at, unless it is one side of a comparison: この方は, その方にも',
    when: ({ before, after }) =>
      isOneOf(before, 'この その あの どの') && isOneOf(after, 'は に も から と を へ の 々 たち'),
  },
  {
    surface: '方',
    reading: 'ほう',
    why: 'advice and comparison: 行った方がいい, 早い方が良い',
    when: ({ after, at }) =>
      isOneOf(after, 'が') && isAdjective(at(2)) && !isOneOf(at(2), '多い 少ない 多かっ 多く 少なく'),
  },
  {
    surface: '方',
    reading: 'ほう',
    why: 'the one that is more so: 大きい方を選ぶ',
    when: ({ before }) => isOneOf(before, COMPARING),
  },
  {
    surface: '方',
    reading: 'ほう',
    why: 'rather so than not: まばらな方である, 早起きの方だ',
    when: ({ after, at }) =>
      isOneOf(after, 'だ です') || (isOneOf(after, 'で') && isOneOf(at(2), 'ある あり あっ')),
  },
  {
    surface: '方',
    reading: 'かた',
    why: 'a person described by a clause: 障害のある方へ, 参加された方は, 好きな方には',
    when: ({ before, after }) =>
      modifies(before) &&
      (isOneOf(after, 'が は に へ も を の と や で から など なら 々 、 。 』 」') || after === null),
  },
  {
    surface: '方',
    reading: 'かた',
    why: 'a person of a group: スタッフの方, 地域の方々, 65歳以上の方',
    when: ({ before, after, at }) =>
      isOneOf(before, 'の') &&
      (isOneOf(after, '々') || PERSON.test(at(-2)?.surface ?? '') || isOneOf(at(-2), 'ため お')),
  },
  {
    surface: '家',
    reading: 'け',
    why: 'a house of that name: 徳川家, ハプスブルク家; an occupation otherwise (政治家)',
    when: ({ before }) =>
      isProperName(before) || isForeignName(before) || isOneOf(before, '将軍 天皇 宮 本 分 摂関 大名 旧'),
  },
  {
    surface: '家',
    reading: 'いえ',
    why: 'the word by itself is a home: 家に帰る, 家を出る',
    when: ({ before, after }) =>
      (isEdge(before) || isParticle(before) || modifies(before)) && isParticle(after),
  },
  {
    surface: '公',
    reading: 'こう',
    why: 'a title after a name: オーストリア公, マントヴァ公',
    when: ({ before }) => isProperName(before) || isForeignName(before),
  },
  {
    surface: '親',
    reading: 'おや',
    why: 'ひとり親家庭 is a family with one parent (おや), 親善 and the like are words of their own',
    when: ({ before }) => isOneOf(before, 'ひとり 一人 里 実 義 養い 片'),
  },
  {
    surface: '女',
    reading: 'おんな',
    why: 'the word by itself, before a particle or after a description: 女の人',
    when: ({ before, after }) =>
      isParticle(after) && (isEdge(before) || isParticle(before) || isAdnominal(before) || modifies(before)),
  },
  {
    surface: '男',
    reading: 'おとこ',
    why: 'the word by itself, before a particle: 男の人',
    when: ({ before, after }) =>
      isParticle(after) && (isEdge(before) || isParticle(before) || isAdnominal(before) || modifies(before)),
  },
  {
    surface: '人',
    reading: 'ひと',
    why: 'after a description or by itself, never as a counter: 困っている人, 人を思う',
    when: ({ before, after }) =>
      (modifies(before) || isAdnominal(before) || isOneOf(before, 'の')) &&
      (isParticle(after) || isEdge(after) || isOneOf(after, 'たち 達 々')),
  },
];
