/** What can be said of a text without knowing how it is laid out: its length, its time, how its pieces join. */
import type { Book, Sentence } from './book.ts';
import { sentencesOf } from './walk.ts';

/** Characters that a practised reader of Japanese takes in a minute, at ease. */
const READING_CHARACTERS_PER_MINUTE = 400;

/** Morae that a calm voice speaks in a minute. */
const LISTENING_MORAE_PER_MINUTE = 300;

/** A kanji without a reading, or a digit, is spoken with about two morae. */
const MORAE_PER_UNREAD = 2;

const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\u3000-\u303f\u30fb\uff00-\uffef]/u;
const UNREAD = /[\p{sc=Han}\p{Nd}]/u;
const SILENT = /[\p{P}\p{Z}\p{C}\p{S}ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]/u;

/**
 * What stands between two stretches of text whose own white space is gone: nothing where either side is Japanese,
 * which is written without spaces, or where a side is empty; one space between words of other scripts.
 */
export function gapBetween(before: string, after: string): '' | ' ' {
  const last = Array.from(before.slice(-2)).at(-1);
  const [first] = after;
  if (last === undefined || first === undefined || /\s/u.test(last) || /\s/u.test(first)) return '';
  return SPACELESS.test(last) || SPACELESS.test(first) ? '' : ' ';
}

/** The text of a paragraph, heading, item or cell. What stands between two sentences ends the one before. */
export function textOf(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join('');
}

/** The number of characters (code points) in a book, white space left out, the boxes of drawings included. */
export function bookCharacters(book: Book): number {
  let count = 0;
  for (const { sentence } of sentencesOf(book)) count += charactersOf(sentence.text);
  return count;
}

/** The number of code points in a text, white space left out. */
export function charactersOf(text: string): number {
  let count = 0;
  for (const character of text) if (!/\s/u.test(character)) count++;
  return count;
}

/** An estimate of the minutes it takes to read so many characters with the eyes (400 a minute); at least 1. */
export function readingMinutes(characters: number): number {
  return atLeastOne(characters / READING_CHARACTERS_PER_MINUTE);
}

/**
 * An estimate of the minutes it takes to hear a book at speed 1 (300 morae a minute); at least 1. Ruby counts by its
 * reading, what has none by character; the boxes of drawings aren't spoken and don't count.
 */
export function listeningMinutes(book: Book): number {
  let morae = 0;
  for (const { sentence, role } of sentencesOf(book)) if (role !== 'drawn') morae += moraeOf(sentence);
  return atLeastOne(morae / LISTENING_MORAE_PER_MINUTE);
}

function moraeOf(sentence: Sentence): number {
  let morae = 0;
  let position = 0;
  for (const ruby of sentence.ruby) {
    morae += plainMorae(sentence.text.slice(position, ruby.start)) + plainMorae(ruby.reading);
    position = ruby.end;
  }
  return morae + plainMorae(sentence.text.slice(position));
}

function plainMorae(text: string): number {
  let morae = 0;
  for (const character of text) {
    if (UNREAD.test(character)) morae += MORAE_PER_UNREAD;
    else if (!SILENT.test(character)) morae++;
  }
  return morae;
}

function atLeastOne(minutes: number): number {
  return Math.max(1, Math.round(minutes));
}
