/** What numbers begin at a place of a text. */
import type { Piece } from '../pieces.ts';
import { countsAt, withCounter } from './counted.ts';
import { counterAt, joinCounter } from './counters.ts';
import { eraDateAt, formAt } from './number-forms.ts';
import { PLACE, placeKind } from './number-places.ts';
import { numberSign, romanValue } from './number-signs.ts';
import { readDigits, readWhole } from './numerals.ts';
import { endsPair, sharedReading } from './ranges.ts';
import { endsWord, type FoundNumber, plainNumber, type Scene, whole } from './scene.ts';
import { vagueAt } from './vague.ts';
import { ascii, ERA_LETTER, eraOf, matchAt } from './written-forms.ts';
import { digitsAt, isDigitAt, kanjiNumberAt } from './written-number.ts';

const NONE: readonly FoundNumber[] = [];

/**
 * The numbers that begin at `at`, a place of `nextPlace`, in order; none where it turns out to be something else. The
 * first begins at `at`; a telephone number has several, with signs between them.
 */
export function numbersAt(scene: Scene, piece: Piece, at: number): readonly FoundNumber[] {
  const { text } = scene;
  const kind = placeKind(text.charCodeAt(at));
  if (kind === PLACE.digit) return digitNumber(scene, at);
  if (kind === PLACE.sign) return signNumber(scene, at);
  if (kind === PLACE.prefix) return prefixed(scene, at);
  if (kind === PLACE.roman) return romanLetters(scene, at);
  // Kanji for numbers are also parts of words, so that a word must begin with them.
  if (at !== piece.start) return NONE;
  const found =
    kind === PLACE.first
      ? firstYear(scene, piece, at)
      : (vagueAt(scene, piece, at) ?? kanjiNumber(scene, piece, at));
  return found === null ? NONE : [found];
}

function digitNumber(scene: Scene, at: number): readonly FoundNumber[] {
  const { text } = scene;
  const form = formAt(text, at);
  if (form.length > 0) return form;
  const written = digitsAt(text, at);
  if (text[at - 1] === '＃' || text[at - 1] === '♯') {
    return [plainNumber(at, { ...written, reading: readDigits(written.value) }, true)];
  }
  const counted = withCounter(scene, at, written, { digits: true, span: endsPair(text, at, written) });
  if (counted !== null) return [counted];
  const plain = plainNumber(
    at,
    { ...written, reading: sharedReading(text, at, written) ?? written.reading },
    true,
  );
  const more = rest(scene, written.end);
  return more === null ? [plain] : [plain, more];
}

/** 10数人, 30余年: what adds an unknown number, with the counter behind it. */
function rest(scene: Scene, at: number): FoundNumber | null {
  const { text } = scene;
  const char = text.charAt(at);
  if (char !== '数' && char !== '余') return null;
  if (char === '余' && countsAt(text, at + 1)) {
    return withCounter(scene, at, { end: at + 1, reading: 'よ', value: '' }, { digits: false });
  }
  const end = at + (/^数[十百千万億兆]{0,2}/u.exec(text.slice(at, at + 3))?.[0].length ?? 0);
  if (end === at || !(countsAt(text, end) || end > at + 1)) return null;
  const units = [...text.slice(at + 1, end)].map((unit) => readUnit(unit)).join('');
  const written = { end, reading: `すう${units}`, value: '' };
  return withCounter(scene, at, written, { digits: false }) ?? plainNumber(at, written, false);
}

function readUnit(unit: string): string {
  return { 十: 'じゅう', 百: 'ひゃく', 千: 'せん', 万: 'まん', 億: 'おく', 兆: 'ちょう' }[unit] ?? '';
}

function signNumber(scene: Scene, at: number): readonly FoundNumber[] {
  const { text } = scene;
  const sign = numberSign(text.charCodeAt(at));
  if (sign === null) return NONE;
  let { value } = sign;
  let end = at + 1;
  if (sign.kind === 'roman') {
    // XIII and the like have no character of their own.
    for (
      let next = numberSign(text.charCodeAt(end));
      next?.kind === 'roman';
      next = numberSign(text.charCodeAt(end))
    ) {
      value += next.value;
      end += 1;
    }
    const written = { end, reading: readWhole(String(value)), value: String(value) };
    return [withCounter(scene, at, written, { digits: true }) ?? plainNumber(at, written, true)];
  }
  const word = { circled: 'まる', bracketed: 'かっこ', dotted: '' }[sign.kind];
  return [whole(at, end, word + readWhole(String(value)))];
}

/** The letter of an era, a minus, the sign of the yen. */
function prefixed(scene: Scene, at: number): readonly FoundNumber[] {
  const { text } = scene;
  const char = text.charAt(at);
  if (char === '￥' || char === '¥') return [money(text, at, '円')];
  if (char === '＄') return [money(text, at, 'ドル')];
  if (/[－−△▲]/u.test(char)) {
    if (!isMinus(text, at, char)) return NONE;
    return [whole(at, at + 1, 'まいなす'), ...digitNumber(scene, at + 1)];
  }
  const match = matchAt(ERA_LETTER, text, at);
  const era = match === null ? null : eraOf(match);
  if (era === null) return NONE;
  const letter = whole(at, at + 1, era.reading, { digits: false, irregular: true });
  const date = eraDateAt(text, at + 1);
  return date === null ? [letter, ...digitNumber(scene, at + 1)] : [letter, date];
}

function money(text: string, at: number, currency: string): FoundNumber {
  const written = digitsAt(text, at + 1);
  const counter = counterAt(currency, 0);
  const named = counter === null || text.startsWith(currency, written.end);
  return whole(at, written.end, named ? written.reading : joinCounter(written.reading, counter).join(''));
}

/** A dash before a number is a minus at the start of what is said; a triangle where accounts are given. */
function isMinus(text: string, at: number, char: string): boolean {
  const { end } = digitsAt(text, at + 1);
  if (char === '△' || char === '▲') return /^[％円千百万億人件ポ．]/u.test(text.charAt(end));
  const before = text.charAt(at - 1);
  return /^[　（「、。：はがをで]?$/u.test(before) && /^[％℃°度]|^ポイ|^パー/u.test(text.slice(end, end + 2));
}

/** 第III期 in letters. */
function romanLetters(scene: Scene, at: number): readonly FoundNumber[] {
  const letters = /^[IVXＩＶＸ]{1,4}(?![A-Za-zＡ-Ｚａ-ｚ])/u.exec(scene.text.slice(at, at + 6))?.[0] ?? '';
  const value = romanValue(ascii(letters));
  if (value === 0) return NONE;
  const written = { end: at + letters.length, reading: readWhole(String(value)), value: String(value) };
  return [withCounter(scene, at, written, { digits: true }) ?? plainNumber(at, written, true)];
}

/** 元年度, and 元（2019）年度 behind the name of an era. The dictionary has 元年. */
function firstYear(scene: Scene, piece: Piece, at: number): FoundNumber | null {
  const { text } = scene;
  if (piece.surface.startsWith('元年')) return null;
  const written = { end: at + 1, reading: 'がん', value: '' };
  if (text[at + 1] === '年') return withCounter(scene, at, written, { digits: false });
  const era = /(?:明治|大正|昭和|平成|令和)$/u.test(text.slice(Math.max(0, at - 2), at));
  return era ? plainNumber(at, written, false) : null;
}

/** Words that are nothing but figures, each read by itself. */
const WORDS: readonly (readonly [surface: string, reading: string])[] = [
  ['七五三', 'しちごさん'],
  ['五七五七七', 'ごしちごしちしち'],
  ['五七五', 'ごしちご'],
  ['三三九度', 'さんさんくど'],
];

/** Numbers in kanji are also parts of words (一般, 三重, 十分), so the analyzer must have seen a number there. */
function kanjiNumber(scene: Scene, piece: Piece, at: number): FoundNumber | null {
  const { text } = scene;
  if (piece.surface === '十分') return tenMinutes(scene, at);
  const special = weekdayOfMonth(text, at) ?? everybody(text, at);
  if (special !== null) return special;
  const word = WORDS.find(([surface]) => text.startsWith(surface, at));
  if (word !== undefined) return whole(at, at + word[0].length, word[1], { digits: false });
  const written = kanjiNumberAt(text, at);
  if (written === null) return blank(text, at);
  const span = endsPair(text, at, written);
  const counted = withCounter(scene, at, written, { digits: false, span });
  const afterMonth = text[at - 1] === '月';
  const seen = piece.posDetail.startsWith('数') || /[壱弐〇]/u.test(text.slice(at, written.end));
  if (counted !== null) {
    // One word of the dictionary (一部, 三月, 二人) is left to it, unless it is a day that the text tells better.
    const day =
      text[counted.end - 1] === '日' && (afterMonth || span || counted.number.number === 'ついたち');
    if (piece.end === counted.end && !day) return null;
    // 一行 alone is a group of travellers or a line; a line counted in order is neither.
    const ordinal = text[counted.end - 1] === '目' && piece.end === counted.end - 1;
    if (seen || afterMonth || day || ordinal) return counted;
  }
  if (!seen || !(endsWord(scene, written.end) && (piece.end < written.end || isDigitAt(text, at)))) {
    return seen ? pairInKanji(scene, at, piece) : null;
  }
  return plainNumber(at, written, false);
}

/** In 第二日曜日 the dictionary sees 二日. */
function weekdayOfMonth(text: string, at: number): FoundNumber | null {
  if (text[at - 1] !== '第') return null;
  const [matched, day, end] = /^([一二三四五])日曜(日?)/u.exec(text.slice(at, at + 4)) ?? [];
  if (matched === undefined) return null;
  const number = readWhole(String('一二三四五'.indexOf(day ?? '') + 1));
  return whole(at, at + matched.length, `${number}にちよう${end === '' ? '' : 'び'}`, { digits: false });
}

/** 万人 are all of mankind, unless a number stands before them. */
function everybody(text: string, at: number): FoundNumber | null {
  if (
    !text.startsWith('万人', at) ||
    /[0-9０-９〇一-十百千数何][　 ]?$/u.test(text.slice(Math.max(0, at - 2), at))
  )
    return null;
  return whole(at, at + 2, 'ばんにん', { digits: false });
}

/** 〇〇さん: what is left to be filled in is said まるまる. */
function blank(text: string, at: number): FoundNumber | null {
  const length = /^〇{2,4}(?![一二三四五六七八九十百千万])/u.exec(text.slice(at, at + 6))?.[0].length ?? 0;
  return length === 0 ? null : whole(at, at + length, 'まる'.repeat(length), { digits: false });
}

/** 四 of 四、五人, read し, which the dictionary can't know. */
function pairInKanji(scene: Scene, at: number, piece: Piece): FoundNumber | null {
  const written = kanjiNumberAt(scene.text, at);
  if (written === null || piece.end !== written.end) return null;
  const reading = sharedReading(scene.text, at, written);
  return reading === null ? null : plainNumber(at, { ...written, reading }, false);
}

/** 十分 is enough, じゅうぶん, but ten minutes where a time is told. */
function tenMinutes(scene: Scene, at: number): FoundNumber | null {
  const { text } = scene;
  const timed =
    /^(?:間|以内|おき|ごと|毎|休憩|程度|弱|強|前に|後に|遅れ)/u.test(text.slice(at + 2, at + 4)) ||
    /(?:約|徒歩|車で|バスで|歩いて|時)$/u.test(text.slice(Math.max(0, at - 3), at));
  if (!timed) return null;
  const counter = counterAt('分', 0);
  if (counter === null) return null;
  // As one, so that a voice is told too.
  return whole(at, at + 2, joinCounter('じゅう', counter).join(''), { digits: false, irregular: true });
}
