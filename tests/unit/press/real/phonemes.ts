/** Kana as Open JTalk's phonemes, from a table of its own: what a reading must sound like, known without the press's code. */

const VOWELS = ['a', 'i', 'u', 'e', 'o'];

/** Rows of five: consonant, then the kana with a, i, u, e, o; `-` where there is none. */
const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さ-すせそ'],
  ['z', 'ざ-ずぜぞ'],
  ['t', 'た--てと'],
  ['d', 'だ--でど'],
  ['n', 'なにぬねの'],
  ['h', 'はひ-へほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や-ゆ-よ'],
  ['r', 'らりるれろ'],
  ['w', 'わ----'],
  ['sh', '-し---'],
  ['j', '-じ---'],
  ['ch', '-ち---'],
  ['ts', '--つ--'],
  ['f', '--ふ--'],
  ['v', '--ゔ--'],
];

const ONE = new Map(
  ROWS.flatMap(([consonant, kana]) =>
    [...kana].flatMap((one, at): [string, string][] =>
      one === '-' ? [] : [[one, `${consonant} ${VOWELS[at]}`.trim()]],
    ),
  ),
);
const OTHERS: Readonly<Record<string, string>> = { ん: 'N', っ: 'cl', を: 'o', づ: 'z u', ぢ: 'j i' };

/** きゃ and the like: the consonant before ゃ ゅ ょ ぇ. */
const YOON: Readonly<Record<string, string>> = {
  き: 'ky',
  ぎ: 'gy',
  し: 'sh',
  じ: 'j',
  ち: 'ch',
  に: 'ny',
  ひ: 'hy',
  び: 'by',
  ぴ: 'py',
  み: 'my',
  り: 'ry',
  ぢ: 'j',
};
const SMALL: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o', ぇ: 'e' };
/** てぃ, ふぁ and the like, as loanwords have them. */
const LOAN: Readonly<Record<string, string>> = {
  てぃ: 't i',
  でぃ: 'd i',
  ふぁ: 'f a',
  ふぃ: 'f i',
  ふぇ: 'f e',
  ふぉ: 'f o',
  うぃ: 'w i',
  うぇ: 'w e',
  うぉ: 'w o',
  ゔぃ: 'v i',
  ゔぇ: 'v e',
};

/** The phonemes of hiragana as it is written, ー as the vowel before it. Throws for what it doesn't know. */
export function phonemesOf(hiragana: string): string {
  const phonemes: string[] = [];
  for (let at = 0; at < hiragana.length; at++) {
    const kana = hiragana.charAt(at);
    const next = hiragana.charAt(at + 1);
    const last = phonemes.at(-1) ?? '';
    const isLong = kana === 'ー';
    const two =
      LOAN[kana + next] ?? (next in SMALL && kana in YOON ? `${YOON[kana]} ${SMALL[next]}` : undefined);
    const one = isLong ? last : (two ?? OTHERS[kana] ?? ONE.get(kana));
    if (one === undefined || one === '') throw new Error(`No phoneme for ${kana} in ${hiragana}.`);
    phonemes.push(...one.split(' '));
    if (!isLong && two !== undefined) at += 1;
  }
  return phonemes.join(' ');
}
