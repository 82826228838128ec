/** What is to be settled in a document: its doubtful places in reading order, those of one word together or each alone. */
import type { Book, Sentence, TextRange } from '../../book/book.ts';
import { sentencesOf } from '../../book/walk.ts';
import { type Doubt, doubtsOf, groupDoubts } from '../../japanese/doubt.ts';
import { hasKanji, toHiragana } from '../../japanese/kana.ts';
import { doubtKey } from '../../library/settled-readings.ts';

export interface DoubtItem {
  /** Unique in the list. */
  readonly id: string;
  /** What a decision on it is kept under; the same for the same word read the same elsewhere. */
  readonly key: string;
  readonly doubt: Doubt;
  /** The sentence of the (first) place. */
  readonly sentence: Sentence;
  /** How many places it stands for. */
  readonly places: number;
}

export function doubtItems(book: Book, together: boolean): readonly DoubtItem[] {
  const sentences = new Map(sentencesOf(book).map(({ sentence }) => [sentence.id, sentence]));
  const doubts = doubtsOf(book);
  const groups = together ? groupDoubts(doubts) : doubts.map((doubt) => [doubt]);
  return groups.flatMap((group) => {
    const [doubt] = group;
    const sentence = doubt && sentences.get(doubt.sentence);
    if (doubt === undefined || sentence === undefined) return [];
    const id = `${doubt.sentence}.${doubt.start}`;
    return [{ id, key: doubtKey(doubt.surface, doubt.reading), doubt, sentence, places: group.length }];
  });
}

/** How a stretch is read, in hiragana, when the doubtful place in it is read as `reading`. */
export function readingOf(sentence: Sentence, range: TextRange, doubt: Doubt, reading: string): string {
  const inside = sentence.ruby
    .filter((ruby) => ruby.start >= range.start && ruby.end <= range.end)
    .filter((ruby) => ruby.end <= doubt.start || ruby.start >= doubt.end);
  const said = [...inside, { start: doubt.start, end: doubt.end, reading }].sort((a, b) => a.start - b.start);
  let kana = '';
  let at = range.start;
  for (const ruby of said) {
    kana += sentence.text.slice(at, ruby.start) + ruby.reading;
    at = ruby.end;
  }
  return toHiragana(kana + sentence.text.slice(at, range.end));
}

/** Where a surface stands in the sentence, with the doubtful place in it; `null` where it doesn't. */
export function rangeOf(sentence: Sentence, surface: string, doubt: Doubt): TextRange | null {
  const from = Math.max(0, doubt.end - surface.length);
  const start = sentence.text.indexOf(surface, from);
  return start < 0 || start > doubt.start ? null : { start, end: start + surface.length };
}

/** How often a surface occurs in a book, and how it is read where it is read otherwise than `reading`. */
export interface Occurrences {
  readonly count: number;
  /** Each once, in the order in which they occur. */
  readonly otherReadings: readonly string[];
}

/** Where it has no reading yet, it isn't read otherwise. */
export function occurrencesOf(book: Book, surface: string, reading: string): Occurrences {
  const others = new Set<string>();
  let count = 0;
  if (surface === '') return { count, otherReadings: [] };
  for (const { sentence } of sentencesOf(book)) {
    for (let at = sentence.text.indexOf(surface); at >= 0; at = sentence.text.indexOf(surface, at + 1)) {
      const end = at + surface.length;
      // Within a longer word that is read as one it isn't the same word.
      if (sentence.ruby.some((ruby) => cuts(ruby, at) || cuts(ruby, end))) continue;
      count += 1;
      const said = spell(sentence, { start: at, end });
      if (said !== reading && !hasKanji(said)) others.add(said);
    }
  }
  return { count, otherReadings: [...others] };
}

function cuts({ start, end }: TextRange, at: number): boolean {
  return start < at && at < end;
}

function spell(sentence: Sentence, { start, end }: TextRange): string {
  let kana = '';
  let at = start;
  for (const ruby of sentence.ruby) {
    if (ruby.start < start || ruby.end > end) continue;
    kana += sentence.text.slice(at, ruby.start) + ruby.reading;
    at = ruby.end;
  }
  return toHiragana(kana + sentence.text.slice(at, end));
}
