/** naist-jdic behind the analyzer port: words as MeCab finds them, read from one packed file. */
import type { Analyzer, Token } from '../analyzer.ts';
import { CONFIDENCE, type Piece } from '../pieces.ts';
import type { BestPath } from './best-path.ts';
import { costOf, type Dictionary, readDictionary } from './dictionary.ts';
import { entriesOf, readingOf } from './entries.ts';
import { createLattice } from './lattice.ts';
import { createLexemes, type Lexeme } from './lexemes.ts';
import { marginOf } from './margin.ts';

/** The analyzer, and what lies under it for whoever wants columns instead of objects. */
export interface NaistAnalyzer extends Analyzer {
  /** The words of a text as columns; what `parse` makes its tokens of. */
  analyze(text: string): BestPath;
  readonly pieces: (text: string) => readonly Piece[];
  /** Calls for each word of a text in order; between words that don't touch there are only spaces. */
  eachWord(text: string, visit: (lexeme: Lexeme, start: number, end: number) => void): void;
}

/** Surfaces whose readings are kept, so that a long text in another language doesn't fill the memory. */
const MOST_KNOWN = 50_000;

/** Rejects with a `TypeError` where the bytes, gzipped or not, are no packed dictionary. */
export async function createNaistAnalyzer(bytes: ArrayBuffer): Promise<NaistAnalyzer> {
  return analyzerOf(await readDictionary(bytes));
}

export function analyzerOf(dictionary: Dictionary): NaistAnalyzer {
  const lattice = createLattice(dictionary);
  const lexemes = createLexemes(dictionary);
  const known = new Map<string, readonly string[]>();
  const margins = new Map<string, Map<string, number | null>>();

  const eachWord: NaistAnalyzer['eachWord'] = (text, visit) => {
    const { length, entries, starts, ends } = lattice.look(text);
    for (let index = 0; index < length; index++) {
      const start = starts[index] ?? 0;
      const end = ends[index] ?? 0;
      visit(lexemes.of(entries[index] ?? 0, text, start, end), start, end);
    }
  };

  return {
    analyze: lattice.analyze,
    eachWord,
    async parse(text) {
      const tokens: Token[] = [];
      let at = 0;
      eachWord(text, (lexeme, start, end) => {
        if (start > at) tokens.push(spaces(text, at, start));
        tokens.push(tokenOf(lexeme, start));
        at = end;
      });
      if (at < text.length) tokens.push(spaces(text, at, text.length));
      return tokens;
    },
    pieces(text) {
      const { length, entries, starts, ends } = lattice.look(text);
      const pieces: Piece[] = [];
      let at = 0;
      for (let index = 0; index < length; index++) {
        const start = starts[index] ?? 0;
        if (start > at) pieces.push(pieceOf(lexemes.ofSpaces(text, at, start), at, start));
        at = ends[index] ?? 0;
        pieces.push(pieceOf(lexemes.of(entries[index] ?? 0, text, start, at), start, at));
      }
      if (at < text.length) pieces.push(pieceOf(lexemes.ofSpaces(text, at, text.length), at, text.length));
      return pieces;
    },
    marginOf(surface, reading) {
      const kept = margins.get(surface);
      const cached = kept?.get(reading);
      if (cached !== undefined) return cached;
      const margin = marginOf(dictionary, surface, reading);
      if (kept !== undefined) kept.set(reading, margin);
      else {
        if (margins.size >= MOST_KNOWN) margins.clear();
        margins.set(surface, new Map([[reading, margin]]));
      }
      return margin;
    },
    readingsOf(surface) {
      const cached = known.get(surface);
      if (cached !== undefined) return cached;
      const readings = readingsOf(dictionary, surface);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(surface, readings);
      return readings;
    },
  };
}

function pieceOf(lexeme: Lexeme, start: number, end: number): Piece {
  return {
    surface: lexeme.surface,
    start,
    end,
    reading: lexeme.hiragana,
    pos: lexeme.pos,
    posDetail: lexeme.posDetail,
    baseForm: lexeme.baseForm,
    form: lexeme.form,
    origin: 'analyzer',
    confidence: CONFIDENCE.analyzer,
    number: undefined,
    word: lexeme,
  };
}

function tokenOf({ surface, katakana, pos, posDetail, baseForm, form }: Lexeme, start: number): Token {
  const known = katakana !== null;
  return {
    surface,
    start,
    pos,
    posDetail,
    baseForm: known ? baseForm : undefined,
    form: form === '' ? undefined : form,
    reading: katakana,
    known,
  };
}

/** MeCab passes over spaces. */
function spaces(text: string, start: number, end: number): Token {
  return {
    surface: text.slice(start, end),
    start,
    pos: '記号',
    posDetail: '空白',
    reading: null,
    known: false,
  };
}

function readingsOf({ trie, words }: Dictionary, surface: string): readonly string[] {
  const { from, to } = entriesOf(trie, surface);
  const entries = Array.from({ length: to - from }, (_, index) => from + index);
  entries.sort((one, other) => costOf(words, one) - costOf(words, other));
  return [...new Set(entries.map((entry) => readingOf(words, entry, surface)))];
}
