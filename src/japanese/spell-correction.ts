/** How a reader's reading lies over a word: its rubies, and what else the word could be read as. */
import type { Ruby, Sentence, TextRange } from '../book/book.ts';
import { isReading } from '../book/corrections.ts';
import { type AlignedRuby, alignReading } from './align.ts';
import { toHiragana } from './kana.ts';

/** The reading that was typed, in hiragana: either syllabary in either width is taken. `null` for anything else. */
export function foldReading(typed: string): string | null {
  const reading = toHiragana(typed.normalize('NFKC')).replace(/\s/gu, '');
  return isReading(reading) ? reading : null;
}

/**
 * The rubies of a stretch of the sentence that is read so, with offsets in the sentence; empty where the reading says
 * nothing that isn't written. The rubies that are there keep their bases as long as all but one of them can be read as
 * they are known to be (川崎|市, かわさき|いち); else okurigana stay outside, or the whole stretch is one ruby.
 */
export function spellCorrection(
  { text, ruby }: Sentence,
  range: TextRange,
  reading: string,
): readonly AlignedRuby[] {
  const inside = ruby.filter((one) => one.start >= range.start && one.end <= range.end);
  const along = alongRubies(partsOf(text, range, inside), reading);
  if (along !== null) return along.filter((one) => one.reading !== text.slice(one.start, one.end));
  const known = new Set(
    inside.flatMap((one) => knownReadings(one).map((said) => `${text.slice(one.start, one.end)}\0${said}`)),
  );
  return alignReading(text.slice(range.start, range.end), reading, (kanji, part) =>
    known.has(`${kanji}\0${part}`),
  ).map((one) => ({ ...one, start: one.start + range.start, end: one.end + range.start }));
}

/** More than this nobody compares. */
const MOST_CHOICES = 6;

/**
 * The whole readings that the engine knows for a stretch, likeliest first, the present one first of all. What is read
 * without ruby (the digits of 14年度) is taken from `reading`, which is the stretch's present reading.
 */
export function readingChoices(
  { text, ruby }: Sentence,
  range: TextRange,
  reading: string,
): readonly string[] {
  const inside = ruby.filter((one) => one.start >= range.start && one.end <= range.end);
  const parts = partsOf(text, range, inside);
  const pattern = parts.map((part) => {
    if (part.ruby !== null) return `(${escaped(toHiragana(part.ruby.reading))})`;
    return /[\p{N}\p{L}]/u.test(part.text) && !/^[\p{scx=Hira}\p{scx=Kana}]*$/u.test(part.text)
      ? '(.+?)'
      : `(${escaped(toHiragana(part.text))})`;
  });
  const spelled = new RegExp(`^${pattern.join('')}$`, 'u').exec(reading);
  if (spelled === null) return [reading];
  let choices: { readonly said: string; readonly unlikely: number }[] = [{ said: '', unlikely: 0 }];
  parts.forEach((part, index) => {
    const readings = part.ruby === null ? [spelled[index + 1] ?? ''] : knownReadings(part.ruby);
    choices = choices
      .flatMap(({ said, unlikely }) =>
        readings.map((one, rank) => ({ said: said + one, unlikely: unlikely + rank })),
      )
      .sort((one, other) => one.unlikely - other.unlikely)
      .slice(0, MOST_CHOICES);
  });
  return [...new Set(choices.map(({ said }) => said))].filter(isReading);
}

/** No word has more; a longer stretch from a list isn't tried in all ways. */
const MOST_RUBIES = 8;

interface Part extends TextRange {
  readonly text: string;
  /** `null` for what stands between the rubies. */
  readonly ruby: Ruby | null;
}

function partsOf(text: string, range: TextRange, inside: readonly Ruby[]): readonly Part[] {
  const parts: Part[] = [];
  let at = range.start;
  const add = (start: number, end: number, ruby: Ruby | null): void => {
    if (start < end) parts.push({ start, end, text: text.slice(start, end), ruby });
    at = end;
  };
  for (const one of inside) {
    add(at, one.start, null);
    add(one.start, one.end, one);
  }
  add(at, range.end, null);
  return parts;
}

function knownReadings(ruby: Ruby): readonly string[] {
  return [ruby.reading, ...(ruby.alternatives ?? [])].map(toHiragana);
}

/** The reading cut at the rubies that are there, one of which may be read as nobody knew; `null` where it can't be. */
function alongRubies(parts: readonly Part[], reading: string): readonly AlignedRuby[] | null {
  const from = (index: number, at: number, free: boolean): readonly AlignedRuby[] | null => {
    const part = parts[index];
    if (part === undefined) return at === reading.length ? [] : null;
    const { start, end } = part;
    const goOn = (said: string, stillFree: boolean): readonly AlignedRuby[] | null => {
      const rest = from(index + 1, at + said.length, stillFree);
      if (rest === null) return null;
      return part.ruby === null ? rest : [{ start, end, reading: said }, ...rest];
    };
    if (part.ruby === null) {
      const said = toHiragana(part.text);
      return reading.startsWith(said, at) ? goOn(said, free) : null;
    }
    for (const said of knownReadings(part.ruby)) {
      const found = reading.startsWith(said, at) ? goOn(said, free) : null;
      if (found !== null) return found;
    }
    for (let to = at + 1; free && to <= reading.length; to++) {
      const found = goOn(reading.slice(at, to), false);
      if (found !== null) return found;
    }
    return null;
  };
  const rubies = parts.filter((part) => part.ruby !== null).length;
  return rubies > 0 && rubies <= MOST_RUBIES ? from(0, 0, true) : null;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
