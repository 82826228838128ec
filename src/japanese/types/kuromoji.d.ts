/** The internals of kuromoji 0.1.2 that are used here, reached past its loader. */
declare module 'kuromoji/src/dict/DynamicDictionaries.js' {
  export interface KuromojiDictionaries {
    readonly trie: {
      /** The id of a surface in the target map, or a negative number. */
      lookup(surface: string): number;
    };
    readonly token_info_dictionary: {
      readonly target_map: Readonly<Record<number, readonly number[] | undefined>>;
      readonly dictionary: { getShort(offset: number): number };
      /** IPADIC's features of one entry, joined by commas, the surface first. */
      getFeatures(id: number): string;
    };
    loadTrie(base: Int32Array, check: Int32Array): void;
    loadTokenInfoDictionaries(info: Uint8Array, pos: Uint8Array, targets: Uint8Array): void;
    loadConnectionCosts(costs: Int16Array): void;
    loadUnknownDictionaries(
      unknown: Uint8Array,
      pos: Uint8Array,
      map: Uint8Array,
      categories: Uint8Array,
      compatible: Uint32Array,
      invoke: Uint8Array,
    ): void;
  }
  const DynamicDictionaries: new () => KuromojiDictionaries;
  export default DynamicDictionaries;
}

declare module 'kuromoji/src/Tokenizer.js' {
  import type { KuromojiDictionaries } from 'kuromoji/src/dict/DynamicDictionaries.js';

  export interface KuromojiTokenizer {
    tokenize(text: string): object[];
  }
  const Tokenizer: new (dictionaries: KuromojiDictionaries) => KuromojiTokenizer;
  export default Tokenizer;
}
