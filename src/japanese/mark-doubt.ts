/** Where the dictionary alone gives reason to doubt what it says. */
import type { Ruby } from '../book/book.ts';
import type { Analyzer } from './analyzer.ts';
import { DOUBT_CONFIDENCE } from './doubt.ts';
import { SINO_JAPANESE } from './guess.ts';
import { isKanji } from './kana.ts';
import { CONFIDENCE } from './pieces.ts';

/**
 * In MeCab's costs. With the next reading of a word (山崎 やまざき, やまさき) so near, the dictionary's choice was found
 * wrong once in eight times; with a wider margin, once in fifty.
 */
const NEAR = 3000;

/**
 * The rubies, those of the analyzer that are doubtful with a low confidence. `guessed`: kanji side by side that are read
 * one by one, some in the native and some in the Sino-Japanese way, mostly a name that the dictionary doesn't have
 * (柳亭 やなぎ・てい); those of one kind (日露, 店側) are seldom wrong. `two-readings`: a word of several kanji with
 * another reading that is about as likely, and a kanji beside others whose reading here is the less likely one. Else a
 * lone kanji's readings are mostly told apart well by what is around it: having several is no reason.
 */
export function markDoubts(ruby: readonly Ruby[], source: string, analyzer: Analyzer): Ruby[] {
  const marked = ruby.map((one, index) =>
    isAnalyzers(one) && (isNear(one, source, analyzer) || isUnlikely(ruby, index, source, analyzer))
      ? { ...one, confidence: DOUBT_CONFIDENCE['two-readings'] }
      : one,
  );
  let start = 0;
  for (let end = 1; end <= ruby.length; end++) {
    const last = ruby[end - 1];
    const next = ruby[end];
    if (last !== undefined && next !== undefined && touch(last, next, source)) continue;
    if (end - start > 1 && isMixed(ruby.slice(start, end))) {
      for (let index = start; index < end; index++) {
        const one = ruby[index];
        if (one !== undefined) marked[index] = { ...one, confidence: DOUBT_CONFIDENCE.guessed };
      }
    }
    start = end;
  }
  return marked;
}

/** As the dictionary has it, and neither chosen nor confirmed by anyone. */
function isAnalyzers({ origin, confidence }: Ruby): boolean {
  return origin === 'analyzer' && confidence === CONFIDENCE.analyzer;
}

/** A kanji that is a word by itself: no other is in its ruby, and no okurigana follow. */
function isLone(ruby: Ruby, source: string): boolean {
  const { start, end } = ruby;
  return isAnalyzers(ruby) && end - start === 1 && isKanji(source.charAt(start));
}

/** Both lone kanji, the one right behind the other. */
function touch(one: Ruby, other: Ruby, source: string): boolean {
  return one.end === other.start && isLone(one, source) && isLone(other, source);
}

/** Native and Sino-Japanese readings by turns. */
function isMixed(run: readonly Ruby[]): boolean {
  const sino = run.filter(({ reading }) => SINO_JAPANESE.test(reading));
  return sino.length > 0 && sino.length < run.length;
}

function isNear({ start, end, reading, alternatives }: Ruby, source: string, analyzer: Analyzer): boolean {
  if (end - start === 1 || alternatives === undefined || analyzer.marginOf === undefined) return false;
  const margin = analyzer.marginOf(source.slice(start, end), reading);
  return margin !== null && margin < NEAR;
}

/** A kanji beside another ruby that is read otherwise nearly always, or natively for no good reason. */
function isUnlikely(ruby: readonly Ruby[], index: number, source: string, analyzer: Analyzer): boolean {
  const one = ruby[index];
  if (one === undefined || !isLone(one, source) || analyzer.marginOf === undefined) return false;
  if (ruby[index - 1]?.end !== one.start && ruby[index + 1]?.start !== one.end) return false;
  const margin = analyzer.marginOf(source.slice(one.start, one.end), one.reading);
  return margin !== null && margin < (SINO_JAPANESE.test(one.reading) ? -NEAR : 0);
}
