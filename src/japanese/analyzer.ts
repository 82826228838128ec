/** The port behind which a morphological analyzer works. Whatever stands there can be changed for a better one. */
import type { Piece } from './pieces.ts';

/** One word of a text as the dictionary has it. */
export interface Token {
  /** A stretch of the text, as it stands there. */
  readonly surface: string;
  /** Where the surface begins in the text, in UTF-16 code units. */
  readonly start: number;
  /** Part of speech in IPADIC's words: 名詞, 動詞, 助詞 … */
  readonly pos: string;
  /** The finer parts of speech joined by `-`, as in `固有名詞-人名-姓`; empty where there are none. */
  readonly posDetail: string;
  /** The dictionary form of a word that is inflected. */
  readonly baseForm?: string | undefined;
  /** The form of inflection: 連用形, 未然形 … */
  readonly form?: string | undefined;
  /** In katakana; `null` where the dictionary doesn't know. */
  readonly reading: string | null;
  /** False for a word that the dictionary doesn't have. */
  readonly known: boolean;
}

export interface Analyzer {
  /** The words of a text in order. Their surfaces join to exactly the text, whatever the text is. */
  parse(text: string): Promise<readonly Token[]>;
  /** The dictionary's readings of one surface in katakana, likeliest first; empty where it has no such word. */
  readingsOf(surface: string): readonly string[];
  /** The tokens of `parse` made pieces, at once; only where the analyzer has a shorter way than over tokens. */
  readonly pieces?: (text: string) => readonly Piece[];
  /**
   * How much likelier this reading (in hiragana) of a surface is than the dictionary's next one, as a difference of
   * costs; negative where it is less likely, `null` where there is no other; only where the analyzer knows costs.
   */
  readonly marginOf?: (surface: string, reading: string) => number | null;
}
