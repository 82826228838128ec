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

/** An e-mail or web address in words: kikaku@csw.or.jp → kikaku アットマーク シーエスダブリュー ドット … */
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
  // A Japanese voice reads Japanese in Latin letters, and longer English words, by itself.
  return word.length >= 4 || (word.length === 3 && ROMAJI.test(word)) ? part : spellLetters(part);
}
