/** Letters and digits one by one, as a Japanese reader spells them out. */

const LETTERS: Readonly<Record<string, string>> = {
  a: 'エー',
  b: 'ビー',
  c: 'シー',
  d: 'ディー',
  e: 'イー',
  f: 'エフ',
  g: 'ジー',
  h: 'エイチ',
  i: 'アイ',
  j: 'ジェイ',
  k: 'ケー',
  l: 'エル',
  m: 'エム',
  n: 'エヌ',
  o: 'オー',
  p: 'ピー',
  q: 'キュー',
  r: 'アール',
  s: 'エス',
  t: 'ティー',
  u: 'ユー',
  v: 'ブイ',
  w: 'ダブリュー',
  x: 'エックス',
  y: 'ワイ',
  z: 'ゼット',
};

/** On the telephone each digit has two beats, so that none is lost. */
const DIGITS = ['ゼロ', 'イチ', 'ニー', 'サン', 'ヨン', 'ゴー', 'ロク', 'ナナ', 'ハチ', 'キュー'] as const;

/** 044 → ゼロヨンヨン */
export function spellDigits(digits: string): string {
  return [...digits].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
}

/** csw → シーエスダブリュー; digits among the letters one by one. */
export function spellLetters(letters: string): string {
  return [...letters.toLowerCase()].map((letter) => LETTERS[letter] ?? spellDigits(letter)).join('');
}

/** Parts of addresses that are said as words. */
const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  com: 'コム',
  net: 'ネット',
  info: 'インフォ',
  org: 'オルグ',
  index: 'インデックス',
  // English that would pass for Japanese in Latin letters
  data: 'データ',
  guide: 'ガイド',
  home: 'ホーム',
  image: 'イメージ',
  media: 'メディア',
  note: 'ノート',
  page: 'ページ',
  site: 'サイト',
};

const MARKS: Readonly<Record<string, string>> = {
  '@': 'アットマーク',
  '.': 'ドット',
  '-': 'ハイフン',
  _: 'アンダーバー',
  '/': 'スラッシュ',
  ':': 'コロン',
  '~': 'チルダ',
  '+': 'プラス',
  '?': 'クエスチョン',
  '=': 'イコール',
  '&': 'アンド',
  '#': 'シャープ',
  '%': 'パーセント',
};

/** Open syllables only: a run of Latin letters that is Japanese in Hepburn or Kunrei spelling. */
const ROMAJI = /^(?:(?:[kstnhmrgzdbp]y?|ch|sh|ts|[fjwy])?[aiueo]|n(?![aiueoy]))+$/u;

const KANA_ROWS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ' あ い う え お',
    'k か き く け こ',
    's さ し す せ そ',
    't た ち つ て と',
    'n な に ぬ ね の',
    'h は ひ ふ へ ほ',
    'm ま み む め も',
    'r ら り る れ ろ',
    'g が ぎ ぐ げ ご',
    'z ざ じ ず ぜ ぞ',
    'd だ ぢ づ で ど',
    'b ば び ぶ べ ぼ',
    'p ぱ ぴ ぷ ぺ ぽ',
    'f ふぁ ふぃ ふ ふぇ ふぉ',
    'j じゃ じ じゅ じぇ じょ',
    'w わ うぃ う うぇ を',
    'y や い ゆ いぇ よ',
    'sh しゃ し しゅ しぇ しょ',
    'ch ちゃ ち ちゅ ちぇ ちょ',
    'ts つぁ つぃ つ つぇ つぉ',
  ].map((row) => {
    const [consonant = '', ...kana] = row.split(' ');
    return [consonant, kana];
  }),
);
const SMALL = ['ゃ', 'ぃ', 'ゅ', 'ぇ', 'ょ'] as const;

/** kawasaki → かわさき, kyodo → きょど; what `ROMAJI` matches. */
function romajiToKana(word: string): string {
  const sounds = /n(?![aiueoy])|([^aiueoy]*)(y?)([aiueo])/gu;
  return word.replace(sounds, (sound: string, consonant = '', glide = '', vowel = '') => {
    if (sound === 'n') return 'ん';
    const column = 'aiueo'.indexOf(vowel);
    if (glide === '' || consonant === '') return KANA_ROWS[consonant + glide]?.[column] ?? sound;
    return `${KANA_ROWS[consonant]?.[1] ?? consonant}${SMALL[column] ?? ''}`;
  });
}

/** An e-mail or web address in words: kikaku@csw.or.jp → きかく アットマーク シーエスダブリュー ドット … */
export function spellAddress(address: string): string {
  const parts = address.match(/[A-Za-z]+|\d+|./gu) ?? [];
  return parts.map((part) => MARKS[part] ?? spellPart(part)).join(' ');
}

function spellPart(part: string): string {
  if (/^\d+$/u.test(part)) return spellDigits(part);
  if (!/^[A-Za-z]+$/u.test(part)) return part;
  const word = part.toLowerCase();
  const known = ADDRESS_WORDS[word];
  if (known !== undefined) return known;
  if (word.length >= 3 && ROMAJI.test(word)) return romajiToKana(word);
  // A longer word is most likely English, which a Japanese voice reads by itself.
  return word.length >= 4 ? part : spellLetters(part);
}
