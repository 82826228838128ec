import type { ParseKeys, TOptions } from 'i18next';
import { useMemo } from 'react';
import { baseOfNotation } from '../book/ruby-notation.ts';
import { useTranslator } from './translator.ts';

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
  const { i18n, language } = useTranslator();
  return useMemo(() => {
    // i18next's own typing of `t` depends on the key; ours is one string for every key.
    const t = i18n.t as (key: string, parameters?: TextParameters) => string;
    const text = (key: TextKey, parameters?: TextParameters): string => t(key, parameters);
    return { text, name: (key, parameters) => baseOfNotation(text(key, parameters)), language };
  }, [i18n, language]);
}
