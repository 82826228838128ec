/**
 * What the dictionary says of a word, as strings. They are made when an entry is first met, and kept: the words of a
 * text are the same few thousand again and again.
 */
import { toHiragana } from '../kana.ts';
import type { KeptWord } from '../pieces.ts';
import { type Dictionary, templateOf } from './dictionary.ts';
import { readingOf } from './entries.ts';

/** All that is the same wherever an entry stands. */
export interface Lexeme extends KeptWord {
  readonly surface: string;
  readonly pos: string;
  /** The finer parts of speech joined by `-`; empty where there are none. */
  readonly posDetail: string;
  /** How it is inflected (五段・ラ行); empty for a word that isn't. */
  readonly inflection: string;
  /** The form of inflection; empty for a word that isn't inflected. */
  readonly form: string;
  /** The dictionary form; the surface itself for an unknown word. */
  readonly baseForm: string;
  /** In katakana; `null` for an unknown word. */
  readonly katakana: string | null;
  /** In hiragana; `null` for an unknown word. */
  readonly hiragana: string | null;
  /** The entry's number; -1 for spaces. */
  readonly entry: number;
}

export interface Lexemes {
  /** Of an entry that stands in a text from `start` up to, not including, `end`. */
  of(entry: number, text: string, start: number, end: number): Lexeme;
  /** Of the spaces between two words, which MeCab passes over. */
  ofSpaces(text: string, start: number, end: number): Lexeme;
}

/** Longer surfaces would hold the whole text in memory that they were cut from, and hardly come again. */
const LONGEST_KEPT = 12;

export function createLexemes({ words }: Dictionary): Lexemes {
  const parts = words.templates.fields.map(partsOf);
  /** One more than the place in `kept`; 0 where nothing is kept. */
  const placeOf = new Uint32Array(words.unknownFrom);
  const kept: Lexeme[] = [];

  const make = (entry: number, surface: string): Lexeme => {
    const part = parts[templateOf(words, entry)];
    if (part === undefined) throw new RangeError(`The dictionary has no template for entry ${entry}.`);
    const known = entry < words.unknownFrom;
    const katakana = known ? readingOf(words, entry, surface) : null;
    return {
      surface,
      pos: part.pos,
      posDetail: part.posDetail,
      inflection: part.inflection,
      form: part.form,
      baseForm: known ? baseFormOf(surface, part) : surface,
      katakana,
      hiragana: katakana === null ? null : toHiragana(katakana),
      entry,
      rubies: null,
    };
  };

  return {
    of(entry, text, start, end) {
      const place = placeOf[entry] ?? 0;
      const found = place === 0 ? undefined : kept[place - 1];
      if (found !== undefined) return found;
      const lexeme = make(entry, text.slice(start, end));
      if (entry < words.unknownFrom && end - start <= LONGEST_KEPT) placeOf[entry] = kept.push(lexeme);
      return lexeme;
    },
    ofSpaces(text, start, end) {
      const surface = text.slice(start, end);
      return { ...SPACES, surface, baseForm: surface };
    },
  };
}

const SPACES: Omit<Lexeme, 'surface' | 'baseForm'> = {
  pos: '記号',
  posDetail: '空白',
  inflection: '',
  form: '',
  katakana: null,
  hiragana: null,
  entry: -1,
  rubies: null,
};

/** What all entries of one template have in common. */
interface Parts {
  readonly pos: string;
  readonly posDetail: string;
  readonly inflection: string;
  readonly form: string;
  /** How many code units to cut from the surface's end, and what to put there, for the dictionary form. */
  readonly cut: number;
  readonly ending: string;
}

function partsOf(fields: readonly string[]): Parts {
  const [pos = '', first, second, third, inflection, form, cut, ending = ''] = fields;
  const details = [first, second, third].map(named).filter((detail) => detail !== '');
  return {
    pos: asKey(pos),
    posDetail: asKey(details.join('-')),
    inflection: asKey(named(inflection)),
    form: asKey(named(form)),
    cut: Number(cut),
    ending,
  };
}

/** `*` stands for nothing in the dictionary's source. */
function named(field = '*'): string {
  return field === '*' ? '' : field;
}

/** The same string in the form in which engines keep the names of properties: comparing it then is one step. */
function asKey(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}

function baseFormOf(surface: string, { cut, ending }: Parts): string {
  return cut === 0 && ending === '' ? surface : surface.slice(0, surface.length - cut) + ending;
}
