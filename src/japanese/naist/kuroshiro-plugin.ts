/** naist-jdic as a plug-in for kuroshiro, in the place of kuroshiro-analyzer-kuromoji. */
import type { KuroshiroPlugin } from 'kuroshiro';
import type { KuroshiroToken } from 'kuroshiro-analyzer-kuromoji';
import type { Lexeme } from './lexemes.ts';
import { createNaistAnalyzer, type NaistAnalyzer } from './naist-analyzer.ts';

/** A word as kuromoji describes it; `'*'` where there is nothing to say. Unknown words have no reading. */
export interface NaistToken extends KuroshiroToken {
  readonly verbose: {
    /** The entry's number in the packed dictionary. */
    readonly word_id: number;
    readonly word_type: 'KNOWN' | 'UNKNOWN';
    /** Where the word begins in the text, in UTF-16 code units from 1. */
    readonly word_position: number;
  };
}

/** `await new Kuroshiro().init(new NaistKuroshiroPlugin(load))`. */
export class NaistKuroshiroPlugin implements KuroshiroPlugin {
  /** `null` before `init`. */
  analyzer: NaistAnalyzer | null = null;
  readonly #load: () => Promise<ArrayBuffer>;

  /** `load` gives the packed dictionary, gzipped or not. */
  constructor(load: () => Promise<ArrayBuffer>) {
    this.#load = load;
  }

  /** Rejects with what `load` rejects with, with a `TypeError` where that is no dictionary, and the second time. */
  async init(): Promise<void> {
    if (this.analyzer !== null) throw new Error('This analyzer has already been initialized.');
    this.analyzer = await createNaistAnalyzer(await this.#load());
  }

  /** The words of the text in order, spaces between them left out. Rejects before `init`. */
  async parse(text = ''): Promise<NaistToken[]> {
    if (this.analyzer === null) throw new Error('This analyzer has not been initialized.');
    const tokens: NaistToken[] = [];
    this.analyzer.eachWord(text, (lexeme, start) => tokens.push(tokenOf(lexeme, start)));
    return tokens;
  }
}

function tokenOf(lexeme: Lexeme, start: number): NaistToken {
  const { surface, katakana } = lexeme;
  const [first, second, third] = lexeme.posDetail === '' ? [] : lexeme.posDetail.split('-');
  const known = katakana !== null;
  return {
    surface_form: surface,
    pos: lexeme.pos,
    pos_detail_1: first ?? '*',
    pos_detail_2: second ?? '*',
    pos_detail_3: third ?? '*',
    conjugated_type: orStar(lexeme.inflection),
    conjugated_form: orStar(lexeme.form),
    basic_form: known ? lexeme.baseForm : '*',
    // The packed dictionary keeps no pronunciation apart from the reading.
    ...(known && { reading: katakana, pronunciation: katakana }),
    verbose: { word_id: lexeme.entry, word_type: known ? 'KNOWN' : 'UNKNOWN', word_position: start + 1 },
  };
}

function orStar(field: string): string {
  return field === '' ? '*' : field;
}
