/** Verbs and adjectives that are written alike: what they are done to, or what does them, tells them apart. */
import type { Piece } from '../pieces.ts';
import { type Context, type ContextRule, ENDINGS, inflected } from './context-rule.ts';
import { argument, fits, isOneOf, modifiedBy, modifies, objectOf, subjectOf } from './tests.ts';

/** True where one of the nouns that belong to the verb fits. */
function concerns(context: Context, pattern: RegExp): boolean {
  return (
    fits(subjectOf(context), pattern) ||
    (isOneOf(context.before, 'の') && modifies(context.piece) && fits(context.at(-2), pattern)) ||
    (fits(modifiedBy(context), pattern) && argument(context, 'を') === null)
  );
}

function isDoneTo(context: Context, pattern: RegExp): boolean {
  return fits(objectOf(context), pattern) || fits(modifiedByObject(context), pattern);
}

/** 抱いている不安, 描いた絵: the noun behind may be the object where no を stands before. */
function modifiedByObject(context: Context): Piece | null {
  return argument(context, 'を') === null ? modifiedBy(context) : null;
}

const OPENS =
  /(?:窓|ドア|扉|戸|シャッター|店|店舗|蓋|ふた|鍵|穴|図書館|会場|カーテン|幕|改札|口|館|窓口|瓶|缶|弁)$/u;
/** What is held rather than opened, and what opens by itself. */
const HELD = /(?:会|教室|講座|サロン|展|祭|食堂|塾|式|カフェ|花|つぼみ|差|傘|心|距離|本)$/u;
const CROWDS = /(?:電車|バス|車内|車両|道|道路|店内|おなか|お腹|腹|小腹|高速)$/u;
const HABIT =
  /(?:たばこ|タバコ|煙草|酒|飲酒|喫煙|仕事|会社|学校|部活|習い事|けんか|喧嘩|無駄遣い|ギャンブル|パチンコ|いたずら)$/u;
const SPICY =
  /(?:料理|カレー|味|味付け|物|もの|ラーメン|スープ|鍋|キムチ|ソース|唐辛子|味噌|みそ|せんべい|薬味|大根|わさび|ワサビ|つゆ|汁|酒|おかず|菓子|麻婆豆腐)$/u;
const HEADWEAR = /(?:帽子|ヘルメット|面|仮面|マスク|布団|頭巾|ずきん|皮|猫|ほこり|埃|砂|毛布|かつら|水)$/u;
const DRAWN =
  /(?:絵|図|線|円|丸|輪|弧|漫画|マンガ|地図|イラスト|花|落書き|ポスター|[絵画]画|油絵|似顔絵|画|模様|動物|マーク)$/u;
const POURED = /(?:お?茶|お?酒|ビール|ワイン|ジュース|コーヒー|牛乳|味噌汁|みそ汁|日本酒)$/u;
const FELT =
  /(?:不安|疑問|夢|希望|思い|気持ち|感|恐れ|関心|興味|イメージ|印象|期待|疑い|願い|感情|怒り|志|愛着|好意|反感|憧れ|あこがれ|抵抗|理想|恨み|大志|念|野望|誇り|悲しみ|喜び|偏見|殺意|疑念|不満|問題意識|心配)$/u;
const HONOUR = /(?:名|名誉|魂|血|神聖|晩節|手を)$/u;

export const VERB_RULES: readonly ContextRule[] = [
  ...inflected({
    stem: '開',
    reading: 'あ',
    endings: 'か き く い',
    why: 'a door, a lid or a shop, by itself: 窓が開く, 店が開いている, 開いた扉; one opens a book or a meeting (ひらく)',
    when: (context) => concerns(context, OPENS),
  }),
  {
    surface: '開い',
    reading: 'あい',
    why: 'is open, where nobody opens it and nothing is held: 日曜も開いている; 教室を開いている has its object, 会館で開いている its place',
    when: (context) =>
      isOneOf(context.after, 'て') &&
      fits(context.at(2), /^い/u) &&
      argument(context, 'を で') === null &&
      !fits(argument(context, 'が は も'), HELD) &&
      !fits(modifiedBy(context), HELD),
  },
  ...inflected({
    stem: '空',
    reading: 'す',
    endings: 'か き く い',
    why: 'few people on a train, a road, or nothing in the stomach: 電車が空いている, 腹が空く',
    when: (context) => concerns(context, CROWDS),
  }),
  ...inflected({
    stem: '空',
    reading: 'あ',
    endings: 'か き く い',
    why: 'a seat, a room or an hour is free, a hole is made: 席が空く, 穴が空く',
    when: () => true,
  }),
  ...inflected({
    stem: '入',
    reading: 'はい',
    endings: 'れ れる',
    why: 'may enter: 犬を連れた方も入れます, 誰でも入れる; one puts things in (いれる)',
    when: (context) =>
      argument(context, 'を') === null &&
      fits(
        argument(context, 'も が は でも'),
        /(?:方|人|誰|だれ|者|会員|子|子ども|犬|車|車いす|大人|学生|市民)$/u,
      ),
  }),
  ...inflected({
    stem: '開',
    reading: 'ひら',
    endings: 'け ける けれ',
    why: 'what lies before one opens up: 道が開ける, 視界が開けた; one opens a window (あける)',
    when: (context) => fits(subjectOf(context), /(?:道|視界|運|展望|未来|前途|眺望|景色|活路|将来)$/u),
  }),
  {
    surface: '立て',
    reading: 'たて',
    why: 'a verb by itself, and not the second half of one (並べ立て): 踏まえて立てた計画',
    when: ({ before }) => isOneOf(before, 'て で'),
  },
  ...inflected({
    stem: '止',
    reading: 'や',
    endings: ENDINGS.meru,
    why: "a habit or one's work is given up: たばこを止める, 仕事を止めた; a car or water is stopped (とめる)",
    when: (context) => fits(argument(context, 'を'), HABIT),
  }),
  ...inflected({
    stem: '辛',
    reading: 'から',
    endings: 'い く かっ けれ かろ',
    why: 'food is hot: 辛い料理, このカレーは辛い',
    when: (context) => concerns(context, SPICY),
  }),
  {
    surface: '辛',
    reading: 'から',
    why: 'how hot food is can be chosen: 辛さを選ぶ, 辛さ控えめ',
    when: ({ after, at }) =>
      isOneOf(after, 'さ') && (fits(at(2), /^(?:控|ひかえ|調)/u) || fits(at(3), /^(?:選|えら|控|調|増|抑)/u)),
  },
  ...inflected({
    stem: '辛',
    reading: 'つら',
    endings: 'い く かっ けれ かろ',
    why: 'what is hard to bear: 辛い時, 仕事が辛い, 辛かった',
    when: () => true,
  }),
  ...inflected({
    stem: '被',
    reading: 'かぶ',
    endings: ENDINGS.ru,
    why: 'worn on the head or covering it: 帽子を被る, ほこりを被った; damage is suffered (こうむる)',
    when: (context) => fits(argument(context, 'を'), HEADWEAR),
  }),
  ...inflected({
    stem: '被',
    reading: 'こうむ',
    endings: ENDINGS.ru,
    why: 'damage or loss: 損害を被る, 被害を被った',
    when: (context) => fits(argument(context, 'を'), /(?:害|失|災|響|益|惑|撃|手|難|傷|コスト|負担)$/u),
  }),
  ...inflected({
    stem: '汚',
    reading: 'よご',
    endings: `${ENDINGS.reru} ${ENDINGS.su}`,
    why: 'with dirt: 手が汚れる, 汚れた服, 川を汚す; けがす is for a name or the holy',
    when: (context) => !isDoneTo(context, HONOUR) && !concerns(context, HONOUR),
  }),
  ...inflected({
    stem: '描',
    reading: 'か',
    endings: ENDINGS.ku,
    why: 'with a pen or a brush: 絵を描く, 地図を描いた; えがく in the mind or in words',
    when: (context) =>
      fits(argument(context, 'を'), DRAWN) ||
      fits(modifiedByObject(context), /^(?:絵|図|イラスト|漫画|地図)$/u),
  }),
  ...inflected({
    stem: '描',
    reading: 'えが',
    endings: ENDINGS.ku,
    why: 'in the mind or in words: 夢を描く, 未来を描いた',
    when: () => true,
  }),
  ...inflected({
    stem: '注',
    reading: 'つ',
    endings: ENDINGS.gu,
    why: 'a drink into a cup: お茶を注ぐ; そそぐ for water, effort and rivers',
    when: (context) => fits(argument(context, 'を'), POURED),
  }),
  ...inflected({
    stem: '抱',
    reading: 'いだ',
    endings: ENDINGS.ku,
    why: 'a feeling or a thought: 不安を抱く, 抱いている夢',
    when: (context) => isDoneTo(context, FELT),
  }),
  ...inflected({
    stem: '抱',
    reading: 'だ',
    endings: ENDINGS.ku,
    why: 'in the arms: 赤ちゃんを抱く',
    when: () => true,
  }),
  ...inflected({
    stem: '熟',
    reading: 'じゅく',
    endings: ENDINGS.su,
    why: 'to ripen, which takes no object: 実が熟す; こなす has one',
    when: (context) => argument(context, 'を') === null,
  }),
  {
    surface: '強い',
    reading: 'しい',
    why: 'to force, before て: 強いて言えば; the adjective is 強くて there',
    when: ({ after }) => isOneOf(after, 'て'),
  },
  {
    surface: '来る',
    reading: 'きたる',
    why: 'before a date to come: 来る10月1日, 来る三月',
    when: ({ before, after }) =>
      (after?.number !== undefined || fits(after, /^[0-9一二三四五六七八九十]+/u)) &&
      !isOneOf(before, 'て で が に は も と から') &&
      before?.pos !== '動詞',
  },
  {
    surface: '来ら',
    reading: 'こら',
    why: 'the honorific and the passive of 来る: 来られる',
    when: ({ after }) => fits(after, /^れ/u),
  },
  {
    surface: '来さ',
    reading: 'こさ',
    why: 'the causative of 来る: 来させる',
    when: ({ after }) => fits(after, /^せ/u),
  },
  ...inflected({
    stem: '称え',
    reading: 'たたえ',
    endings: 'る れ よ られ',
    why: 'to praise, the only common meaning of the spelling: 功績を称える',
    when: () => true,
  }),
  {
    surface: '称え',
    reading: 'たたえ',
    why: 'to praise, the only common meaning of the spelling: 功績を称えた',
    when: () => true,
  },
];
