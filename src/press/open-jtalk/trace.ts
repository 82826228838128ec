/** The trace that `open_jtalk -ot` writes: what it took the text for, and when it says each sound. */
import type { Seconds } from '../../book/book.ts';

/** A word as Open JTalk read it. Its surface is the engine's own writing: full-width, digits as kanji. */
export interface Morpheme {
  readonly surface: string;
  /** Katakana as it is pronounced: ー for long vowels, ワ for the particle は; no marks. Empty for what is silent. */
  readonly pronunciation: string;
  readonly morae: number;
}

/** A sound with its time from the clip's beginning. `pau` and `sil` are silence. */
export interface Phoneme {
  readonly name: string;
  readonly begin: Seconds;
  readonly end: Seconds;
}

export interface Trace {
  readonly morphemes: readonly Morpheme[];
  readonly phonemes: readonly Phoneme[];
}

/** HTK's unit of time is 100 ns. */
const UNITS_A_SECOND = 1e7;
/** Behind the surface stand six fields of the part of speech, the lemma, the reading, then these. */
const PRONUNCIATION_FIELD = 9;
const ACCENT_FIELD = 10;

/** Throws where the text is no trace. */
export function parseTrace(text: string): Trace {
  const lines = text.split('\n');
  const analysis = lines.indexOf('[Text analysis result]');
  const labels = lines.indexOf('[Output label]');
  if (analysis < 0 || labels < analysis) throw new Error('Open JTalk wrote no trace.');
  return {
    morphemes: rows(lines, analysis).map(morphemeOf),
    phonemes: rows(lines, labels).map(phonemeOf),
  };
}

/** The lines after a heading, down to the empty one. */
function rows(lines: readonly string[], heading: number): readonly string[] {
  const rest = lines.slice(heading + 1);
  const end = rest.indexOf('');
  return end < 0 ? rest : rest.slice(0, end);
}

function morphemeOf(line: string): Morpheme {
  const fields = line.split(',');
  const morae = Number(/\/(\d+)$/u.exec(fields[ACCENT_FIELD] ?? '')?.[1] ?? 0);
  const said = (fields[PRONUNCIATION_FIELD] ?? '').replace(/[^ァ-ヺー]/gu, '');
  return { surface: fields[0] ?? '', pronunciation: morae === 0 ? '' : said, morae };
}

function phonemeOf(line: string): Phoneme {
  const [begin, end, label = ''] = line.split(' ');
  // Capital vowels are voiceless ones.
  const name = /-([^+]+)\+/u.exec(label)?.[1] ?? '';
  return { name, begin: Number(begin) / UNITS_A_SECOND, end: Number(end) / UNITS_A_SECOND };
}

/** True for the sound that ends a mora: a vowel, ん or っ. */
function endsMora(phoneme: Phoneme): boolean {
  return /^(?:[aiueoAIUEO]|N|cl)$/u.test(phoneme.name);
}

export function isSilence(phoneme: Phoneme): boolean {
  return phoneme.name === 'sil' || phoneme.name === 'pau';
}

export interface TimedMorpheme extends Morpheme {
  readonly begin: Seconds;
  readonly end: Seconds;
}

/**
 * When each word is said: its morae are counted off along the sounds. `null` where the two counts differ, so that no time
 * is made up. Silent morphemes have no length.
 */
export function timeMorphemes({ morphemes, phonemes }: Trace): readonly TimedMorpheme[] | null {
  const timed: TimedMorpheme[] = [];
  let next = 0;
  let clock = 0;
  for (const morpheme of morphemes) {
    while (next < phonemes.length && isSilence(phonemes[next] as Phoneme)) next += 1;
    let left = morpheme.morae;
    let begin: Seconds | null = null;
    while (left > 0) {
      const phoneme = phonemes[next];
      if (phoneme === undefined || isSilence(phoneme)) return null;
      begin ??= phoneme.begin;
      clock = phoneme.end;
      if (endsMora(phoneme)) left -= 1;
      next += 1;
    }
    timed.push({ ...morpheme, begin: begin ?? clock, end: clock });
  }
  return phonemes.slice(next).every(isSilence) ? timed : null;
}
