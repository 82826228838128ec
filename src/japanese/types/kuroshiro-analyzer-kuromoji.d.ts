/** The part of kuroshiro-analyzer-kuromoji 1.1.0 that is used here; the package has no types of its own. */
declare module 'kuroshiro-analyzer-kuromoji' {
  import type { KuromojiTokenizer } from 'kuromoji/src/Tokenizer.js';

  /** One entry of IPADIC's features; `'*'` where there is none, no reading at all for an unknown word. */
  export interface KuroshiroToken {
    readonly surface_form: string;
    readonly pos: string;
    readonly pos_detail_1: string;
    readonly pos_detail_2: string;
    readonly pos_detail_3: string;
    readonly conjugated_type: string;
    readonly conjugated_form: string;
    readonly basic_form: string;
    readonly reading?: string;
    readonly pronunciation?: string;
    readonly verbose: { readonly word_type: 'KNOWN' | 'UNKNOWN' };
  }
  export interface KuromojiPluginClass {
    new (options?: {
      readonly dictPath?: string;
    }): {
      /** Set by `init`; a subclass that loads the dictionary its own way sets it itself. */
      _analyzer: KuromojiTokenizer | null;
      init(): Promise<void>;
      parse(text: string): Promise<readonly KuroshiroToken[]>;
    };
  }
  /** The class itself where a bundler reads the ES module, its CommonJS namespace where Node does. */
  const exported: KuromojiPluginClass | { readonly default: KuromojiPluginClass };
  export default exported;
}
