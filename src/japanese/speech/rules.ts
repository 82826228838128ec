/**
 * What is written for the eye, in words for the ear. The first rule that matches at a place wins; each begins at a
 * character that is neither kana nor kanji, and is matched against text whose full-width ASCII has been folded.
 */
import { MEASURE_RULES } from './measure-rules.ts';
import { NUMBER_RULES } from './number-rules.ts';
import { TILDE } from './signs.ts';
import type { SpeechRule } from './speech-rule.ts';
import { spellAddress, spellLetters } from './spelling.ts';

/** How far behind its opening tilde a subtitle is looked for to end. */
const LONGEST_SUBTITLE = 80;

/**
 * Between two words: から in 東京〜大阪 and 月〜金; a pause where it opens a subtitle, which a second tilde closes
 * (ふるさとづくり〜川崎らしいまち〜) or hiragana comes before.
 */
function tilde({ input, index }: RegExpExecArray): string {
  if (/[ぁ-ん]/u.test(input.charAt(index - 1))) return '、';
  const behind = input.slice(index + 1, index + 1 + LONGEST_SUBTITLE);
  return /^[^〜～~]*(?:[ぁ-ん][〜～~]|[〜～~](?=$|[\s\p{P}]))/u.test(behind) ? '、' : 'から';
}

export const SPEECH_RULES: readonly SpeechRule[] = [
  // Addresses
  {
    pattern: /(?<![A-Za-z0-9])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/uy,
    say: ([address]) => spellAddress(address),
  },
  {
    pattern: /(?:https?:\/\/|(?=www\.))([A-Za-z0-9.-]{3,253}(?:\/[A-Za-z0-9._~:/?#@!$&+=%-]{0,500})?)/uy,
    say: ([, address = '']) => spellAddress(address.replace(/[/.]+$/u, '')),
  },
  { pattern: /(?<![A-Za-z])(?:TEL|Tel|℡)[.:：]?\s?(?=[\d(（])/uy, say: () => '電話、' },
  { pattern: /(?<![A-Za-z])(?:FAX|Fax)[.:：]?\s?(?=[\d(（])/uy, say: () => 'ファックス、' },
  ...NUMBER_RULES,
  { pattern: new RegExp(`(?<=[^\\s\\p{P}])${TILDE}(?=[^\\s\\p{P}])`, 'uy'), say: tilde },
  { pattern: new RegExp(`${TILDE}`, 'uy'), say: () => '' },
  ...MEASURE_RULES,
  { pattern: /[■□◆◇●○◎▲△▼▽★☆※►▶▪▫◦‣•⁃✓✔☑☐▢↓↑⇒➡➔☞]+\s?/uy, say: () => '' },
  { pattern: /→/uy, say: () => '、' },
  { pattern: /(?<=[^\s\p{P}])[-–—―─]{2,}(?=[^\s\p{P}])/uy, say: () => '、' },
  { pattern: /[–—―─]+/uy, say: () => '、' },
  // Abbreviations that voices spell or stumble over
  // Where the sentence is about how the letters are read, the letters are what is meant.
  { pattern: /(?<![A-Za-z])DAISY(?=は、?「デイジー」)/uy, say: ([letters]) => spellLetters(letters) },
  { pattern: /(?<![A-Za-z])DAISY(?![A-Za-z])/uy, say: () => 'デイジー' },
  { pattern: /(?<![A-Za-z])EPUB(?![A-Za-z])/uy, say: () => 'イーパブ' },
  { pattern: /(?<![A-Za-z])PDF(?![A-Za-z])/uy, say: () => 'ピーディーエフ' },
  { pattern: /(?<![A-Za-z])FAX(?![A-Za-z])/uy, say: () => 'ファックス' },
  { pattern: /(?<=[A-Za-z])&(?=[A-Za-z])/uy, say: () => 'アンド' },
  { pattern: /(?<=[^\s:])\/(?=[^\s/])/uy, say: () => '、' },
  { pattern: /[[\]<>|{}*_^`\\]/uy, say: () => ' ' },
];
