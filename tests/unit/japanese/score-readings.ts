/**
 * How many of a text's verified readings an engine gives, whichever way it cuts words: spans of either side that overlap
 * are compared as one, since the same reading may stand over one word (社会福祉) or over two (社会, 福祉).
 */
import { readFile } from 'node:fs/promises';
import { toHiragana } from '../../../src/japanese/kana.ts';

/** `[start, end, reading]` in UTF-16 code units; a verified reading may list others that are as right, apart by `|`. */
export type Span = readonly [start: number, end: number, reading: string, ...rest: string[]];

export interface ReadText {
  readonly text: string;
  readonly spans: readonly Span[];
}

export interface ReadingScore {
  readonly right: number;
  readonly all: number;
  /** What was misread: the stretch of text, what was given, what was verified, and its sentence. */
  readonly wrong: readonly string[];
}

export async function loadVerified(): Promise<readonly ReadText[]> {
  const file = new URL('../../fixtures/readings/municipal.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as readonly ReadText[];
}

/** The two lists are of the same texts in the same order. Every verified span counts once. */
export function scoreReadings(given: readonly ReadText[], verified: readonly ReadText[]): ReadingScore {
  let right = 0;
  let all = 0;
  const wrong: string[] = [];
  for (const [index, { text, spans }] of verified.entries()) {
    const said = given[index]?.spans ?? [];
    for (const [start, end] of joinOverlapping([...spans, ...said])) {
      const count = spans.filter((span) => span[0] >= start && span[1] <= end).length;
      const heard = sayings(text, said, start, end);
      const meant = sayings(text, spans, start, end);
      all += count;
      if (meant.some((one) => heard.includes(one))) right += count;
      else if (count > 0)
        wrong.push(`${text.slice(start, end)}: ${heard[0]}, not ${meant.join(' or ')} (${text})`);
    }
  }
  return { right, all, wrong };
}

function joinOverlapping(spans: readonly Span[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [start, end] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** All that the stretch may be said as; what no span covers is said as it is written. */
function sayings(text: string, spans: readonly Span[], start: number, end: number): readonly string[] {
  let said = [''];
  let at = start;
  for (const [from, to, reading] of spans) {
    if (from < start || to > end) continue;
    const literal = text.slice(at, from);
    said = reading.split('|').flatMap((one) => said.map((before) => before + literal + one));
    at = to;
  }
  return said.map((one) => alike(one + text.slice(at, end)));
}

/** Spellings of the same sound: katakana, づ and ぢ, じゅっ and じっ. */
function alike(kana: string): string {
  return toHiragana(kana).replaceAll('づ', 'ず').replaceAll('ぢ', 'じ').replaceAll('じゅっ', 'じっ');
}
