/** The part of kuroshiro 1.2.0 that is used here; the package has no types of its own. */
declare module 'kuroshiro' {
  export interface KuroshiroPlugin {
    init(): Promise<void>;
    parse(text: string): Promise<readonly object[]>;
  }
  export interface ConvertOptions {
    readonly to?: 'hiragana' | 'katakana' | 'romaji';
    readonly mode?: 'normal' | 'spaced' | 'okurigana' | 'furigana';
    readonly romajiSystem?: 'nippon' | 'passport' | 'hepburn';
  }
  export interface KuroshiroUtil {
    kanaToRomaji(text: string, system?: 'nippon' | 'passport' | 'hepburn'): string;
    kanaToHiragna(text: string): string;
    kanaToKatakana(text: string): string;
  }
  export interface KuroshiroClass {
    new (): {
      init(analyzer: KuroshiroPlugin): Promise<void>;
      convert(text: string, options?: ConvertOptions): Promise<string>;
    };
    readonly Util: KuroshiroUtil;
  }
  /** The class itself where a bundler reads the ES module, its CommonJS namespace where Node does. */
  const exported: KuroshiroClass | { readonly default: KuroshiroClass };
  export default exported;
}
