/** Finds words that are typed half in kanji, half in kana: 協どう, 支えあい. Neither the writing nor the reading alone holds them. */
import type { Ruby, Sentence, TextRange } from '../../book/book.ts';
import { foldForSearch } from '../../japanese/search-key.ts';

const KANA = /^[ぁ-ゖゝゞー]$/u;

/** A character, or the base of a ruby, with what it is written and read as; all folded. */
interface Unit extends TextRange {
  readonly base: string;
  /** `null` where there is no ruby. */
  readonly reading: string | null;
}

/** True where a folded query holds kana and something else: only then a mixed search can find more than a plain one. */
export function isMixed(needle: string): boolean {
  const characters = Array.from(needle);
  return characters.some(isKana) && !characters.every(isKana);
}

/** A quick look that spares most sentences the slow one: all that isn't kana must stand in the text as it is written. */
export function mayHoldMixed(foldedText: string, needle: string): boolean {
  for (const character of needle) if (!isKana(character) && !foldedText.includes(character)) return false;
  return true;
}

/** The places where a folded query stands, each word of them written or read, in order and apart from each other. */
export function findMixed(sentence: Sentence, needle: string): readonly TextRange[] {
  const units = unitsOf(sentence);
  const found: TextRange[] = [];
  let next = 0;
  units.forEach((unit, index) => {
    if (index < next || unit.base === '') return;
    if (unit.reading === null && unit.base.charAt(0) !== needle.charAt(0)) return;
    const last = matchFirst(units, index, needle);
    if (last === null) return;
    found.push({ start: unit.start, end: units[last]?.end ?? unit.end });
    next = last + 1;
  });
  return found;
}

/** The index of the last unit of a match whose first unit is at `index`; `null` where there is none. */
function matchFirst(units: readonly Unit[], index: number, needle: string): number | null {
  const whole = match(units, index, needle);
  const unit = units[index];
  if (whole !== null || unit === undefined || unit.reading === null) return whole;
  // The query may begin in the middle of a word.
  for (const form of [unit.base, unit.reading]) {
    for (let from = 1; from < form.length; from++) {
      if (!needle.startsWith(form.slice(from))) continue;
      const last = match(units, index + 1, needle.slice(form.length - from));
      if (last !== null) return last;
    }
  }
  return null;
}

/** The same for a query that begins where the unit begins. */
function match(units: readonly Unit[], index: number, needle: string): number | null {
  if (needle === '') return index - 1;
  const unit = units[index];
  if (unit === undefined) return null;
  for (const form of formsOf(unit)) {
    // It may end in the middle of a word, too.
    if (form.startsWith(needle)) return index;
    if (form !== '' && !needle.startsWith(form)) continue;
    const last = match(units, index + 1, needle.slice(form.length));
    if (last !== null) return last;
  }
  return partsOf(unit, needle).reduce<number | null>(
    (last, length) => last ?? match(units, index + 1, needle.slice(length)),
    null,
  );
}

function formsOf({ base, reading }: Unit): readonly string[] {
  return reading === null ? [base] : [base, reading];
}

/** How much of the query's beginning is the unit with its first characters written and the rest read, or the reverse. */
function partsOf({ base, reading }: Unit, needle: string): readonly number[] {
  if (reading === null) return [];
  return [...halves(base, reading, needle), ...halves(reading, base, needle)];
}

function halves(first: string, second: string, needle: string): readonly number[] {
  const lengths: number[] = [];
  for (let head = 1; head < first.length && needle.startsWith(first.slice(0, head)); head++) {
    for (let from = 1; from < second.length; from++) {
      const tail = second.slice(from);
      if (needle.startsWith(tail, head)) lengths.push(head + tail.length);
    }
  }
  return lengths;
}

function unitsOf(sentence: Sentence): readonly Unit[] {
  const rubies = new Map<number, Ruby>(sentence.ruby.map((ruby) => [ruby.start, ruby]));
  const units: Unit[] = [];
  let at = 0;
  while (at < sentence.text.length) {
    const ruby = rubies.get(at);
    const end = ruby?.end ?? at + String.fromCodePoint(sentence.text.codePointAt(at) ?? 0).length;
    const base = folded(sentence.text.slice(at, end));
    units.push({ start: at, end, base, reading: ruby === undefined ? null : folded(ruby.reading) });
    at = end;
  }
  return units;
}

/** Characters and words come again and again; folding is the slow part, so each is folded once. */
const folds = new Map<string, string>();
const MOST_FOLDS = 20_000;

function folded(text: string): string {
  const there = folds.get(text);
  if (there !== undefined) return there;
  if (folds.size >= MOST_FOLDS) folds.clear();
  const made = foldForSearch(text);
  folds.set(text, made);
  return made;
}

function isKana(character: string): boolean {
  return KANA.test(character);
}
