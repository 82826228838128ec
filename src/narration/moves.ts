/** Where a move leads: by phrase, sentence, paragraph, heading, page or seconds, as a DAISY player moves. Pure, and quick at any length. */
import type { Seconds, SentenceId, Utf16Offset } from '../book/book.ts';
import { phraseStarts } from '../book/phrases.ts';
import { type BookMap, chapterAt, lastUpTo } from './book-map.ts';
import { isSpeakable } from './chunks.ts';
import type { PlayerSpot } from './player.ts';

export type MoveUnit = 'phrase' | 'sentence' | 'paragraph' | 'heading' | 'page' | 'seconds';

/** 1 goes on in the book, -1 back. */
export type MoveDirection = 1 | -1;

/** `level` 1 to 6 stops at headings of this level alone, 0 or none at any. `seconds` are 10 where none are given. */
export type Move =
  | {
      readonly unit: MoveUnit;
      readonly direction: MoveDirection;
      readonly level?: number;
      readonly seconds?: Seconds;
    }
  | { readonly unit: 'chapter-start' };

/** Where to go: a sentence's beginning where there is nothing else. */
export interface MovePlace {
  readonly kind: 'place';
  readonly sentence: SentenceId;
  readonly offset?: Utf16Offset;
  /** Into the sentence's recording; only where it is recorded. */
  readonly seconds?: Seconds;
}

/**
 * - `end`: there is no such unit after this place. `start`: there is none before; one goes to the book's beginning.
 * - `none`: the book has no such units at all, or nothing to say.
 */
export type MoveTarget =
  | MovePlace
  | { readonly kind: 'end'; readonly why: MoveUnit }
  | { readonly kind: 'start'; readonly why: MoveUnit }
  | {
      readonly kind: 'none';
      readonly why: 'no-pages' | 'no-headings' | 'no-headings-of-level' | 'nothing-to-say';
    };

const DEFAULT_SECONDS: Seconds = 10;

/**
 * Back leads to the beginning of the unit before the one that `here` is in; a phrase, a sentence and so on are units of
 * their whole length, so that on and back again comes to the unit's beginning. A place that isn't spoken counts as the
 * book's beginning.
 */
export function findMove(map: BookMap, here: PlayerSpot, move: Move): MoveTarget {
  if (map.sentences.length === 0) return { kind: 'none', why: 'nothing-to-say' };
  const index = map.indexOf.get(here.sentence) ?? 0;
  switch (move.unit) {
    case 'phrase':
      return byPhrase(map, index, offsetOf(map, index, here), move.direction);
    case 'sentence':
      return sentenceAt(map, index + move.direction) ?? past(move);
    case 'paragraph':
      return byUnit(map, map.paragraphs, index, move);
    case 'heading': {
      const level = move.level ?? 0;
      if (map.headings.length === 0) return { kind: 'none', why: 'no-headings' };
      const headings = level === 0 ? map.headings : map.headingsOfLevel.get(level);
      if (headings === undefined) return { kind: 'none', why: 'no-headings-of-level' };
      return byUnit(map, headings, index, move);
    }
    case 'page':
      if (map.pages.length === 0) return { kind: 'none', why: 'no-pages' };
      return byUnit(map, map.pageStarts, index, move);
    case 'seconds':
      return bySeconds(map, index, here, move.direction, move.seconds ?? DEFAULT_SECONDS);
    case 'chapter-start':
      return sentenceAt(map, chapterAt(map, index)?.index ?? 0) ?? { kind: 'none', why: 'nothing-to-say' };
  }
}

/** Where the phrases of a sentence begin, from 0; what can't be pronounced belongs to the phrase before. */
export function spokenPhrases(map: BookMap, index: number): readonly Utf16Offset[] {
  const sentence = map.sentences[index];
  if (sentence === undefined) return [0];
  const { text } = sentence;
  const starts = phraseStarts(sentence).filter((start) => start > 0 && start < text.length);
  return [0, ...starts.filter((start, at) => isSpeakable(text.slice(start, starts[at + 1])))];
}

interface Step {
  readonly unit: MoveUnit;
  readonly direction: MoveDirection;
}

function byUnit(map: BookMap, starts: readonly number[], index: number, step: Step): MoveTarget {
  const target = starts[lastUpTo(starts, index) + step.direction];
  return (target === undefined ? null : sentenceAt(map, target)) ?? past(step);
}

function byPhrase(map: BookMap, index: number, offset: Utf16Offset, direction: MoveDirection): MoveTarget {
  const starts = spokenPhrases(map, index);
  const target = starts[lastUpTo(starts, offset) + direction];
  if (target !== undefined) return placeAt(map, index, target);
  const beside = index + direction;
  if (beside < 0 || beside >= map.sentences.length) return past({ unit: 'phrase', direction });
  return placeAt(map, beside, direction === 1 ? 0 : (spokenPhrases(map, beside).at(-1) ?? 0));
}

function bySeconds(
  map: BookMap,
  index: number,
  here: PlayerSpot,
  direction: MoveDirection,
  seconds: Seconds,
): MoveTarget {
  const { begins, total, isRecorded, offsetAt } = map.timeline();
  const target = (begins[index] ?? 0) + secondsOf(map, index, here) + direction * seconds;
  if (target < 0 || target >= total) return past({ unit: 'seconds', direction });
  const found = Math.min(map.sentences.length - 1, lastUpTo(begins, target));
  const within = target - (begins[found] ?? 0);
  const id = map.sentences[found]?.id ?? here.sentence;
  if (isRecorded(found)) return { kind: 'place', sentence: id, seconds: within };
  // A voice begins at a phrase: an estimate in the middle of a word would sound like a fault.
  const phrases = spokenPhrases(map, found);
  const phrase = phrases[lastUpTo(phrases, offsetAt(found, within))] ?? 0;
  const from = offsetOf(map, index, here);
  // One phrase longer than the seconds would hold the listener for ever.
  if (direction === 1 && found === index && phrase <= from) return onward(byPhrase(map, index, from, 1));
  return placeAt(map, found, phrase);
}

function onward(target: MoveTarget): MoveTarget {
  return target.kind === 'end' ? { kind: 'end', why: 'seconds' } : target;
}

function past({ unit, direction }: Step): MoveTarget {
  return { kind: direction === 1 ? 'end' : 'start', why: unit };
}

function sentenceAt(map: BookMap, index: number): MovePlace | null {
  const sentence = map.sentences[index];
  return sentence === undefined ? null : { kind: 'place', sentence: sentence.id };
}

function placeAt(map: BookMap, index: number, offset: Utf16Offset): MoveTarget {
  const sentence = map.sentences[index]?.id ?? '';
  if (offset === 0) return { kind: 'place', sentence };
  // Asked for only here: nobody who moves by whole sentences has to wait for the times of a long book.
  const { isRecorded, secondsAt } = map.timeline();
  return { kind: 'place', sentence, offset, ...(isRecorded(index) && { seconds: secondsAt(index, offset) }) };
}

function offsetOf(map: BookMap, index: number, { offset, seconds }: PlayerSpot): Utf16Offset {
  if (offset !== null) return offset;
  return seconds === null ? 0 : map.timeline().offsetAt(index, seconds);
}

/** How far into the sentence one is, in its recording or by estimate. */
export function secondsOf(map: BookMap, index: number, { offset, seconds }: PlayerSpot): Seconds {
  const { begins, isRecorded, secondsAt } = map.timeline();
  const duration = (begins[index + 1] ?? 0) - (begins[index] ?? 0);
  if (seconds !== null && isRecorded(index)) return Math.min(duration, Math.max(0, seconds));
  return offset === null ? 0 : secondsAt(index, offset);
}
