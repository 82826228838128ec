/** naist-jdic behind the analyzer port: words as MeCab finds them, read from one packed file. */
import type { Analyzer, Token } from '../analyzer.ts';
import { costOf, type Dictionary, readDictionary, templateOf } from './dictionary.ts';
import { entriesOf, readingOf } from './entries.ts';
import { type BestPath, createLattice } from './lattice.ts';

/** The analyzer, and what lies under it for whoever wants columns instead of objects. */
export interface NaistAnalyzer extends Analyzer {
  /** The words of a text as columns; what `parse` makes its tokens of. */
  analyze(text: string): BestPath;
}

/** Surfaces whose readings are kept, so that a long text in another language doesn't fill the memory. */
const MOST_KNOWN = 50_000;

/** Rejects with a `TypeError` where the bytes, gzipped or not, are no packed dictionary. */
export async function createNaistAnalyzer(bytes: ArrayBuffer): Promise<NaistAnalyzer> {
  return analyzerOf(await readDictionary(bytes));
}

export function analyzerOf(dictionary: Dictionary): NaistAnalyzer {
  const analyze = createLattice(dictionary);
  const parts = dictionary.words.templates.fields.map(partsOf);
  const known = new Map<string, readonly string[]>();
  return {
    analyze,
    async parse(text) {
      return tokensOf(text, analyze(text), dictionary, parts);
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

/** What all entries of one template have in common. */
interface Parts {
  readonly pos: string;
  readonly posDetail: string;
  /** `undefined` for a word that isn't inflected. */
  readonly form: string | undefined;
  /** How many code units to cut from the surface's end, and what to put there, for the dictionary form. */
  readonly cut: number;
  readonly ending: string;
}

function partsOf([
  pos = '',
  first = '*',
  second = '*',
  third = '*',
  ,
  form = '*',
  cut,
  ending = '',
]: readonly string[]): Parts {
  return {
    pos,
    posDetail: [first, second, third].filter((detail) => detail !== '*').join('-'),
    form: form === '*' ? undefined : form,
    cut: Number(cut),
    ending,
  };
}

function tokensOf(
  text: string,
  path: BestPath,
  { words }: Dictionary,
  parts: readonly Parts[],
): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (let index = 0; index < path.length; index++) {
    const start = path.starts[index] ?? 0;
    if (start > at) tokens.push(spaces(text, at, start));
    at = path.ends[index] ?? 0;
    const entry = path.entries[index] ?? 0;
    const surface = text.slice(start, at);
    const part = parts[templateOf(words, entry)];
    if (part === undefined) throw new RangeError(`The dictionary has no template for entry ${entry}.`);
    const isKnown = entry < words.unknownFrom;
    tokens.push({
      surface,
      start,
      pos: part.pos,
      posDetail: part.posDetail,
      baseForm: isKnown ? baseFormOf(surface, part) : undefined,
      form: part.form,
      reading: isKnown ? readingOf(words, entry, surface) : null,
      known: isKnown,
    });
  }
  if (at < text.length) tokens.push(spaces(text, at, text.length));
  return tokens;
}

function baseFormOf(surface: string, { cut, ending }: Parts): string {
  return cut === 0 && ending === '' ? surface : surface.slice(0, surface.length - cut) + ending;
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
