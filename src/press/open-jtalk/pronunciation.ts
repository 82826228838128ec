/** Readings and pronunciations in one form, so that what is written can be held against what is said. */
import { toHiragana } from '../../japanese/kana.ts';

const ROWS: Readonly<Record<string, string>> = {
  あ: 'あかさたなはまやらわがざだばぱぁゃ',
  い: 'いきしちにひみりぎじぢびぴぃ',
  う: 'うくすつぬふむゆるぐずづぶぷぅゅゔ',
  え: 'えけせてねへめれげぜでべぺぇ',
  お: 'おこそとのほもよろをごぞどぼぽぉょ',
};
const VOWEL = new Map(Object.entries(ROWS).flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel])));

/** え and お are drawn out by い and う as well. */
const LENGTHENED: Readonly<Record<string, string>> = { あ: 'あ', い: 'い', う: 'う', え: 'えい', お: 'おう' };

/**
 * Kana as it sounds: hiragana, long vowels as ー, づ as ず, ぢ as じ, を as お. Two texts that a listener can't tell apart
 * have the same form; particles are the caller's affair (は stays は).
 */
export function soundOf(kana: string): string {
  let sound = '';
  let vowel = '';
  for (const char of toHiragana(kana)) {
    const plain = { づ: 'ず', ぢ: 'じ', を: 'お', ヵ: 'か', ヶ: 'が' }[char] ?? char;
    if (plain === 'ー' || (vowel !== '' && (LENGTHENED[vowel] ?? '').includes(plain))) {
      sound += 'ー';
      continue;
    }
    sound += plain;
    vowel = VOWEL.get(plain) ?? '';
  }
  return sound;
}

/** How many morae kana has: ゃ ゅ ょ and small vowels belong to the kana before them, っ ん ー count. */
export function moraeOf(kana: string): number {
  return [...toHiragana(kana)].filter((char) => !/[ぁぃぅぇぉゃゅょゎ]/u.test(char)).length;
}

/** Katakana as Open JTalk's dictionary writes a pronunciation: long vowels as ー. */
export function pronunciationOf(reading: string): string {
  return [...soundOf(reading)]
    .map((char) => (char >= 'ぁ' && char <= 'ゖ' ? String.fromCharCode(char.charCodeAt(0) + 0x60) : char))
    .join('');
}
