/** Units of measure as counters: the voice's table, with the sound changes of what the units are called. */
import { toHiragana } from '../kana.ts';
import { UNITS } from '../speech/units.ts';
import type { Counter } from './counter-table.ts';

const WORDS: Readonly<Record<string, string>> = {
  平方: 'へいほう',
  立方: 'りっぽう',
  毎: 'まい',
  時: 'じ',
  度: 'ど',
};

/** As they stand in a text whose digits and signs are full-width. */
export const UNIT_COUNTERS: readonly Counter[] = Object.entries(UNITS).flatMap(([unit, words]) => {
  const reading = toHiragana(words.replace(/平方|立方|毎|時|度/gu, (word) => WORDS[word] ?? word));
  const counter = { reading, sound: soundOf(reading), ...(reading === 'ど' && { alone: { '0': 'れい' } }) };
  // Letters come in both widths, signs in the wide one.
  const narrow = unit.replace(/[%/0-9]/gu, wide);
  const letters = unit.replace(/[!-~]/gu, wide);
  return [...new Set([narrow, letters])].map((text) => ({ text, ...counter }));
});

function wide(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) + 0xfee0);
}

function soundOf(reading: string): Counter['sound'] {
  if (reading.startsWith('とん')) return 't';
  return reading.startsWith('き') || reading.startsWith('か') ? 'loan' : 'noun';
}
