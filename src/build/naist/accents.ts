/** The part that only a voice needs: pronunciations, accents, and how accents join in a phrase. */
import type { Sections } from '../../japanese/naist/container.ts';
import type { DictionaryEntry } from '../mecab/system-dictionary.ts';
import { ByteColumn, rankByFrequency, utf8 } from './columns.ts';

/** Fields of an entry's feature. */
const BASE_FORM = 6;
const READING = 7;
const PRONUNCIATION = 8;
const ACCENT = 9;
const CHAIN = 10;

/** How a pronunciation is written: long vowels by rule, like the reading, or as a line of its own. */
const PRONOUNCED = { long: 0, same: 1, listed: 2 } as const;

/**
 * Columns in the order of the furigana's entries. `exceptions` are the fields of dictionary form and reading of
 * entries that are several words, whose seams (`:`) furigana does without.
 */
export function packAccents(entries: readonly DictionaryEntry[]): Sections {
  const features = entries.map((entry) => entry.feature.split(','));
  const accents = rankByFrequency(features.map((fields) => fields[ACCENT] ?? ''));
  const chains = rankByFrequency(features.map((fields) => fields[CHAIN] ?? ''));
  const pronounced = new ByteColumn();
  const accentOf = new ByteColumn();
  const chainOf = new ByteColumn();
  const listed: string[] = [];
  const exceptions: string[] = [];
  features.forEach((fields, index) => {
    const reading = fields[READING] ?? '';
    const pronunciation = fields[PRONUNCIATION] ?? '';
    if (pronunciation === withLongVowels(reading)) pronounced.push(PRONOUNCED.long);
    else if (pronunciation === reading) pronounced.push(PRONOUNCED.same);
    else {
      pronounced.push(PRONOUNCED.listed);
      listed.push(pronunciation);
    }
    accentOf.pushSmall(accents.get(fields[ACCENT] ?? '') ?? 0);
    chainOf.pushSmall(chains.get(fields[CHAIN] ?? '') ?? 0);
    if (reading.includes(':')) exceptions.push([index, fields[BASE_FORM], reading].join('\t'));
  });
  return new Map([
    ['accents', utf8([...accents.keys()].join('\n'))],
    ['accent-of', accentOf.done()],
    ['chains', utf8([...chains.keys()].join('\n'))],
    ['chain-of', chainOf.done()],
    ['pronounced', pronounced.done()],
    ['pronunciations', utf8(listed.join('\n'))],
    ['exceptions', utf8(exceptions.join('\n'))],
  ]);
}

const O_ROW = /([オコソトノホモヨロゴゾドボポョ])ウ/gu;
const E_ROW = /([エケセテネヘメレゲゼデベペ])イ/gu;

/** コウエイ is said コーエー, as a rule. */
export function withLongVowels(reading: string): string {
  return reading.replace(O_ROW, '$1ー').replace(E_ROW, '$1ー');
}
