/**
 * Counters and the sound changes between them and their numbers, as tables. Sources: any grammar's table of 助数詞;
 * where a number is read in two ways, the one that announcers prefer comes first.
 */

/**
 * How a counter's first sound acts on the number before it:
 * - `plain` nothing changes (年, 円, 台)
 * - `k`, `s`, `t` double after 1, 8, 10 and 百 (いっかい, はっさつ, じゅっとう); `k` after 6 too (ろっかい)
 * - `h` doubles as p (いっぽん) and is voiced after 3, 千, 万 and 何 (さんぼん)
 * - `f` as `h`, but half-voiced after 3 and 4 (さんぷん, よんぷん)
 * - `p` is p already (ページ, パーセント), doubled after 10 alone
 */
export type CounterSound = 'plain' | 'k' | 's' | 't' | 'h' | 'f' | 'p';

export interface Counter {
  readonly text: string;
  readonly reading: string;
  readonly sound: CounterSound;
  /** The reading of number and counter together where the last digits are these and nothing else fits. */
  readonly irregular?: Readonly<Record<string, readonly [number: string, counter: string]>>;
  /** Voiced after 3 and 何: さんがい, さんげん, さんぞく. */
  readonly voicedAfterThree?: string;
}

type Row = readonly [text: string, reading: string, sound: CounterSound, extra?: Partial<Counter>];

/** 4 is よ, 7 mostly しち, 9 く before these. */
const HOUR = { '4': ['よ', ''], '7': ['しち', ''], '9': ['く', ''] } as const;
const MONTH = { '4': ['し', ''], '7': ['しち', ''], '9': ['く', ''] } as const;
const YO = { '4': ['よ', ''] } as const;
const PEOPLE = { '4': ['よ', ''] } as const;

const ROWS: readonly Row[] = [
  // Dates and spans of time
  ['年度', 'ねんど', 'plain', { irregular: YO }],
  ['年間', 'ねんかん', 'plain', { irregular: YO }],
  ['年代', 'ねんだい', 'plain', { irregular: YO }],
  ['年生', 'ねんせい', 'plain', { irregular: YO }],
  ['年目', 'ねんめ', 'plain', { irregular: YO }],
  ['年', 'ねん', 'plain', { irregular: YO }],
  ['周年', 'しゅうねん', 's'],
  ['か年', 'かねん', 'k'],
  ['カ年', 'かねん', 'k'],
  ['ヵ年', 'かねん', 'k'],
  ['ヶ年', 'かねん', 'k'],
  ['か月間', 'かげつかん', 'k'],
  ['カ月間', 'かげつかん', 'k'],
  ['ヵ月間', 'かげつかん', 'k'],
  ['ヶ月間', 'かげつかん', 'k'],
  ['か月', 'かげつ', 'k'],
  ['カ月', 'かげつ', 'k'],
  ['ヵ月', 'かげつ', 'k'],
  ['ヶ月', 'かげつ', 'k'],
  ['ケ月', 'かげつ', 'k'],
  ['箇月', 'かげつ', 'k'],
  ['月号', 'がつごう', 'plain', { irregular: MONTH }],
  ['月期', 'がつき', 'plain', { irregular: MONTH }],
  ['月', 'がつ', 'plain', { irregular: MONTH }],
  ['週間', 'しゅうかん', 's'],
  ['週', 'しゅう', 's'],
  ['時間', 'じかん', 'plain', { irregular: HOUR }],
  ['時', 'じ', 'plain', { irregular: HOUR }],
  ['分間', 'ふんかん', 'f'],
  ['分', 'ふん', 'f'],
  ['秒間', 'びょうかん', 'plain'],
  ['秒', 'びょう', 'plain'],
  ['世紀', 'せいき', 's'],
  ['泊', 'はく', 'f'],
  ['学期', 'がっき', 'plain'],
  // People
  ['人前', 'にんまえ', 'plain', { irregular: PEOPLE }],
  ['人', 'にん', 'plain', { irregular: PEOPLE }],
  ['名', 'めい', 'plain'],
  ['世代', 'せだい', 's'],
  ['世帯', 'せたい', 's'],
  ['世', 'せい', 's'],
  ['歳', 'さい', 's'],
  ['才', 'さい', 's'],
  ['組', 'くみ', 'plain'],
  ['代', 'だい', 'plain'],
  // Things
  ['本', 'ほん', 'h'],
  ['匹', 'ひき', 'h'],
  ['杯', 'はい', 'h'],
  ['票', 'ひょう', 'h'],
  ['遍', 'へん', 'f'],
  ['羽', 'わ', 'plain'],
  ['頭', 'とう', 't'],
  ['件', 'けん', 'k'],
  ['個', 'こ', 'k'],
  ['箇所', 'かしょ', 'k'],
  ['か所', 'かしょ', 'k'],
  ['カ所', 'かしょ', 'k'],
  ['ヵ所', 'かしょ', 'k'],
  ['ヶ所', 'かしょ', 'k'],
  ['ケ所', 'かしょ', 'k'],
  ['か国語', 'かこくご', 'k'],
  ['カ国語', 'かこくご', 'k'],
  ['か国', 'かこく', 'k'],
  ['カ国', 'かこく', 'k'],
  ['ヵ国', 'かこく', 'k'],
  ['ヶ国', 'かこく', 'k'],
  ['国', 'こく', 'plain', { irregular: { '6': ['ろっ', ''] } }],
  ['冊', 'さつ', 's'],
  ['枚', 'まい', 'plain'],
  ['台', 'だい', 'plain'],
  ['足', 'そく', 's', { voicedAfterThree: 'ぞく' }],
  ['着', 'ちゃく', 't'],
  ['隻', 'せき', 's'],
  ['艘', 'そう', 's'],
  ['両', 'りょう', 'plain'],
  ['門', 'もん', 'plain'],
  ['軒', 'けん', 'k', { voicedAfterThree: 'げん' }],
  ['戸', 'こ', 'k'],
  ['棟', 'とう', 't'],
  ['通', 'つう', 't'],
  ['通り', 'とおり', 't'],
  ['語', 'ご', 'plain'],
  ['字', 'じ', 'plain'],
  ['文字', 'もじ', 'plain'],
  ['行', 'ぎょう', 'plain'],
  ['曲', 'きょく', 'k'],
  ['話', 'わ', 'plain'],
  ['巻', 'かん', 'k'],
  ['編', 'へん', 'h'],
  ['種類', 'しゅるい', 's'],
  ['種', 'しゅ', 's'],
  ['点', 'てん', 't'],
  ['品', 'ひん', 'h'],
  ['票', 'ひょう', 'h'],
  ['校', 'こう', 'k'],
  ['社', 'しゃ', 's'],
  ['局', 'きょく', 'k'],
  ['機', 'き', 'k'],
  ['基', 'き', 'k'],
  ['課', 'か', 'k'],
  ['団体', 'だんたい', 'plain'],
  ['事業', 'じぎょう', 'plain'],
  ['項目', 'こうもく', 'k'],
  ['施設', 'しせつ', 's'],
  ['市町村', 'しちょうそん', 's'],
  ['市', 'し', 's'],
  ['区', 'く', 'k'],
  ['県', 'けん', 'k'],
  ['回線', 'かいせん', 'k'],
  ['車線', 'しゃせん', 's'],
  ['系統', 'けいとう', 'k'],
  ['分野', 'ぶんや', 'plain'],
  // Times, order and rank
  ['回目', 'かいめ', 'k'],
  ['回', 'かい', 'k'],
  ['度目', 'どめ', 'plain'],
  ['度', 'ど', 'plain'],
  ['番目', 'ばんめ', 'plain'],
  ['番', 'ばん', 'plain'],
  ['号', 'ごう', 'plain'],
  ['位', 'い', 'plain'],
  ['級', 'きゅう', 'k'],
  ['段階', 'だんかい', 'plain'],
  ['段', 'だん', 'plain'],
  ['期生', 'きせい', 'k'],
  ['期', 'き', 'k'],
  ['次', 'じ', 'plain'],
  ['章', 'しょう', 's'],
  ['節', 'せつ', 's'],
  ['条', 'じょう', 'plain'],
  ['項', 'こう', 'k'],
  ['部', 'ぶ', 'plain'],
  ['類', 'るい', 'plain'],
  ['階建て', 'かいだて', 'k', { voicedAfterThree: 'がいだて' }],
  ['階', 'かい', 'k', { voicedAfterThree: 'がい' }],
  ['丁目', 'ちょうめ', 't'],
  ['番地', 'ばんち', 'plain'],
  ['号室', 'ごうしつ', 'plain'],
  ['戦', 'せん', 's'],
  ['勝', 'しょう', 's'],
  ['敗', 'はい', 'f'],
  ['打', 'だ', 'plain'],
  ['塁', 'るい', 'plain'],
  ['回戦', 'かいせん', 'k'],
  ['試合', 'しあい', 's'],
  ['軍', 'ぐん', 'plain'],
  ['発', 'はつ', 'h', { irregular: { '3': ['さん', 'ぱつ'] } }],
  ['拍', 'はく', 'f'],
  ['歩', 'ほ', 'f'],
  ['面', 'めん', 'plain'],
  ['列', 'れつ', 'plain'],
  ['色', 'しょく', 's'],
  ['層', 'そう', 's'],
  ['倍', 'ばい', 'plain'],
  ['割', 'わり', 'plain'],
  ['割引', 'わりびき', 'plain'],
  ['歳児', 'さいじ', 's'],
  ['者', 'しゃ', 's'],
  ['体', 'たい', 't'],
  ['都市', 'とし', 't'],
  // Measures
  ['円', 'えん', 'plain', { irregular: YO }],
  ['銭', 'せん', 's'],
  ['石', 'こく', 'k', { voicedAfterThree: 'ごく' }],
  ['畳', 'じょう', 'plain'],
  ['坪', 'つぼ', 'plain'],
  ['尺', 'しゃく', 's'],
  ['寸', 'すん', 's'],
  ['里', 'り', 'plain'],
  ['海里', 'かいり', 'k'],
  ['メートル', 'めーとる', 'plain'],
  ['キロ', 'きろ', 'k'],
  ['センチ', 'せんち', 's'],
  ['グラム', 'ぐらむ', 'plain'],
  ['トン', 'とん', 't'],
  ['ページ', 'ぺーじ', 'p'],
  ['ポイント', 'ぽいんと', 'p'],
  ['パーセント', 'ぱーせんと', 'p'],
  ['％', 'ぱーせんと', 'p'],
];

/** The counters by their text, the longest first where one begins another. */
export const COUNTERS: readonly Counter[] = ROWS.map(([text, reading, sound, extra]) => ({
  text,
  reading,
  sound,
  ...extra,
})).sort((one, other) => other.text.length - one.text.length);

const BY_FIRST = new Map<string, Counter[]>();
for (const counter of COUNTERS) {
  const first = counter.text.charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), counter]);
}

/** The longest counter that the text has at `at`, or `null`. */
export function counterAt(text: string, at: number): Counter | null {
  const candidates = BY_FIRST.get(text.charAt(at)) ?? [];
  return candidates.find((counter) => text.startsWith(counter.text, at)) ?? null;
}

/** The last spoken part of a number, which alone decides the sound: a digit from 1 to 9, 十, 百, 千 or 万. */
function lastPart(reading: string): string {
  const parts: readonly (readonly [RegExp, string])[] = [
    [/いち$/u, '1'],
    [/さん$/u, '3'],
    [/よん$/u, '4'],
    [/ろく$/u, '6'],
    [/なな$/u, '7'],
    [/はち$/u, '8'],
    [/きゅう$/u, '9'],
    [/じゅう$/u, '10'],
    [/(?:ひゃく|びゃく|ぴゃく)$/u, '100'],
    [/(?:せん|ぜん)$/u, '1000'],
    [/まん$/u, '10000'],
    [/なん$/u, '何'],
  ];
  return parts.find(([end]) => end.test(reading))?.[1] ?? '';
}

const DOUBLED: Readonly<Record<string, readonly [RegExp, string]>> = {
  '1': [/いち$/u, 'いっ'],
  '6': [/ろく$/u, 'ろっ'],
  '8': [/はち$/u, 'はっ'],
  '10': [/じゅう$/u, 'じゅっ'],
  '100': [/く$/u, 'っ'],
};

const DOUBLES: Readonly<Record<CounterSound, readonly string[]>> = {
  plain: [],
  k: ['1', '6', '8', '10', '100'],
  s: ['1', '8', '10'],
  t: ['1', '8', '10'],
  h: ['1', '6', '8', '10', '100'],
  f: ['1', '6', '8', '10', '100'],
  p: ['10'],
};

const HALF_VOICED: Readonly<Record<string, string>> = { は: 'ぱ', ひ: 'ぴ', ふ: 'ぷ', へ: 'ぺ', ほ: 'ぽ' };
const VOICED: Readonly<Record<string, string>> = { は: 'ば', ひ: 'び', ふ: 'ぶ', へ: 'べ', ほ: 'ぼ' };

/** Number and counter as they are read one after the other: 6 + 本 ろっ・ぽん, 3 + 階 さん・がい. */
export function joinCounter(number: string, counter: Counter): readonly [number: string, counter: string] {
  const last = lastPart(number);
  const irregular = counter.irregular?.[last];
  if (irregular !== undefined) {
    const [head, tail] = irregular;
    return [number.replace(/(?:よん|なな|きゅう|ろく|さん)$/u, head), tail === '' ? counter.reading : tail];
  }
  if ((last === '3' || last === '何') && counter.voicedAfterThree !== undefined) {
    return [number, counter.voicedAfterThree];
  }
  const { reading, sound } = counter;
  const first = reading.charAt(0);
  const rest = reading.slice(1);
  if (DOUBLES[sound].includes(last)) {
    const [end, doubled] = DOUBLED[last] ?? [/$/u, ''];
    const soft = sound === 'h' || sound === 'f' ? (HALF_VOICED[first] ?? first) : first;
    return [number.replace(end, doubled), soft + rest];
  }
  if (sound === 'h' && ['3', '1000', '10000', '何'].includes(last))
    return [number, (VOICED[first] ?? first) + rest];
  if (sound === 'f' && ['3', '4', '1000', '10000', '何'].includes(last)) {
    return [number, (HALF_VOICED[first] ?? first) + rest];
  }
  return [number, reading];
}
