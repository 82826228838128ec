/**
 * The text as the analyzer's dictionary writes it, with the way back. Documents write the same character in many
 * ways (half-width digits, Kangxi radicals from PDFs, decomposed kana, variation selectors); the dictionary in one.
 */
import type { Utf16Offset } from '../book/book.ts';

export interface NormalisedText {
  /** One UTF-16 code unit for each character of the source; never a surrogate. */
  readonly text: string;
  /** `offsets[i]` is where the character at `i` begins in the source; one more at the end, the source's length. */
  readonly offsets: readonly Utf16Offset[];
}

/** Stands for a character beyond the dictionary's reach, so that nothing is mistaken for a word. */
const STRANGER = '〓';

/** Characters that Unicode doesn't fold by itself: radicals and variants that mean an everyday kanji. */
const FOLDS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻑': '長',
  '⻄': '西',
  '⻘': '青',
  '⻝': '食',
  '⻭': '歯',
  '⻩': '黄',
  '⻨': '麦',
  '⻲': '亀',
  '⻤': '鬼',
  '⻣': '骨',
  '⻆': '角',
  '⻁': '虎',
  '⻫': '斉',
  '⻯': '竜',
  𠮟: '叱',
  𠮷: '吉',
  𡈽: '土',
  𣘺: '橋',
  塡: '填',
  剝: '剥',
  頰: '頬',
  髙: '高',
  﨑: '崎',
};

/** Folds character by character; linear in the text's length. */
export function normalise(source: string): NormalisedText {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  while (at < source.length) {
    const run = plainRun(source, at);
    if (run > at) {
      text += source.slice(at, run);
      for (; at < run; at++) offsets.push(at);
      continue;
    }
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    let end = at + char.length;
    let whole = char;
    const mark = source.charAt(end);
    if (isVoicing(mark)) {
      whole += mark;
      end += 1;
    }
    end += selectorLength(source, end);
    text += fold(whole);
    offsets.push(at);
    at = end;
  }
  offsets.push(source.length);
  return { text, offsets };
}

/** Where a stretch of kana and kanji that stay as they are, with nothing that changes the last of them, ends. */
function plainRun(source: string, from: number): number {
  let at = from;
  while (at < source.length && isPlain(source.charCodeAt(at))) at += 1;
  // Whatever follows may be a mark that belongs to the character before it.
  return at < source.length && at > from ? at - 1 : at;
}

function isPlain(unit: number): boolean {
  if (unit >= 0x3041 && unit <= 0x30fe) return unit < 0x3097 || unit > 0x309c;
  return (unit >= 0x4e00 && unit <= 0x9fff && !FOLDED_UNITS.has(unit)) || unit === 0x3001 || unit === 0x3002;
}

const FOLDED_UNITS: ReadonlySet<number> = new Set(Object.keys(FOLDS).map((char) => char.charCodeAt(0)));

/** The combining and half-width voicing marks, which make one kana of two characters. */
function isVoicing(char: string): boolean {
  return char === '\u3099' || char === '\u309a' || char === 'ﾞ' || char === 'ﾟ';
}

/** Variation selectors choose a glyph and mean nothing to a reader's ear. */
function selectorLength(source: string, at: number): number {
  const unit = source.charCodeAt(at);
  if (unit >= 0xfe00 && unit <= 0xfe0f) return 1;
  const supplement = unit === 0xdb40 ? source.charCodeAt(at + 1) : 0;
  return supplement >= 0xdd00 && supplement <= 0xddef ? 2 : 0;
}

function fold(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x3041 && code <= 0x30ff && char.length === 1) return char;
  if (code >= 0x4e00 && code <= 0x9fff && char.length === 1) return FOLDS[char] ?? char;
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return '\u3000';
  // The dictionary knows digits and signs by their full-width forms; Latin letters are unknown to it in either.
  if (code < 0x7f) return /[A-Za-z]/.test(char) ? char : String.fromCharCode(code + 0xfee0);
  const named = FOLDS[char];
  if (named !== undefined) return named;
  if (code >= 0xff01 && code <= 0xff5e) return char;
  const composed = char.normalize('NFKC');
  if (composed.length === 1 && isFoldable(char)) return composed;
  return char.length === 1 && !(code >= 0xd800 && code <= 0xdfff) ? char : STRANGER;
}

/** Only forms of kana and kanji: ①, Ⅲ and ㎞ are words of their own for whoever reads them. */
function isFoldable(char: string): boolean {
  return /^[\u2e80-\u2fdf\uf900-\ufaff\uff66-\uff9f\u3041-\u30ff\u{2f800}-\u{2fa1f}]/u.test(char);
}
