/**
 * Keeps `{base|reading}` whole while Markdown is parsed: its bar would cut a table's cells, and once the parser has
 * undone backslashes, `\{base|reading}` could not be told from it. So the bar of each well-formed one is replaced
 * beforehand by a noncharacter, and only braces around one of these are a reading. Inside a table `{base\|reading}`
 * is what other Markdown tools need; it is a reading as well, anywhere.
 */
import type { NotationRun } from '../../book/ruby-notation.ts';

const BAR = '\ufdd0';
const ESCAPED_BAR = '\ufdd1';
const SOURCE_RUBY = /(\\*)\{([^{}|\\\n]+)(\\?)\|([^{}|\\\n]+)\}/gu;
const PROTECTED_RUBY = /\{([^{}|\n\ufdd0\ufdd1]+)[\ufdd0\ufdd1]([^{}|\n\ufdd0\ufdd1]+)\}/gu;

/** The source with the bars of its readings replaced; the two noncharacters, should they occur, become U+FFFD. */
export function protectRuby(source: string): string {
  return source
    .replace(/[\ufdd0\ufdd1]/gu, '\ufffd')
    .replace(SOURCE_RUBY, (whole, slashes: string, base: string, slash: string, reading: string) =>
      slashes.length % 2 === 1 ? whole : `${slashes}{${base}${slash ? ESCAPED_BAR : BAR}${reading}}`,
    );
}

/** Undoes `protectRuby` where no reading is meant: code, addresses, HTML. */
export function restoreBars(text: string): string {
  return text.replaceAll(BAR, '|').replaceAll(ESCAPED_BAR, '\\|');
}

/** A parsed text cut where its readings begin and end; bars whose braces the parser took apart are bars again. */
export function parseProtectedRuby(text: string): readonly NotationRun[] {
  const runs: NotationRun[] = [];
  let position = 0;
  const addText = (end: number): void => {
    if (end > position) runs.push({ text: restoreBars(text.slice(position, end)) });
  };
  for (const match of text.matchAll(PROTECTED_RUBY)) {
    const [whole, base = '', reading = ''] = match;
    addText(match.index);
    runs.push({ base, reading });
    position = match.index + whole.length;
  }
  addText(text.length);
  return runs;
}

/** True where the Markdown source of a text holds braces that are neither a reading nor escaped. */
export function hasStrayBraces(source: string): boolean {
  return /[{}]/u.test(source.replace(/\\\{[^{}]*\}|\\[{}\\]/gu, '').replace(PROTECTED_RUBY, ''));
}
