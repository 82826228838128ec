/** Everyday words with two readings: 何, 他, 金, 要 and others. */
import type { Piece } from '../pieces.ts';
import { alike, type ContextRule } from './context-rule.ts';
import {
  endsNoun,
  fits,
  isAction,
  isAdnominal,
  isAuxiliary,
  isEdge,
  isOneOf,
  isParticle,
  isPlainNoun,
  isVerb,
  modifies,
  standsAlone,
} from './tests.ts';

/** A medal or the metal; money is what is left. */
const METAL = /^(?:銀|銅|プラチナ|メダル|産出|価格|指輪|鉱|延べ|獲得|輝|採掘|装飾|ネックレス|卵|像)/u;

/** What 金の means money before: 金の使い道; mostly it is the metal. */
const MONEY_MATTER =
  /^(?:使|流れ|話|問題|やり|心配|管理|貸|無心|工面|余裕|亡者|かか|なる|ため|こと|切れ目|力|出|入り|支払|ある|ない|受け渡し)/u;

/** What is painful, warm or hurt about a forehead. */
const ON_FOREHEAD = /^(?:汗|手|しわ|皺|傷|血|熱|シール|前髪|冷|タオル|こぶ|けが|ほくろ)/u;

export const EVERYDAY_RULES: readonly ContextRule[] = [
  {
    surface: '何',
    reading: 'なん',
    why: 'before d, n and t sounds: 何です, 何の, 何だ, 何と, 何で',
    when: ({ after }) =>
      isOneOf(after, 'です だ だろ でしょ でし だっ の と で でも なら なの って て ら とか'),
  },
  {
    surface: '何',
    reading: 'なに',
    why: 'before other particles: 何が, 何を, 何も, 何か',
    when: ({ after }) => isParticle(after) || isEdge(after),
  },
  {
    surface: '他',
    reading: 'ほか',
    why: 'by itself, before a particle: 他の団体, 他に, 他は; た in compounds (他団体)',
    when: ({ before, after }) =>
      (isParticle(after) || isOneOf(after, '、 なら')) && !isOneOf(before, 'その 自'),
  },
  {
    surface: '他の',
    reading: 'ほかの',
    why: 'the dictionary has it in one word, たの first: 他の方',
    when: () => true,
  },
  {
    surface: '金',
    reading: 'かね',
    why: 'money, by itself: 金がない, 金を奪う, 善意の金; the metal beside another one, as a medal, and mostly before の',
    when: (context) => {
      const { before, after, at } = context;
      if (!standsAlone(context) && !isVerb(before) && !isAuxiliary(before) && !isOneOf(before, 'お'))
        return false;
      if (isOneOf(after, 'の')) return isOneOf(before, 'お') || fits(at(2), MONEY_MATTER);
      if (isOneOf(at(-2), '銀 銅 プラチナ')) return false;
      return (
        endsNoun(context) && !isOneOf(after, 'と や') && !isWeekday(before, at(2)) && !fits(at(2), METAL)
      );
    },
  },
  {
    surface: '米',
    reading: 'こめ',
    why: 'rice, by itself: 米を炊く, 米の価格; America in compounds and beside other countries (日米, 米政府)',
    when: (context) =>
      standsAlone(context) &&
      isParticle(context.after) &&
      !isOneOf(context.before, '・') &&
      !(
        isOneOf(context.after, 'の') &&
        fits(context.at(2), /^(?:大統領|政府|議会|国|国務|軍|関税|企業|利上げ|株)/u)
      ),
  },
  {
    surface: '証',
    reading: 'しょう',
    why: 'a paper that says who one is or what one may: この証, 証を提示する; a sign of something otherwise (身の証)',
    when: ({ before, after, at }) =>
      isOneOf(before, 'この 本 当 各') ||
      (isOneOf(after, 'を は の') &&
        fits(
          at(2),
          /^(?:提示|返却|返還|持参|紛失|交付|携帯|発行|再交付|更新|保管|お持ち|なくし|写し|有効|番号|使用|利用)/u,
        )),
  },
  {
    surface: '用',
    reading: 'よう',
    why: 'for whom or what: 来客用に, 予備用の; the verb has its ending (用い)',
    when: ({ piece }) => piece.reading === 'もちい',
  },
  {
    surface: '平',
    reading: 'たいら',
    why: 'level, and a name of places and of a clan: 平な道; the dictionary has ひらめ, which is written 平目',
    when: ({ piece }) => piece.reading === 'ひらめ',
  },
  {
    surface: '命',
    reading: 'めい',
    why: 'an order: 命を受ける, 命に従う; a life otherwise (いのち)',
    when: ({ after, at }) =>
      (isOneOf(after, 'を') && fits(at(2), /^(?:受|下|奉|帯)/u)) ||
      (isOneOf(after, 'に') && fits(at(2), /^(?:従|背|服)/u)),
  },
  {
    surface: '種',
    reading: 'しゅ',
    why: 'a kind: この種の問題; a seed otherwise (たね)',
    when: ({ before, after }) => isAdnominal(before) && isOneOf(after, 'の'),
  },
  {
    surface: '節',
    reading: 'せつ',
    why: 'an occasion or a part of a text: その節は, この節では',
    when: ({ before }) => isAdnominal(before),
  },
  {
    surface: '便',
    reading: 'べん',
    why: 'how easy a place is to reach: 交通の便, 便がよい; びん is a service',
    when: ({ before, after, at }) =>
      (isOneOf(before, 'の') && isOneOf(at(-2), '交通 通勤 通学 買い物 足')) ||
      (isOneOf(after, 'が の') && fits(at(2), /^(?:よ[いくか]|良|いい|悪)/u)),
  },
  {
    surface: '術',
    reading: 'すべ',
    why: 'the way to do something: 身を守る術, なす術もない; じゅつ in compounds',
    when: ({ before }) => modifies(before),
  },
  {
    surface: '盲',
    reading: 'もう',
    why: 'said so today, by itself and in compounds: 盲ろう者; the other reading is an insult',
    when: () => true,
  },
  {
    surface: '暇',
    reading: 'ひま',
    why: 'the everyday word: 暇がない; いとま is what one takes on leaving (暇を告げる)',
    when: ({ after, at }) => !(isOneOf(after, 'を') && fits(at(2), /^(?:告|乞|請|こ[うい])/u)),
  },
  ...alike(
    { 光: 'ひかり', 朝: 'あさ', 歯: 'は', 左: 'ひだり', 側: 'がわ', 病: 'やまい', 公: 'おおやけ' },
    'by itself the native word: 朝の光, 左に曲がる, 心の病, 公の施設',
    (context) => standsAlone(context) && endsNoun(context),
  ),
  {
    surface: '額',
    reading: 'ひたい',
    why: 'of the head: 額の汗, 額に手を当てる, 額を集める; an amount or a frame otherwise (がく)',
    when: ({ before, after, at }) =>
      (isOneOf(after, 'の に') && fits(at(2), ON_FOREHEAD)) ||
      (isOneOf(after, 'を') &&
        fits(at(2), /^(?:集め|拭|ふ[いくき]|押さえ|寄せ|こす|擦|打|ぶつけ|切|つけ|なで|突き合わせ)/u)) ||
      (isOneOf(before, 'に') && isOneOf(after, 'を') && fits(at(2), /^(?:付|つけ)/u)),
  },
  {
    surface: '実',
    reading: 'じつ',
    why: "one's own by blood, and the truth: 実の親, 実の兄, 実のところ; a fruit otherwise (み)",
    when: ({ before, after, at }) =>
      isEdgeOrParticle(before) &&
      isOneOf(after, 'の') &&
      fits(at(2), /^(?:親|母|父|子|兄|姉|弟|妹|娘|息子|両親|家族|祖|孫|おじ|おば|ところ)/u),
  },
  {
    surface: '生',
    reading: 'なま',
    why: 'not cooked, not recorded: 生で食べる, 生で聞く, 生の声',
    when: ({ after, at }) =>
      (isOneOf(after, 'で') && fits(at(2), /^(?:食|飲|見|聞|聴|放送|出す|かじ|味わ)/u)) ||
      (isOneOf(after, 'の') && !fits(at(2), /^(?:喜び|意味|尊厳|哲学|終わり|充実|営み)/u)),
  },
  {
    surface: '生',
    reading: 'せい',
    why: 'life, beside death or as a whole: 生と死, 生を受ける, 生の喜び',
    when: ({ after, at }) =>
      isOneOf(after, 'の と死') ||
      (isOneOf(after, 'と') && fits(at(2), /^死/u)) ||
      (isOneOf(after, 'を') && fits(at(2), /^(?:受|終|営|全う|まっとう|送)/u)),
  },
  {
    surface: '音',
    reading: 'ね',
    why: 'of insects and bells, and in 音を上げる: 虫の音, 鈴の音',
    when: ({ before, after, at }) =>
      (isOneOf(before, 'の') && isOneOf(at(-2), '虫 鈴 琴 笛 三味線')) ||
      (isOneOf(after, 'を') && fits(at(2), /^(?:上げ|あげ)/u)),
  },
  {
    surface: '風',
    reading: 'ふう',
    why: 'in such a way: こんな風に, どういう風に, という風に; in the manner of: 昔風の',
    when: ({ before, after }) =>
      isOneOf(before, 'こんな そんな あんな どんな という こういう そういう ああいう どういう といった') ||
      ((isPlainNoun(before) || isOneOf(before, '昔 今')) && isOneOf(after, 'の に な だ で')),
  },
  {
    surface: '歩',
    reading: 'ほ',
    why: 'a step: 歩を進める, 歩を緩める',
    when: ({ after, at }) => isOneOf(after, 'を') && fits(at(2), /^(?:進|止|運|緩|早|速|踏)/u),
  },
  {
    surface: '声',
    reading: 'こえ',
    why: 'by itself: 市民の声を聞く',
    when: ({ after }) => isParticle(after) || isEdge(after),
  },
  {
    surface: '要',
    reading: 'かなめ',
    why: 'the pivot: 要として, 要となる, 要だ, 地域の要; よう before a noun (要介護) and in 要を得る',
    when: (context) =>
      standsAlone(context) &&
      endsNoun(context) &&
      !(isOneOf(context.after, 'を') && fits(context.at(2), /^得/u)) &&
      !(isOneOf(context.after, 'が も') && fits(context.at(2), /^(?:な[いくか]|あ[るり])/u)),
  },
  {
    surface: '性',
    reading: 'しょう',
    why: "one's nature: 性に合う, 性分",
    when: ({ after, at }) => isOneOf(after, 'に') && fits(at(2), /^合/u),
  },
  {
    surface: '期',
    reading: 'ご',
    why: 'the phrase この期に及んで',
    when: ({ before, after, at }) =>
      isOneOf(before, 'この') && isOneOf(after, 'に') && fits(at(2), /^(?:及|およ)/u),
  },
  {
    surface: '負',
    reading: 'ふ',
    why: 'the negative: 負の連鎖, 負の遺産',
    when: ({ after }) => isOneOf(after, 'の'),
  },
  {
    surface: '章',
    reading: 'しょう',
    why: 'a chapter; あきら is a name, which follows a family name',
    when: ({ before }) => before?.posDetail.endsWith('人名-姓') !== true,
  },
  {
    surface: '獣',
    reading: 'けもの',
    why: 'the everyday word; しし is an old one',
    when: () => true,
  },
  {
    surface: '物',
    reading: 'もの',
    why: 'by itself, after a description: 必要な物, その物',
    when: ({ before, after }) =>
      (modifies(before) || isAdnominal(before)) && (isParticle(after) || isEdge(after)),
  },
  {
    surface: '本',
    reading: 'ぼん',
    why: 'a kind of book, voiced as the second part: 文庫本, 料理本',
    when: ({ piece, before, after }) =>
      piece.posDetail.startsWith('接尾') === false &&
      isPlainNoun(before) &&
      !isAction(before) &&
      (isParticle(after) || isEdge(after)) &&
      piece.pos === '名詞',
  },
];

function isEdgeOrParticle(piece: Piece | null): boolean {
  return isEdge(piece) || isParticle(piece);
}

/** 水・金: the days of the week are named apart. */
function isWeekday(before: Piece | null, next: Piece | null): boolean {
  return isOneOf(before, '・') || isOneOf(next, '土 日');
}
