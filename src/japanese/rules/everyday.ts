/** Everyday words with two readings: 何, 他, 金, 行った and others. */
import type { Piece } from '../pieces.ts';
import type { Context, ContextRule } from './context-rule.ts';
import { isAdnominal, isEdge, isOneOf, isParticle, isPlainNoun, isVerb, modifies } from './tests.ts';

/** How far back the object of a verb is looked for. */
const CLAUSE = 8;

/** The nearest particle or action noun before the verb tells what kind of verb it is. */
function isCarriedOut({ at }: Context): boolean {
  for (let distance = -1; distance >= -CLAUSE; distance--) {
    const piece = at(distance);
    if (piece === null || piece.pos === '記号') return false;
    if (isOneOf(piece, 'を')) return true;
    if (isOneOf(piece, 'に へ まで から')) return false;
    if (isVerb(piece)) return false;
    if (isAction(piece) && distance < -1) return true;
  }
  return false;
}

function isAction(piece: Piece): boolean {
  return piece.posDetail.startsWith('サ変接続');
}

/** The forms that 行う and 行く share in writing. */
const CARRIED_OUT: readonly ContextRule[] = [
  {
    surface: '行っ',
    reading: 'おこなっ',
    why: 'an action is carried out: 調査を行った, 活動も行っている',
    when: isCarriedOut,
  },
  {
    surface: '行っ',
    reading: 'いっ',
    why: 'one goes: 今日行った, 毎週行っている, 駅まで行って',
    when: () => true,
  },
];

export const EVERYDAY_RULES: readonly ContextRule[] = [
  ...CARRIED_OUT,
  {
    surface: '何',
    reading: 'なん',
    why: 'before d, n and t sounds: 何です, 何の, 何だ, 何と, 何で',
    when: ({ after }) => isOneOf(after, 'です だ だろ でしょ でし だっ の と で なら なの って ら'),
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
    surface: '金',
    reading: 'かね',
    why: 'money, by itself before a particle; the metal only beside another or a medal',
    when: ({ before, after, at }) =>
      isOneOf(after, 'は が を に も で の') &&
      (isEdge(before) || isParticle(before) || modifies(before) || isOneOf(before, 'お')) &&
      !/^(?:銀|銅|プラチナ|メダル|産出|価格|指輪|鉱|延べ)/u.test(at(2)?.surface ?? ''),
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
    why: 'the pivot: 要として, 要となる, 地域の要',
    when: ({ before, after }) => isOneOf(before, 'の') || isOneOf(after, 'と として となる で である に'),
  },
  {
    surface: '人気',
    reading: 'ひとけ',
    why: 'nobody about: 人気のない道',
    when: ({ after, at }) => isOneOf(after, 'の が も') && isOneOf(at(2), 'ない なく なかっ 無い'),
  },
  {
    surface: '性',
    reading: 'しょう',
    why: "one's nature: 性に合う, 性分",
    when: ({ after, at }) => isOneOf(after, 'に') && /^合/u.test(at(2)?.surface ?? ''),
  },
  {
    surface: '期',
    reading: 'ご',
    why: 'the phrase この期に及んで',
    when: ({ before, after, at }) =>
      isOneOf(before, 'この') && isOneOf(after, 'に') && /^(?:及|およ)/u.test(at(2)?.surface ?? ''),
  },
  {
    surface: '負',
    reading: 'ふ',
    why: 'the negative: 負の連鎖, 負の遺産',
    when: ({ after }) => isOneOf(after, 'の'),
  },
  {
    surface: '御礼',
    reading: 'おんれい',
    why: 'in the set phrase of letters: 厚く御礼申し上げます',
    when: ({ after }) => /^申/u.test(after?.surface ?? ''),
  },
  {
    surface: '値',
    reading: 'あたい',
    why: 'a number measured or computed; a price goes up, down or is named',
    when: ({ before, after, at }) =>
      (isEdge(before) || isParticle(before) || isAdnominal(before) || modifies(before)) &&
      isParticle(after) &&
      !/^(?:張|上が|下が|つけ|付け|崩|が張)/u.test(at(2)?.surface ?? ''),
  },
  {
    surface: '端',
    reading: 'はし',
    why: 'by itself an edge: 道の端に; はた and はな in set phrases that the dictionary has',
    when: ({ after }) => isParticle(after) && !isOneOf(after, 'から'),
  },
  {
    surface: '表',
    reading: 'おもて',
    why: 'the outside: 表に出る, 表を歩く, 家の表で; a table otherwise',
    when: ({ after, at }) => isOneOf(after, 'に を へ') && /^(?:出|立|向|歩)/u.test(at(2)?.surface ?? ''),
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
    surface: '称え',
    reading: 'たたえ',
    why: 'to praise, the only common meaning of the spelling: 功績を称える',
    when: () => true,
  },
  {
    surface: '称える',
    reading: 'たたえる',
    why: 'to praise, the only common meaning of the spelling: 功績を称える',
    when: () => true,
  },
  {
    surface: '来ら',
    reading: 'こら',
    why: 'the honorific and the passive of 来る: 来られる',
    when: ({ after }) => /^れ/u.test(after?.surface ?? ''),
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
      isParticle(after) &&
      piece.pos === '名詞',
  },
];
