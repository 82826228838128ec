/** Places, sides and parts of things: 角, 側, 表, 外, 市場, 空 and others. */
import type { ContextRule } from './context-rule.ts';
import { endsNoun, fits, isEdge, isOneOf, isParticle, isPlainNoun, modifies, standsAlone } from './tests.ts';

const HORNED = /(?:牛|鹿|羊|山羊|ヤギ|トナカイ|サイ|犀|鬼|悪魔|虫|カブトムシ|竜|龍)$/u;
const GEOMETRY = /(?:形|線|辺|面|頂点|直角|鋭角|鈍角)$/u;

/** Who or what one stands beside; behind others 側 is a side or a party (利用者の側). */
const BESIDE =
  /(?:母|父|親|両親|家族|子|子ども|子供|妻|夫|祖母|祖父|友|恋人|あなた|彼|彼女|私|枕|ベッド|家|駅|川|池|門|玄関|窓|机|海|湖|学校|公園)$/u;

/** What one does at a market that one walks into; the other one is the economy's. */
const AT_THE_STALLS =
  /^(?:魚|野菜|果物|買|売り子|働|にぎわ|賑|並|朝|青物|花|店|食堂|仕入|出かけ|行|いっ|歩|見学|人|競り|せり|セリ)/u;

const CONTAINER =
  /^(?:箱|缶|瓶|びん|袋|容器|器|皿|ペットボトル|財布|封筒|鍋|バケツ|コップ|グラス|ケース|棚|椅子|ベッド)/u;

const OUT = /^(?:出|立|向|歩|あらわ)/u;

export const PLACE_RULES: readonly ContextRule[] = [
  {
    surface: '角',
    reading: 'つの',
    why: 'of an animal: 鹿の角, 牛の角, 角が生える',
    when: ({ before, after, at }) =>
      (isOneOf(before, 'の') && fits(at(-2), HORNED)) || (isOneOf(after, 'が') && fits(at(2), /^生え/u)),
  },
  {
    surface: '角',
    reading: 'かど',
    why: 'where two streets or edges meet: この角を曲がる, 角の店, 机の角; an angle belongs to a figure (かく)',
    when: (context) =>
      standsAlone(context) &&
      endsNoun(context) &&
      !fits(context.at(-2), GEOMETRY) &&
      !fits(context.at(2), /^(?:大きさ|度|和|二等分|測)/u),
  },
  {
    surface: '側',
    reading: 'そば',
    why: 'close by: 側にいる, 母の側で, 駅の側に; one of two sides otherwise (利用者の側に立つ)',
    when: ({ before, after, at }) =>
      isOneOf(after, 'に で から を へ') &&
      ((isOneOf(before, 'の') && fits(at(-2), BESIDE)) ||
        ((isEdge(before) || isOneOf(before, 'すぐ いつも')) &&
          fits(at(2), /^(?:い[るたなれまて]?|居|置|寄|座|つい|付)/u))),
  },
  {
    surface: '市場',
    reading: 'いちば',
    why: 'where goods are sold at stalls: 市場で魚を買う, 朝の市場; しじょう for the economy and in compounds',
    when: (context) => {
      const { after, at } = context;
      if (!standsAlone(context) || !isParticle(after)) return false;
      if (isOneOf(context.before, '小さな 古い にぎやかな 賑やかな') && isOneOf(after, 'が')) return true;
      if (fits(at(-2), /^(?:朝|魚|野菜|青物|花|駅前|場外|近所)$/u)) return true;
      return isOneOf(after, 'で へ に の は を') && fits(at(2), AT_THE_STALLS);
    },
  },
  {
    surface: '都',
    reading: 'みやこ',
    why: 'a capital in the old sense: 京の都, 花の都, 都を移す; the prefecture otherwise (都の施設)',
    when: ({ before, after, at }) =>
      (isOneOf(before, 'の') && fits(at(-2), /^(?:京|花|水|森|杜|古|いにしえ|学問|音楽|芸術)$/u)) ||
      (isOneOf(after, 'を') && fits(at(2), /^(?:移|遷|追われ|落ち)/u)),
  },
  {
    surface: '社',
    reading: 'やしろ',
    why: 'a shrine, politely: お社にお参りする',
    when: ({ before, after }) => isOneOf(before, 'お') && after?.pos !== '名詞',
  },
  {
    surface: '本所',
    reading: 'ほんしょ',
    why: 'the head office, beside its branches: 本所と支所; a part of Sumida Ward otherwise (ほんじょ)',
    when: ({ before, at }) =>
      [-2, 2].some((distance) => isOneOf(at(distance), '支所')) || isOneOf(before, '法人'),
  },
  {
    surface: '市',
    reading: 'いち',
    why: 'a market day: 市が立つ, 年の市',
    when: ({ before, after, at }) =>
      (isOneOf(after, 'が') && fits(at(2), /^(?:立[つたち]|立っ)/u)) ||
      (isOneOf(before, 'の') && fits(at(-2), /^(?:年|蚤|のみ|酉|羽子板)$/u)),
  },
  {
    surface: '工場',
    reading: 'こうば',
    why: 'a small works: 町工場',
    when: ({ before }) => isOneOf(before, '町'),
  },
  {
    surface: '表',
    reading: 'おもて',
    why: 'the outside: 表に出る, 表を歩く, 表の門; a table otherwise',
    when: ({ before, after, at }) =>
      (isOneOf(after, 'に を へ') && fits(at(2), OUT)) ||
      (isOneOf(after, 'に') && isOneOf(at(2), 'は も') && fits(at(3), OUT)) ||
      (isEdge(before) && isOneOf(after, 'の') && fits(at(2), /^(?:道|門|玄関|入り口|入口|顔|世界)/u)) ||
      (isEdge(before) && isOneOf(after, 'の') && isOneOf(at(2), '通り') && isOneOf(at(3), 'は に を が')),
  },
  {
    surface: '表',
    reading: 'おもて',
    why: 'the front, beside the back or of a sheet: 表と裏, 紙の表',
    when: ({ before, after, at }) =>
      (isOneOf(after, 'と や も') && isOneOf(at(2), '裏')) ||
      (isOneOf(before, 'と や も') && isOneOf(at(-2), '裏')) ||
      (isOneOf(before, 'の') && fits(at(-2), /(?:紙|布|封筒|はがき|葉書|家|店|建物|カード|硬貨)$/u)),
  },
  {
    surface: '空',
    reading: 'から',
    why: 'with nothing in it: 空の箱, 空になる, 空にする',
    when: (context) => {
      const { after, at } = context;
      if (!standsAlone(context)) return false;
      return (
        (isOneOf(after, 'の') && fits(at(2), CONTAINER)) ||
        (isOneOf(after, 'に') && fits(at(2), /^(?:な[るっりら]|する|し|させ)/u))
      );
    },
  },
  {
    surface: '空',
    reading: 'くう',
    why: 'the void, in set phrases: 空を切る, 空をつかむ',
    when: ({ after, at }) => isOneOf(after, 'を') && fits(at(2), /^(?:切|つか|掴)/u),
  },
  {
    surface: '面',
    reading: 'おもて',
    why: 'the face, in the set phrase 面を上げる, and of water: 湖の面',
    when: ({ before, after, at }) =>
      (isOneOf(after, 'を') && fits(at(2), /^(?:上げ|伏せ|あげ)/u)) ||
      (isOneOf(before, 'の') && fits(at(-2), /^(?:湖|海|池|水|川)$/u) && isOneOf(after, 'に は が を')),
  },
  {
    surface: '床',
    reading: 'とこ',
    why: 'where one sleeps: 床につく, 床に伏す, 床を上げる; the floor otherwise',
    when: ({ after, at }) =>
      (isOneOf(after, 'に') && fits(at(2), /^(?:つ[くいき]|就|着|伏|臥|入)/u)) ||
      (isOneOf(after, 'を') && fits(at(2), /^(?:上げ|あげ|取|とっ|とる|離れ|延べ)/u)),
  },
  {
    surface: '上手',
    reading: 'かみて',
    why: 'a side of the stage or the upper part of a river: 舞台の上手; じょうず is who does well',
    when: ({ before, at }) => isOneOf(before, 'の') && fits(at(-2), /^(?:舞台|川|壇上)$/u),
  },
  {
    surface: '下手',
    reading: 'しもて',
    why: 'the other side of the stage: 舞台の下手',
    when: ({ before, at }) => isOneOf(before, 'の') && fits(at(-2), /^(?:舞台|川|壇上)$/u),
  },
  {
    surface: '上手',
    reading: 'うわて',
    why: 'better than the other: 一枚上手だ, 上手を行く',
    when: ({ before, after, at }) =>
      fits(before, /枚$/u) || (isOneOf(after, 'を') && fits(at(2), /^(?:行|取|いく|とる|とっ)/u)),
  },
  {
    surface: '下手',
    reading: 'したて',
    why: 'humbly: 下手に出る',
    when: ({ after, at }) => isOneOf(after, 'に') && fits(at(2), /^出/u),
  },
  {
    surface: '端',
    reading: 'はし',
    why: 'by itself an edge: 道の端に; はた and はな in set phrases that the dictionary has',
    when: ({ after }) => isParticle(after) && !isOneOf(after, 'から'),
  },
  {
    surface: '下',
    reading: 'もと',
    why: 'under what guides, governs or brings up: 指導の下, 理念の下に, 連携の下で, 両親の下で',
    when: ({ before, at }) =>
      isOneOf(before, 'の') &&
      fits(
        at(-2),
        /(?:指導|理念|協力|連携|方針|支援|助言|監督|管理|指揮|責任|名|名目|条件|原則|合意|法|法律|憲法|制度|計画|体制|目標|支配|保護|庇護|契約|認識|了解|同意|判断|考え|スローガン|テーマ|仕組み|親|両親|祖父母|里親|師|先生|コーチ)$/u,
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
    surface: '国中',
    reading: 'くにじゅう',
    why: 'all over the country; くになか is a family name, which a title follows',
    when: ({ after }) => !fits(after, /^(?:さん|氏|様|君|くん)$/u),
  },
  {
    surface: '町中',
    reading: 'まちなか',
    why: 'in the middle of a town: 町中を歩く; 町中の人 are all of them (まちじゅう)',
    when: ({ after }) => isOneOf(after, 'を で に へ'),
  },
  {
    surface: '街中',
    reading: 'まちなか',
    why: 'the middle of a town: 街中で',
    when: () => true,
  },
];
