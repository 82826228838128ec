/** The text of a sentence as a voice should be given it. Light: no analyzer, only the readings that are there. */
import type { Ruby, Sentence, Utf16Offset } from '../book/book.ts';
import { SPEECH_RULES } from './speech/rules.ts';

export interface SpeechText {
  readonly text: string;
  /**
   * The offset in the sentence's text that an offset in `text` came from; within words that were put in the place of
   * others, where those begin. Never falls as the offset rises; beyond the end it is the sentence's length.
   */
  readonly map: (offset: Utf16Offset) => Utf16Offset;
}

/**
 * Voices read ordinary words well, and better from kanji than from kana: only what someone decided is replaced. A ruby
 * has the origin `lexicon` where the lexicon changed the reading, or asks for kana.
 */
const DECIDED: ReadonlySet<Ruby['origin']> = new Set(['reader', 'author', 'lexicon', 'rule']);

/** What no rule begins with; saves trying them all at every character. */
const ORDINARY = /[\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff、。「」]/u;

export function speechText(sentence: Sentence): SpeechText {
  const source = sentence.text;
  const folded = fold(source);
  const rubies = new Map<number, Ruby>();
  const all = new Map<number, Ruby>();
  for (const ruby of sentence.ruby) {
    all.set(ruby.start, ruby);
    if (isSpoken(ruby, folded)) rubies.set(ruby.start, ruby);
  }

  let text = '';
  const starts: number[] = [];
  const say = (words: string, from: number): void => {
    text += words;
    for (let index = 0; index < words.length; index++) starts.push(from);
  };
  let at = 0;
  while (at < source.length) {
    const ruby = rubies.get(at);
    const day = ruby === undefined ? regularDay(folded, at, all) : null;
    const replaced =
      day !== null ? { words: day, length: 2 } : ruby === undefined ? replaceAt(folded, at) : null;
    if (ruby !== undefined) {
      say(ruby.reading, at);
      at = ruby.end;
    } else if (replaced !== null) {
      say(replaced.words, at);
      at += replaced.length;
    } else {
      say(source.charAt(at), at);
      at += 1;
    }
  }
  return { text, map: (offset) => (offset < 0 ? 0 : (starts[offset] ?? source.length)) };
}

/** 市 し, 区 く, 課 か, 所 しょ. */
const ONE_MORA = /^[\u3041-\u3096\u30a1-\u30fa][ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]?$/u;

/** A number, and what may stand between it and its counter's ruby: 150万人, 10数人, 1か所, Ⅲ期, 三人. */
const NUMBER_BEFORE =
  /(?:[\d〇一二三四五六七八九十百千万億兆数Ⅰ-Ⅻⅰ-ⅻ][十百千万億兆数余]*|第[IVX]{1,4})[かカヵヶケ箇]?$/u;
/** What a voice reads by itself: a number in kanji, the letter of an era. */
const LEFT_TO_VOICE = /^(?:[〇一二三四五六七八九十百千万億兆数]+|[A-Za-z])$/u;

/**
 * A regular number and its counter are left to the voice: 6本 it says rightly, 6ぽん it doesn't. So is a lone kanji of
 * one mora: どの区にも as どのくにも would be any country.
 */
function isSpoken(ruby: Ruby, folded: string): boolean {
  if (!DECIDED.has(ruby.origin)) return false;
  if (ruby.origin === 'reader') return true;
  if (ruby.origin !== 'rule') return ruby.end - ruby.start > 1 || !ONE_MORA.test(ruby.reading);
  if (LEFT_TO_VOICE.test(folded.slice(ruby.start, ruby.end))) return false;
  return !NUMBER_BEFORE.test(folded.slice(Math.max(0, ruby.start - 6), ruby.start));
}

/** Days that have a name besides the regular reading, which a voice would say: 1日 ついたち, 三日 みっか. */
const REGULAR_DAYS: Readonly<Record<string, string>> = {
  1: 'いちにち',
  2: 'ににち',
  3: 'さんにち',
  5: 'ごにち',
  6: 'ろくにち',
  7: 'しちにち',
  8: 'はちにち',
  一: 'いちにち',
  三: 'さんにち',
};

/** 1日 in kana where the readings have settled that it is a span of time: 1日に3回, 2、3日. */
function regularDay(folded: string, at: number, rubies: ReadonlyMap<number, Ruby>): string | null {
  const words = REGULAR_DAYS[folded.charAt(at)];
  if (words === undefined || NUMBER_BEFORE.test(folded.slice(Math.max(0, at - 6), at))) return null;
  const day = rubies.get(at + 1);
  return day?.origin === 'rule' && day.reading === 'にち' && day.end === at + 2 ? words : null;
}

/** Figures written in kanji one by one, zero among them, which voices read as a telephone number: 二〇二一年. */
const KANJI_FIGURES =
  /(?<![〇一二三四五六七八九十百千万])(?=[一二三四五六七八九]+〇)([〇一二三四五六七八九]{2,8})(?![〇一二三四五六七八九十百千])/uy;

function kanjiFigures(
  folded: string,
  at: number,
): { readonly words: string; readonly length: number } | null {
  KANJI_FIGURES.lastIndex = at;
  const figures = KANJI_FIGURES.exec(folded)?.[0];
  if (figures === undefined) return null;
  const words = [...figures].map((figure) => '〇一二三四五六七八九'.indexOf(figure)).join('');
  return { words, length: figures.length };
}

function replaceAt(folded: string, at: number): { readonly words: string; readonly length: number } | null {
  const char = folded.charAt(at);
  if (ORDINARY.test(char)) return '一二三四五六七八九'.includes(char) ? kanjiFigures(folded, at) : null;
  for (const { pattern, say } of SPEECH_RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null || match[0] === '') continue;
    const words = say(match);
    if (words !== null) return { words, length: match[0].length };
  }
  return null;
}

/** Full-width ASCII as ASCII, character for character. */
function fold(text: string): string {
  return text
    .replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
}
