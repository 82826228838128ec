/** Numbers with 数, 何 and 幾, which stand for a digit: 数十人, 何千, 十数年. */
import type { Piece } from '../pieces.ts';
import { withCounter } from './counted.ts';
import { readWhole } from './numerals.ts';
import { endsWord, type FoundNumber, plainNumber, type Scene, whole } from './scene.ts';
import { kanjiNumberAt } from './written-number.ts';

const VAGUE = /([一二三四五六七八九]?[十百千])?([数何幾])([十百千万億兆]{0,4})/uy;
const MANY_COLOURS = /^(?:も|か[のでをらー]|使|刷|印刷|以|入|分|まで)/u;
const HEADS: Readonly<Record<string, string>> = { 数: 'すう', 何: 'なん', 幾: 'いく' };
const UNITS: Readonly<Record<string, string>> = {
  十: 'じゅう',
  百: 'ひゃく',
  千: 'せん',
  万: 'まん',
  億: 'おく',
  兆: 'ちょう',
};

/** The vague number with its counter from `at`, where `piece` begins, or `null`. */
export function vagueAt(scene: Scene, piece: Piece, at: number): FoundNumber | null {
  const { text } = scene;
  if (!(isVague(text, at) || isVague(text, at + 1) || isVague(text, at + 2))) return null;
  VAGUE.lastIndex = at;
  const match = VAGUE.exec(text);
  if (match === null || piece.posDetail.startsWith('接尾')) return null;
  const [matched, tens = '', word = '', units = ''] = match;
  const end = at + matched.length;
  // One asks for the colour itself with なにいろ, for their number with なんしょく.
  if (matched === '何' && text[end] === '色' && !MANY_COLOURS.test(text.slice(end + 1, end + 4)))
    return whole(at, end + 1, 'なにいろ', { digits: false });
  const written = { end, reading: readTens(tens) + readVague(word, units), value: '' };
  const counted = withCounter(scene, at, written, { digits: false });
  if (counted === null) return units === '' || !endsWord(scene, end) ? null : plainNumber(at, written, false);
  // A word that the dictionary has whole (何者, 数回) is left to it; 何分 it reads なにぶん.
  if (piece.end === counted.end && !matched.startsWith('何分') && text[end] !== '分') return null;
  // 数日 is すうじつ; the dictionary has 数日 but not 数日間.
  if (matched === '数' && text[end] === '日') {
    const { number } = counted;
    return { ...counted, number: { ...number, counter: number.counter.replace('にち', 'じつ') } };
  }
  return counted;
}

function isVague(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === '数' || char === '何' || char === '幾';
}

function readTens(tens: string): string {
  if (tens === '') return '';
  const value = kanjiNumberAt(tens, 0)?.value ?? '';
  return value === '' ? '' : readWhole(value);
}

function readVague(word: string, units: string): string {
  let reading = HEADS[word] ?? '';
  for (const [index, unit] of [...units].entries()) {
    const plain = UNITS[unit] ?? '';
    reading +=
      word === '何' && index === 0 ? plain.replace('ひゃく', 'びゃく').replace(/^せん/u, 'ぜん') : plain;
  }
  return reading;
}
