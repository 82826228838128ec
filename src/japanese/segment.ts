/** Cuts a paragraph into sentences: the unit that is shown, spoken, marked and found again. */
import type { TextRange } from '../book/book.ts';

const PAIRS: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '【': '】',
  '［': '］',
  '[': ']',
  '〈': '〉',
  '《': '》',
  '〔': '〕',
  '“': '”',
  '‘': '’',
};
const CLOSERS = new Set(Object.values(PAIRS));

/** A quote up to this length stays in the sentence that quotes it; a longer one is cut at its own sentences. */
const LONGEST_QUOTE = 120;
/** Beyond this a sentence is cut at a comma or a space, or by force: too much for one breath of any voice. */
const LONGEST_SENTENCE = 300;

/**
 * Ranges that cover the text without gaps; whitespace after a sentence belongs to it. A sentence ends after 。．！？!?
 * with the closing brackets behind them, and at a blank line; one line break alone ends nothing. An ASCII period ends
 * a sentence only before a space and a capital letter. Never within a surrogate pair; in linear time.
 */
export function splitSentences(text: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const closers = matchBrackets(text);
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const closer = closers.get(at);
    // A short quote is passed over whole; what it ends with may still end the sentence.
    const quote = closer !== undefined && closer - at <= LONGEST_QUOTE;
    const last = quote ? closer : at;
    const end = quote ? endOfQuote(text, last) : endAt(text, last);
    if (end === null) {
      // Past the whole run of signs: looking at each of them again would take the square of the run's length.
      at = isTerminator(text.charAt(last)) ? skipTerminators(text, last) : last + 1;
      continue;
    }
    at = skipSpace(text, end);
    ranges.push({ start, end: at });
    start = at;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges.flatMap((range) => cutLong(text, range));
}

/** From each opening bracket to the one that closes it, for brackets that are closed in the right order. */
function matchBrackets(text: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  let open: { readonly at: number; readonly closer: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    const closer = PAIRS[char];
    if (closer !== undefined) open.push({ at, closer });
    else if (CLOSERS.has(char)) {
      const top = open.at(-1);
      if (top?.closer === char) {
        closers.set(top.at, at);
        open.pop();
      } else open = [];
    }
  }
  return closers;
}

/** Where a sentence ends that has its last sign at `at`, or `null` where none does. */
function endAt(text: string, at: number): number | null {
  const char = text.charAt(at);
  if (char === '\n') return /^\n[ \t\u3000]*\n/u.test(text.slice(at, at + 40)) ? at + 1 : null;
  if (!isTerminator(char)) return null;
  const after = skipSigns(text, at + 1);
  return ends(text, at, after) ? after : null;
}

function isTerminator(char: string): boolean {
  return (
    char === '。' ||
    char === '．' ||
    char === '！' ||
    char === '？' ||
    char === '!' ||
    char === '?' ||
    char === '.'
  );
}

function skipTerminators(text: string, from: number): number {
  let at = from;
  while (isTerminator(text.charAt(at))) at += 1;
  return at;
}

/** Past further signs and the brackets that close behind them. */
function skipSigns(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isTerminator(text.charAt(at)) || CLOSERS.has(text.charAt(at)))) at += 1;
  return at;
}

function ends(text: string, at: number, after: number): boolean {
  const sign = text.charAt(at);
  const next = text.charAt(after);
  if (sign === '。') return true;
  if (sign === '.') return /\s/u.test(next) && /^\s+[A-Z]/u.test(text.slice(after, after + 20));
  if (sign === '．') return !/[0-9０-９A-Za-zＡ-Ｚａ-ｚ]/u.test(next);
  if (sign === '!' || sign === '?') return !/[A-Za-z0-9=&/%_#.-]/u.test(next) && !quoted(next);
  return !quoted(next);
}

/** 「何？」と, ほんとう？という: the sentence goes on after its sign. */
function quoted(next: string): boolean {
  return next === 'と' || next === 'っ' || next === '、' || next === '，';
}

/** A quote ends the sentence where it ends with a sentence of its own and nothing is said of it. */
function endOfQuote(text: string, closer: number): number | null {
  if (!/[。．！？!?]/u.test(text.charAt(closer - 1))) return null;
  const after = skipSigns(text, closer + 1);
  return /[ぁ-んァ-ヶー、，・]/u.test(text.charAt(after)) ? null : after;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function cutLong(text: string, range: TextRange): readonly TextRange[] {
  const cut: TextRange[] = [];
  let { start } = range;
  while (range.end - start > LONGEST_SENTENCE) {
    const end = bestCut(text, start, start + LONGEST_SENTENCE);
    cut.push({ start, end });
    start = end;
  }
  cut.push({ start, end: range.end });
  return cut;
}

/** The last comma in the second half of the stretch, or else the last space, or else its end. */
function bestCut(text: string, start: number, limit: number): number {
  const earliest = start + LONGEST_SENTENCE / 2;
  for (const sign of [/[、，；;]/u, /\s/u]) {
    for (let at = limit - 1; at > earliest; at--) {
      if (sign.test(text.charAt(at)) && !/\s/u.test(text.charAt(at + 1))) return at + 1;
    }
  }
  const code = text.charCodeAt(limit);
  return code >= 0xdc00 && code <= 0xdfff ? limit - 1 : limit;
}
