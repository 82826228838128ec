/** Two reading engines on two dictionaries: where they differ, the first one's reading is doubtful. */
import type { Ruby, TextRange } from '../book/book.ts';
import { DOUBT_CONFIDENCE } from './doubt.ts';
import { hasKanji, toHiragana } from './kana.ts';
import { CONFIDENCE } from './pieces.ts';
import type { ReadingEngine } from './readings.ts';

/**
 * An engine that reads as `engine` does, rubies, words and all. Where `other` reads a place otherwise, the ruby's
 * confidence says so (`analyzers-disagree`), and the other reading is the first of its alternatives. What an author, a
 * reader or the lexicon said keeps its confidence. It takes the time of both.
 */
export function withSecondOpinion(engine: ReadingEngine, other: ReadingEngine): ReadingEngine {
  return {
    async read(text, options) {
      const read = await engine.read(text, options);
      const second = await other.read(text, options);
      return { ...read, ruby: compare(text, read.ruby, second.ruby) };
    },
  };
}

/** Both lists are sorted and disjoint. */
function compare(text: string, ruby: readonly Ruby[], others: readonly Ruby[]): Ruby[] {
  return placesOf(ruby, others).flatMap(({ range, mine, theirs }) => {
    if (theirs.length === 0) return mine;
    const kana = spell(text, range, theirs);
    return hasKanji(kana) || fold(kana) === fold(spell(text, range, mine))
      ? mine
      : mark(text, range, mine, theirs, kana);
  });
}

interface Place {
  /** From the first ruby's start to the last one's end. */
  readonly range: TextRange;
  readonly mine: readonly Ruby[];
  readonly theirs: readonly Ruby[];
}

/** Rubies that overlap, together with those that these overlap; one pass over both lists. */
function placesOf(ruby: readonly Ruby[], others: readonly Ruby[]): readonly Place[] {
  const places: Place[] = [];
  let next = 0;
  let otherNext = 0;
  for (;;) {
    const first = ruby[next];
    if (first === undefined) return places;
    while ((others[otherNext]?.end ?? Number.POSITIVE_INFINITY) <= first.start) otherNext += 1;
    const mine: Ruby[] = [];
    const theirs: Ruby[] = [];
    let start = first.start;
    let end = first.end;
    for (;;) {
      const one = ruby[next];
      const other = others[otherNext];
      if (one !== undefined && (one.start < end || mine.length === 0)) {
        mine.push(one);
        end = Math.max(end, one.end);
        next += 1;
      } else if (other !== undefined && other.start < end) {
        theirs.push(other);
        start = Math.min(start, other.start);
        end = Math.max(end, other.end);
        otherNext += 1;
      } else break;
    }
    places.push({ range: { start, end }, mine, theirs });
  }
}

/** A stretch with its rubies in place of their bases. */
function spell(text: string, range: TextRange, ruby: readonly Ruby[]): string {
  let kana = '';
  let at = range.start;
  for (const { start, end, reading } of ruby) {
    kana += text.slice(at, start) + reading;
    at = end;
  }
  return kana + text.slice(at, range.end);
}

const ROWS: readonly (readonly [RegExp, string])[] = [
  [/づ/gu, 'ず'],
  [/ぢ/gu, 'じ'],
  [/じゅっ/gu, 'じっ'],
  [/(?<=[おこごそぞとどのほぼぽもよょろを])[おー]/gu, 'う'],
  [/(?<=[えけげせぜてでねへべぺめれ])[えー]/gu, 'い'],
  [/\s/gu, ''],
];

/** What is said the same is written the same: long vowels, ず and づ. */
function fold(kana: string): string {
  return ROWS.reduce((folded, [pattern, written]) => folded.replace(pattern, written), toHiragana(kana));
}

/** The rubies of a place that is read otherwise; those at its edges that both read the same stay sure. */
function mark(
  text: string,
  range: TextRange,
  mine: readonly Ruby[],
  theirs: readonly Ruby[],
  kana: string,
): readonly Ruby[] {
  const { first, last, rest } = differing(text, range, mine, kana);
  return mine.map((ruby, index) => {
    if (index < first || index > last) return ruby;
    const same = theirs.find((other) => other.start === ruby.start && other.end === ruby.end);
    if (same !== undefined && fold(same.reading) === fold(ruby.reading)) return ruby;
    return doubted(ruby, same?.reading ?? (first === last ? rest : ''));
  });
}

interface Differing {
  /** Indices of the first and the last ruby that differ. */
  readonly first: number;
  readonly last: number;
  /** The other's kana without those of the rubies before and behind. */
  readonly rest: string;
}

function differing(text: string, range: TextRange, mine: readonly Ruby[], kana: string): Differing {
  let rest = kana;
  let first = 0;
  let last = mine.length - 1;
  const before = (index: number): string =>
    text.slice(mine[index - 1]?.end ?? range.start, mine[index]?.start);
  const behind = (index: number): string => text.slice(mine[index]?.end, mine[index + 1]?.start ?? range.end);
  while (first < last && rest.startsWith(before(first) + mine[first]?.reading)) {
    rest = rest.slice(before(first).length + (mine[first]?.reading.length ?? 0));
    first += 1;
  }
  while (first < last && rest.endsWith(mine[last]?.reading + behind(last))) {
    rest = rest.slice(0, rest.length - behind(last).length - (mine[last]?.reading.length ?? 0));
    last -= 1;
  }
  const lead = before(first);
  const tail = behind(last);
  const fits = rest.startsWith(lead) && rest.endsWith(tail) && rest.length >= lead.length + tail.length;
  return { first, last, rest: fits ? rest.slice(lead.length, rest.length - tail.length) : '' };
}

const HIRAGANA = /^[ぁ-ゖー]+$/u;

function doubted(ruby: Ruby, reading: string): Ruby {
  if (ruby.origin === 'author' || ruby.origin === 'reader') return ruby;
  if (ruby.origin === 'lexicon' || ruby.confidence >= CONFIDENCE.lexicon) return ruby;
  const confidence = Math.min(ruby.confidence, DOUBT_CONFIDENCE['analyzers-disagree']);
  if (!HIRAGANA.test(reading) || reading === ruby.reading) return { ...ruby, confidence };
  const others = (ruby.alternatives ?? []).filter((one) => one !== reading);
  return { ...ruby, confidence, alternatives: [reading, ...others] };
}
