/** Rubies from pieces whose readings are settled. */
import type { Ruby, Utf16Offset } from '../book/book.ts';
import type { SpelledRuby } from './align.ts';
import { type AlignedRuby, alignReading } from './align.ts';
import { spellOthers } from './alternatives.ts';
import type { Analyzer } from './analyzer.ts';
import { heardOver } from './first-pieces.ts';
import { hasKanji, toHiragana } from './kana.ts';
import { type DigitRuby, numberRubies } from './number-rubies.ts';
import type { Piece } from './pieces.ts';

export interface SettledText {
  /** Where each character of the pieces' text stands in the source; one more at the end. */
  readonly offsets: readonly Utf16Offset[];
  readonly pieces: readonly Piece[];
  /** The analyzer's own, before any rule. */
  readonly first: readonly Piece[];
  readonly digits: DigitRuby;
}

/** The rubies of a text in order, by the source's offsets. */
export type RubyMaker = (text: SettledText) => Ruby[];

/** The same words come again and again: what was worked out is kept, until it is too much. */
const MOST_SPELLINGS = 40_000;

const NONE: readonly SpelledRuby[] = [];

/** One way in which a surface was read, with the next. */
interface Spelling {
  readonly reading: string;
  readonly heard: string | null;
  readonly rubies: readonly SpelledRuby[];
  readonly next: Spelling | null;
}

export function createRubyMaker(analyzer: Analyzer): RubyMaker {
  const spellings = new Map<string, Spelling>();
  let count = 0;

  const spell = (surface: string, reading: string, heard: string | null): readonly SpelledRuby[] => {
    const known = spellings.get(surface) ?? null;
    for (let one = known; one !== null; one = one.next) {
      if (one.reading === reading && one.heard === heard) return one.rubies;
    }
    if (count >= MOST_SPELLINGS) {
      spellings.clear();
      count = 0;
    }
    const rubies = spellOthers(surface, align(surface, reading, analyzer), heard, analyzer);
    spellings.set(surface, { reading, heard, rubies, next: count === 0 ? null : known });
    count += 1;
    return rubies;
  };

  /** Of a piece that is as the analyzer gave it. */
  const spellKnown = (piece: Piece, reading: string): readonly SpelledRuby[] => {
    const rubies = hasKanji(piece.surface) ? spell(piece.surface, reading, null) : NONE;
    if (piece.word !== undefined) piece.word.rubies = rubies;
    return rubies;
  };

  return ({ offsets, pieces, first, digits }) => {
    const result: Ruby[] = [];
    /** The first of the analyzer's words that ends behind the piece's start. */
    let behind = 0;
    for (const piece of pieces) {
      const { surface, reading, number, origin, confidence } = piece;
      while ((first[behind]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) behind += 1;
      if (reading === null) continue;
      let rubies: readonly SpelledRuby[];
      if (piece === first[behind]) {
        rubies = piece.word?.rubies ?? spellKnown(piece, reading);
      } else {
        const isNumber = number !== undefined && origin === 'rule';
        if (!(isNumber || hasKanji(surface))) continue;
        const otherwise = heardOver(first, behind, piece.start, piece.end);
        const heard = otherwise === reading ? null : otherwise;
        rubies = isNumber
          ? numberRubies({ surface, reading, number, heard }, digits, analyzer)
          : spell(surface, reading, heard);
      }
      for (const ruby of rubies) {
        const start = offsets[piece.start + ruby.start] ?? 0;
        const end = offsets[piece.start + ruby.end] ?? 0;
        const { reading, alternatives } = ruby;
        result.push(
          alternatives === undefined
            ? { start, end, reading, origin, confidence }
            : { start, end, reading, origin, confidence, alternatives },
        );
      }
    }
    return result;
  };
}

function align(surface: string, reading: string, analyzer: Analyzer): readonly AlignedRuby[] {
  return alignReading(surface, reading, (kanji, part) =>
    analyzer.readingsOf(kanji).some((known) => toHiragana(known) === part),
  );
}
