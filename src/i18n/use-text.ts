import type { ParseKeys, TOptions } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { baseOfNotation } from '../book/ruby-notation.ts';

export type TextKey = ParseKeys;
export type TextParameters = TOptions & Readonly<Record<string, unknown>>;

export interface Texts {
  /** The text as plain words: for accessible names, titles, what is spoken. */
  name(key: TextKey, parameters?: TextParameters): string;
  /** The text in ruby notation, for `RubyText`. */
  text(key: TextKey, parameters?: TextParameters): string;
  /** BCP 47 of the interface's language. */
  readonly language: string;
}

/** The interface's texts in the present language. */
export function useText(): Texts {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    // i18next's own typing of `t` depends on the key; ours is one string for every key.
    const text = (key: TextKey, parameters?: TextParameters): string =>
      (t as (key: string, parameters?: TextParameters) => string)(key, parameters);
    return {
      text,
      name: (key, parameters) => baseOfNotation(text(key, parameters)),
      language: i18n.language,
    };
  }, [t, i18n.language]);
}
