/** How long speech takes, before it is heard: for the time shown to the reader and for the watchdog. */
import type { Seconds } from '../book/book.ts';
import { MAX_RATE, MIN_RATE, type Utterance } from './voice.ts';

/** Morae a second at rate 1, as device voices speak on the average. */
const MORAE_PER_SECOND = 7.5;

/** Morae of silence that a voice makes at a mark. */
const PAUSE_MORAE = 2.5;

/** Seconds to say a text at a rate, without the silence after it. An average; single voices are off by a third. */
export function speechSeconds(text: string, rate: number): Seconds {
  let morae = 0;
  for (const character of text) morae += knownMoraeOf(character);
  return morae / MORAE_PER_SECOND / clampRate(rate);
}

/** The silence after an utterance. Fast listeners wait less; slow speech does not stretch the silence. */
export function pauseSeconds(utterance: Utterance, rate: number): Seconds {
  return utterance.pauseAfter / Math.max(1, clampRate(rate));
}

/** Seconds from the start of the utterance at `index` to the end of the last one; 0 where `index` is past the end. */
export function remainingSeconds(utterances: readonly Utterance[], index: number, rate: number): Seconds {
  let seconds = 0;
  for (let at = Math.max(0, index); at < utterances.length; at++) {
    const utterance = utterances[at];
    if (utterance === undefined) break;
    seconds += speechSeconds(utterance.text, rate);
    if (at < utterances.length - 1) seconds += pauseSeconds(utterance, rate);
  }
  return seconds;
}

/** A rate within what is offered; the voice's own speed where it is not a number. */
export function clampRate(rate: number): number {
  return Number.isNaN(rate) ? 1 : Math.min(MAX_RATE, Math.max(MIN_RATE, rate));
}

/** A book asks for the same few thousand characters over and over. */
const known = new Map<string, number>();

function knownMoraeOf(character: string): number {
  const there = known.get(character);
  if (there !== undefined) return there;
  const morae = moraeOf(character);
  known.set(character, morae);
  return morae;
}

function moraeOf(character: string): number {
  if (/[ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ\s]/u.test(character)) return 0;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(character)) return 1;
  if (/[、。，．,.！？!?：；:;]/u.test(character)) return PAUSE_MORAE;
  if (/\p{Script=Han}/u.test(character)) return 1.9;
  if (/\p{N}/u.test(character)) return 2.2;
  // Latin letters are spelt out or read as words; the truth lies between.
  if (/\p{L}/u.test(character)) return 1.5;
  return 0;
}
