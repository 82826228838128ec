/** Persons and houses: 方, 家, 公, 人, and the plurals 達 and 共. */
import type { Piece } from '../pieces.ts';
import type { ContextRule } from './context-rule.ts';
import {
  fits,
  isAction,
  isAdjective,
  isAdnominal,
  isEdge,
  isForeignName,
  isOneOf,
  isParticle,
  isPast,
  isProperName,
  isVerb,
  modifies,
} from './tests.ts';

/** Nouns that name persons; 〜の方 behind them is a person too, behind a place or a thing it is a direction. */
const PERSON =
  /(?:者|員|人|客|様|師|士|生|さん|ちゃん|君|手|家|層|家族|親子|夫婦|高齢|年寄り|知り合い|暮らし|多く|大勢|多数|一部|すべて|全て|ほとんど|大半|それぞれ|他|ほか|別|年上|年下|親|夫妻|年配|目上|近く|遠方|同居|双方|申し込み|障害|障がい|地元|地域|近所|近隣|担当|外国|籍|男性|女性|若者|世代|市民|住民|県民|区民|町民|皆|みなさん|関係|スタッフ|ボランティア|ヘルパー|メンバー|リーダー|初心|初めて|はじめて|子育て中|在住|在勤|在学|希望|一般|代理|匿名|独居|単身|当事|遺族|団体|会員|歳以上|以上|未満|車いす|車椅子|妊婦|妊産婦)$/u;

/** What one does rather than is, so that 〜の方 behind it is one of two things: 仕事の方は. */
const TASK = /(?:仕事|勉強|運動|計画|治療|準備|料理|研究|開発|販売|返事|検査|手術|作業|連絡|支払い)$/u;

/** Adjectives that compare: 大きい方 is the larger of two. */
const COMPARING =
  '大きい 小さい 多い 少ない 早い 速い 遅い 高い 低い 安い 近い 遠い 長い 短い 強い 弱い 良い よい いい 軽い 重い';

/** The same sentence speaks of whom it asks for, not further back than such sentences are long. */
function isAskedFor(at: (distance: number) => Piece | null): boolean {
  for (let back = -2; back >= -16; back--) {
    if (isOneOf(at(back), '。')) return false;
    if (isOneOf(at(back), '対象 対象者 条件 資格 応募 参加 申込み 申し込み 申込')) return true;
  }
  return false;
}

/** What persons are counted or ranked in: 30代の方, 1級の方, 10名の方. Floors and sides are places (2階の方). */
const OF_PERSONS = /(?:代|歳|才|級|年生|名|人|組|世帯)$/u;

/** The grades of care, which stand before a bare number: 要支援1・2の方, 障害支援区分3の方. */
function isGradeOfCare(at: (distance: number) => Piece | null): boolean {
  for (let back = -2; back >= -7; back--) {
    const piece = at(back);
    if (piece === null) return false;
    if (fits(piece, /(?:支援|介護|区分|手帳|等級)$/u)) return back < -2;
    const between =
      piece.number !== undefined ||
      fits(piece, /^(?:[・～〜~－、，―-]|[０-９]+|から|まで|又は|または|や|と)$/u);
    if (!between) return false;
  }
  return false;
}

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
      isOneOf(before, 'この その あの どの 他の') && isOneOf(after, 'は に も から と を へ の 々 たち'),
  },
  {
    surface: '方',
    reading: 'ほう',
    why: 'one of two, when it is more or less so: 若い人の方が多い; 人 by itself is not a polite word',
    when: ({ before, after, at }) =>
      isOneOf(before, 'の') &&
      isOneOf(after, 'が') &&
      isOneOf(at(-2), '人 こと もの 女 男') &&
      at(-2)?.posDetail.startsWith('接尾') !== true,
  },
  {
    surface: '方',
    reading: 'ほう',
    why: 'advice, with what is better said behind: 大きくした方が見やすい, 相談した方が安心です',
    when: ({ before, after, at }) =>
      isOneOf(after, 'が') &&
      modifies(before) &&
      ((isVerb(at(2)) && fits(at(3), /^(?:やす|にく|づら)/u)) ||
        (at(2)?.posDetail.startsWith('形容動詞語幹') === true &&
          fits(at(3), /^(?:です|だ|で|な|に)/u) &&
          isOneOf(at(3), 'です だ で だろ でしょ')) ||
        fits(at(2), /^(?:お得|得|まし|無難|効果|近道|経済|合理)/u)),
  },
  {
    surface: '方',
    reading: 'かた',
    why: 'a person who does something: あの方が来た; この方が is one of two as often',
    when: ({ before, after, at }) =>
      isOneOf(before, 'あの どの 他の') && isOneOf(after, 'が') && !isAdjective(at(2)),
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
    reading: 'かた',
    why: 'for whom something is: 対象は65歳以上の方です, 応募できるのは条件を満たす方です',
    when: ({ before, after, at }) =>
      isOneOf(after, 'です') &&
      ((isOneOf(before, 'の') && fits(at(-2), PERSON)) || (isVerb(before) && isAskedFor(at))),
  },
  {
    surface: '方',
    reading: 'かた',
    why: 'who has done something: 昨年参加された方です, 町に尽くした方だ',
    when: ({ before, after }) => isPast(before) && isOneOf(after, 'です だ でし だっ'),
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
      (isOneOf(after, '々') ||
        fits(at(-2), PERSON) ||
        isOneOf(at(-2), 'ため お たきり 寝たきり') ||
        (isOneOf(at(-2), '中 済み 済') && at(-2)?.posDetail.startsWith('接尾') === true) ||
        isOneOf(at(-3), 'お ご 御') ||
        (isAction(at(-2)) && !isOneOf(after, 'が') && !fits(at(-2), TASK)) ||
        (isVerb(at(-2)) && isOneOf(at(-3), 'お ご 御'))),
  },
  {
    surface: '方',
    reading: 'かた',
    why: 'a person of an age, a grade or a number: 30代の方, 手帳1級の方, 要支援1・2の方, 要介護2までの方',
    when: ({ before, at }) => {
      const number = isOneOf(at(-2), 'まで') ? at(-3) : at(-2);
      return (
        isOneOf(before, 'の') &&
        number?.number !== undefined &&
        (fits(number, OF_PERSONS) || isGradeOfCare(at))
      );
    },
  },
  {
    surface: 'お家',
    reading: 'おうち',
    why: 'the polite word for a home: お家の方, お家に帰る; a lord has おいえ (お家騒動, お家芸)',
    when: ({ after }) => isParticle(after) || isEdge(after),
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
    surface: '家',
    reading: 'いえ',
    why: 'behind a word of time it is no suffix: 一日中家の中にいる, 昨日家の前で',
    when: ({ before, after }) => before?.posDetail.startsWith('副詞可能') === true && isParticle(after),
  },
  {
    surface: '源',
    reading: 'みなもとの',
    why: 'the clan, before a given name of its people: 源義経, 源頼朝',
    when: ({ before, after }) =>
      !isProperName(before) && isProperName(after) && fits(after, /^[頼義実為満経範朝].$/u),
  },
  {
    surface: '公',
    reading: 'こう',
    why: 'a title after a name: オーストリア公, マントヴァ公',
    when: ({ before }) => isProperName(before) || isForeignName(before),
  },
  {
    surface: '大家',
    reading: 'たいか',
    why: 'a master of an art: 書道の大家, 日本画の大家; who lets a house otherwise (おおや)',
    when: ({ before, after, at }) =>
      (isOneOf(before, 'の') &&
        fits(at(-2), /(?:道|画|学|術|文学|美術|音楽|論|書|歌|能|落語|建築|医学|界|研究)$/u)) ||
      (isOneOf(after, 'として') && !fits(at(2), /^(?:家|部屋|入居)/u)),
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
  {
    surface: '者',
    reading: 'もの',
    why: 'by itself a person: 上の者, この者, 申請する者; しゃ ends compounds (利用者)',
    when: ({ before }) => fits(before, /の$/u) || isAdnominal(before) || modifies(before),
  },
  {
    surface: '方々',
    reading: 'ほうぼう',
    why: 'here and there: 方々を探す; persons otherwise (かたがた)',
    when: ({ before, after, at }) =>
      isEdge(before) &&
      isOneOf(after, 'を で に へ から') &&
      fits(at(2), /^(?:訪ね歩|歩|探|捜|回|手を|飛|走|散)/u),
  },
  {
    surface: '達',
    reading: 'たち',
    why: 'the plural of persons: 仲間達, 子供達; a given name behind a family name',
    when: ({ piece, before }) =>
      !piece.posDetail.includes('人名') ||
      isOneOf(before, '仲間 友 親 客 人') ||
      isPlainNounOfPersons(before),
  },
  {
    surface: '共',
    reading: 'ども',
    why: 'the humble plural: 私共, 手前共',
    when: ({ before }) => isOneOf(before, '私 手前 者 野郎 家来 女 男'),
  },
  {
    surface: '共',
    reading: 'とも',
    why: 'together, both: 両親共に, 男女共, 公私共に; not in 共依存',
    when: ({ after }) => !isOneOf(after, '依存'),
  },
  {
    surface: '私',
    reading: 'わたくし',
    why: 'in the humble plural: 私共, 私ども',
    when: ({ after }) => isOneOf(after, '共 ども'),
  },
];

function isPlainNounOfPersons(piece: Piece | null): boolean {
  return piece?.posDetail === '一般' && fits(piece, PERSON);
}
