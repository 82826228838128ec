/** Words of two kanji or more that are two words in writing alike: 人気, 一時, 心中, 分別, 色紙 and others. */
import type { ContextRule } from './context-rule.ts';
import { alike, type Context } from './context-rule.ts';
import { fits, isAdjective, isAdnominal, isEdge, isOneOf, isParticle, modifies } from './tests.ts';

/** True where one of the words right behind the particle fits: 色紙に 寄せ書き. */
function followedBy({ after, at }: Context, particles: string, pattern: RegExp): boolean {
  return isOneOf(after, particles) && fits(at(2), pattern);
}

/** True where の joins a noun that fits before it: 憩いの一時. */
function belongsTo({ before, at }: Context, pattern: RegExp): boolean {
  return isOneOf(before, 'の') && fits(at(-2), pattern);
}

/** What one works for, which is of an age rather than of the next day. */
const FUTURE =
  /^(?:社会|日本|福祉|地域|時代|世代|暮らし|くらし|担い手|まち|世界|教育|医療|農業|人材|活力|希望|糧|未来)/u;
const LONELY_PLACE =
  /^(?:道|公園|通り|夜道|場所|所|町|村|街|山|山道|路地|部屋|家|校舎|ビル|森|海|浜|駅|廊下|境内|ところ)/u;
const MINUTES =
  /^(?:ほど|程|間|以内|程度|前|後|おき|ごと|くらい|ぐらい|位|遅れ|弱|強|過ぎ|すぎ|足らず|待[つちった]|歩[くいき]|かか|たっ|経)/u;

export const HOMOGRAPH_RULES: readonly ContextRule[] = [
  {
    surface: '人気',
    reading: 'ひとけ',
    why: 'nobody about: 人気のない道, 夜の公園は人気がない; にんき where somebody is liked',
    when: ({ before, after, at }) =>
      isOneOf(after, 'の が も') &&
      isOneOf(at(2), 'ない なく なかっ 無い 無く') &&
      (fits(at(3), LONELY_PLACE) || (isOneOf(before, 'は') && fits(at(-2), LONELY_PLACE))),
  },
  {
    surface: '明日',
    reading: 'あす',
    why: 'the days to come: 明日の社会, 明日を担う, 明日への一歩; あした is the next day',
    when: (context) =>
      followedBy(context, 'の', FUTURE) ||
      followedBy(context, 'を', /^(?:担|にな|築|拓|ひら|開|つく|創|考|支|生き)/u) ||
      followedBy(context, 'へ', /^(?:の|つな|繋)$/u),
  },
  {
    surface: '一時',
    reading: 'ひととき',
    why: 'a good while spent: 憩いの一時, 楽しい一時を過ごす',
    when: (context) =>
      belongsTo(context, /^(?:憩い|くつろぎ|団らん|団欒|安らぎ|癒やし|癒し|至福|語らい)$/u) ||
      (isAdjective(context.before) && modifies(context.before)) ||
      followedBy(context, 'を', /^過ご/u),
  },
  {
    surface: '一時',
    reading: 'いっとき',
    why: 'a passing moment: 一時の気の迷い, 一時も忘れない',
    when: (context) =>
      followedBy(context, 'の', /^(?:気|迷い|感情|怒り|辛抱|我慢|夢)$/u) ||
      followedBy(context, 'も', /^(?:忘|休|目|離)/u),
  },
  {
    surface: '一月',
    reading: 'ひとつき',
    why: 'how long: 一月ほどかかる, 一月に二回; いちがつ is January',
    when: ({ after, at }) =>
      fits(after, /^(?:ほど|程|あまり|余り|以上|足らず|半|おき|ごと|くらい|ぐらい|かか|もかか|分|間)/u) ||
      (isOneOf(after, 'に') && at(2)?.number !== undefined && fits(at(2), /[回度]$/u)) ||
      (isOneOf(after, 'も が') && fits(at(2), /^(?:かか|たっ|たつ|経|過ぎ|続)/u)),
  },
  {
    surface: '十分',
    reading: 'じゅっぷん',
    why: 'ten minutes: 十分ほど待つ, 徒歩十分, 駅から十分; enough otherwise (じゅうぶん)',
    when: ({ before, after }) =>
      fits(after, MINUTES) ||
      isOneOf(before, '徒歩 約 およそ あと 各 毎 毎時') ||
      (isOneOf(before, 'から まで で') && (isEdge(after) || isOneOf(after, 'です だ の'))),
  },
  {
    surface: '最中',
    reading: 'もなか',
    why: 'the sweet: 最中を食べる, 和菓子の最中; さいちゅう is the middle of doing something',
    when: (context) =>
      followedBy(context, 'を', /^(?:食|買|作|焼|包|配|いただ|頂|土産|持|つく)/u) ||
      belongsTo(context, /(?:菓子|あん|餡|小豆|栗|名物|老舗)$/u) ||
      isOneOf(context.before, '栗 アイス 小倉'),
  },
  {
    surface: '仮名',
    reading: 'かな',
    why: 'the letters: 仮名を振る, 漢字と仮名, 仮名で書く; a made-up name otherwise (かめい)',
    when: (context) =>
      followedBy(context, 'を', /^(?:振|ふっ|ふる|ふり|付|つけ|書|読|習|覚)/u) ||
      followedBy(context, 'で', /^(?:書|読)/u) ||
      fits(context.after, /^(?:遣|づかい|交じり|混じり|文字)/u) ||
      (isOneOf(context.before, 'と や') && isOneOf(context.at(-2), '漢字')) ||
      (isOneOf(context.after, 'と や') && isOneOf(context.at(2), '漢字')),
  },
  {
    surface: '気質',
    reading: 'かたぎ',
    why: 'the ways of a trade or an age: 職人気質, 昔気質',
    when: ({ before }) => isOneOf(before, '職人 昔 名人 江戸っ子 下町'),
  },
  {
    surface: '風車',
    reading: 'かざぐるま',
    why: 'the toy: 風車で遊ぶ, 折り紙の風車; a windmill otherwise (ふうしゃ)',
    when: (context) =>
      followedBy(context, 'で を', /^(?:遊|折|回し|吹|手作り|飾)/u) ||
      belongsTo(context, /(?:紙|手作り|おもちゃ|玩具)$/u),
  },
  { surface: '風車', reading: 'ふうしゃ', why: 'a windmill: 風車で発電する', when: () => true },
  {
    surface: '色紙',
    reading: 'しきし',
    why: 'the square of cardboard one writes on: 色紙に寄せ書きする, 色紙を飾る; いろがみ is folded',
    when: (context) =>
      followedBy(context, 'に', /^(?:書|寄せ|サイン|描|したた|言葉|俳句|名前|絵)/u) ||
      followedBy(context, 'を', /^(?:飾|贈|渡|書)/u) ||
      isOneOf(context.before, 'サイン 寄せ書き'),
  },
  {
    surface: '見物',
    reading: 'みもの',
    why: 'worth seeing: 見物だ, 見物です; けんぶつ is what one goes to see',
    when: ({ before, after }) => !isOneOf(before, 'を の') && isOneOf(after, 'だ です だっ だろ でし'),
  },
  {
    surface: '寒気',
    reading: 'さむけ',
    why: 'a chill that one feels: 寒気がする, 寒気を覚える; cold air otherwise (かんき)',
    when: (context) =>
      followedBy(context, 'が も', /^(?:する|し|すれ|さ|ひど|止ま)/u) ||
      followedBy(context, 'を', /^(?:覚え|感じ|催|訴)/u) ||
      followedBy(context, 'や と', /^(?:発熱|頭痛|熱|吐き気|だるさ|震え|腹痛|せき|咳)/u) ||
      (isOneOf(context.before, 'や と') &&
        fits(context.at(-2), /^(?:発熱|頭痛|熱|吐き気|だるさ|震え|腹痛|せき|咳)$/u)),
  },
  { surface: '寒気', reading: 'かんき', why: 'cold air: 寒気が流れ込む, 上空の寒気', when: () => true },
  {
    surface: '生物',
    reading: 'なまもの',
    why: 'food that does not keep: 生物なので早めに, 生物はご遠慮ください; living things otherwise (せいぶつ)',
    when: (context) =>
      isOneOf(context.after, 'な につき ですので') ||
      followedBy(context, 'です', /^の?ので$/u) ||
      followedBy(context, 'は を の', /^(?:早|お早|冷蔵|腐|控|避|遠慮|ご|持ち込|取り扱|差し入)/u),
  },
  {
    surface: '足跡',
    reading: 'そくせき',
    why: 'what somebody achieved: 足跡をたどる, 偉大な足跡; a foot leaves あしあと',
    when: (context) =>
      followedBy(context, 'を', /^(?:たど|辿|振り返|しの|偲|記|まとめ|伝)/u) ||
      isOneOf(context.at(-2), '偉大'),
  },
  {
    surface: '評定',
    reading: 'ひょうてい',
    why: 'a rating: 勤務評定, 評定する; ひょうじょう only in the phrase 小田原評定',
    when: ({ before }) => !isOneOf(before, '小田原'),
  },
  {
    surface: '白髪',
    reading: 'しらが',
    why: 'the everyday word: 白髪が増える; はくはつ describes a person (白髪の老人)',
    when: ({ after, at }) => !(isOneOf(after, 'の') && fits(at(2), /^(?:老|紳士|男|女|婦人|人)/u)),
  },
  {
    surface: '梅雨',
    reading: 'ばいう',
    why: "the weather service's words: 梅雨前線, 梅雨期",
    when: ({ after }) => isOneOf(after, '前線 期 末期 型'),
  },
  { surface: '梅雨', reading: 'つゆ', why: 'the rainy season: 梅雨に入る, 梅雨の晴れ間', when: () => true },
  {
    surface: '紅葉',
    reading: 'もみじ',
    why: 'the maple: 紅葉の葉, 紅葉狩り; the turning of leaves otherwise (こうよう)',
    when: (context) =>
      followedBy(context, 'の', /^(?:葉|手|木|天ぷら)$/u) ||
      fits(context.after, /^(?:狩|饅頭|まんじゅう|おろし)/u),
  },
  {
    surface: '大事',
    reading: 'おおごと',
    why: 'a serious matter: 大事になる前に; だいじ is what one takes care of, and in 大事に至る',
    when: ({ before, after, at }) =>
      isOneOf(after, 'に') &&
      fits(at(2), /^な[るっらり]/u) &&
      !isOneOf(before, 'が は も こそ とても 一番 より 特に'),
  },
  {
    surface: '心中',
    reading: 'しんじゅう',
    why: 'dying together: 無理心中, 一家心中, 心中事件, 心中する',
    when: ({ before, after }) =>
      isOneOf(before, '無理 一家 親子 情死 集団') || fits(after, /^(?:事件|未遂|する|し|物|もの|立て|図)/u),
  },
  {
    surface: '心中',
    reading: 'しんちゅう',
    why: "one's feelings: 心中を察する, 心中穏やかでない",
    when: () => true,
  },
  {
    surface: '分別',
    reading: 'ふんべつ',
    why: 'good sense: 分別のある大人, 分別がつく, 分別盛り',
    when: (context) =>
      followedBy(context, 'の が も を', /^(?:あ[るっり]|な[いくか]|つ[くいか]|付|失|わきまえ)/u) ||
      fits(context.after, /^(?:盛り|ざかり|くさ|臭|顔)/u),
  },
  {
    surface: '分別',
    reading: 'ぶんべつ',
    why: 'sorting, above all of waste: ごみの分別, 分別して出す, 分別収集',
    when: () => true,
  },
  {
    surface: '目下',
    reading: 'めした',
    why: 'of a lower rank: 目下の者, 目下の人に; just now otherwise (もっか)',
    when: (context) =>
      followedBy(context, 'の', /^(?:者|人|もの|方|相手|立場)$/u) ||
      followedBy(context, 'に', /^(?:対|も|当た|見)/u),
  },
  {
    surface: '宝物',
    reading: 'ほうもつ',
    why: "a temple's treasures: 宝物館, 宝物殿",
    when: ({ after }) => isOneOf(after, '館 殿 庫 展'),
  },
  { surface: '宝物', reading: 'たからもの', why: 'what one holds dear: 私の宝物', when: () => true },
  {
    surface: '値',
    reading: 'あたい',
    why: 'a number measured or computed; a price goes up, down or is named',
    when: ({ before, after, at }) =>
      (isEdge(before) || isParticle(before) || isAdnominal(before) || modifies(before)) &&
      isParticle(after) &&
      !fits(at(2), /^(?:張|上が|下が|つけ|付け|崩|が張)/u),
  },
  ...alike(
    { 古本: 'ふるほん', 川下: 'かわしも' },
    'an everyday word that is a family name too (ふるもと, かわした), which a title follows',
    ({ after }) => !fits(after, /^(?:さん|氏|様|君|くん)$/u),
  ),
  {
    surface: '小人',
    reading: 'しょうにん',
    why: 'a child on a list of fares: 小人300円, 大人と小人',
    when: ({ before, after, at }) =>
      after?.number !== undefined ||
      isOneOf(at(-2), '大人') ||
      isOneOf(at(2), '大人') ||
      isOneOf(before, '大人'),
  },
  { surface: '小人', reading: 'こびと', why: 'in a tale: 森の小人', when: () => true },
  {
    surface: '行く方',
    reading: 'いくかた',
    why: 'the dictionary takes this spelling for 行方; a person who goes: 一人で行く方は',
    when: ({ after }) => isOneOf(after, 'は に へ も を の と'),
  },
  {
    surface: '行く方',
    reading: 'いくほう',
    why: 'rather going: 歩いて行く方がよい',
    when: () => true,
  },
  ...alike(
    {
      度々: 'たびたび',
      農作物: 'のうさくぶつ',
      船便: 'ふなびん',
      他人事: 'ひとごと',
      米大統領: 'べいだいとうりょう',
      出張所: 'しゅっちょうじょ',
    },
    'what is said today, where the dictionary has a rarer reading first',
    () => true,
  ),
  ...alike(
    {
      湿気: 'しっけ',
      河岸: 'かし',
      投網: 'とあみ',
      凸凹: 'でこぼこ',
      御所: 'ごしょ',
      保育所: 'ほいくしょ',
      託児所: 'たくじしょ',
      山道: 'やまみち',
    },
    'the reading that is usual of two that are both known; the dictionary has the other one first',
    () => true,
  ),
];
