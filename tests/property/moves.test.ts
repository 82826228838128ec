import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { speechText } from '../../src/japanese/speech-text.ts';
import { type BookMap, createBookMap } from '../../src/narration/book-map.ts';
import {
  findMove,
  type MoveDirection,
  type MovePlace,
  type MoveUnit,
  spokenPhrases,
} from '../../src/narration/moves.ts';
import type { PlayerSpot } from '../../src/narration/player.ts';
import { planUtterances } from '../../src/narration/utterances.ts';
import { whereabouts } from '../../src/narration/whereabouts.ts';
import { books } from './books.ts';

const UNITS: readonly MoveUnit[] = ['phrase', 'sentence', 'paragraph', 'heading', 'page', 'seconds'];

interface Case {
  readonly map: BookMap;
  readonly here: PlayerSpot;
}

function mapOf(book: Book, recorded: boolean): BookMap {
  // Lengths that differ, among them some of no length, which count as not recorded.
  const timeOf = (id: string) => ({ seconds: id.length % 4 === 0 ? 0 : (id.length % 7) + 0.5, words: [] });
  return createBookMap(book, planUtterances(book, speechText), recorded ? timeOf : undefined);
}

/** Any place of any book; its offset and its seconds as a player would give them. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(books, fc.boolean(), fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([book, recorded, at, fraction]) => {
    const map = mapOf(book, recorded);
    const index = at % Math.max(1, map.sentences.length);
    const sentence = map.sentences[index];
    if (sentence === undefined) return { map, here: { sentence: '', offset: null, seconds: null } };
    const { begins, isRecorded } = map.timeline();
    const duration = (begins[index + 1] ?? 0) - (begins[index] ?? 0);
    return {
      map,
      here: {
        sentence: sentence.id,
        offset: isRecorded(index) ? null : Math.floor(sentence.text.length * fraction),
        seconds: isRecorded(index) ? duration * fraction * 0.99 : null,
      },
    };
  });

const spotOf = ({ sentence, offset = 0, seconds }: MovePlace, map: BookMap): PlayerSpot => {
  const isRecorded = map.timeline().isRecorded(map.indexOf.get(sentence) ?? 0);
  return {
    sentence,
    offset: seconds === undefined ? offset : null,
    seconds: isRecorded ? (seconds ?? 0) : null,
  };
};
const timeOf = (map: BookMap, spot: PlayerSpot): number => {
  const index = map.indexOf.get(spot.sentence) ?? 0;
  const { begins, secondsAt } = map.timeline();
  return (begins[index] ?? 0) + (spot.seconds ?? secondsAt(index, spot.offset ?? 0));
};
/** Where a place is: its sentence, then how far into it. */
const isAfter = (map: BookMap, one: PlayerSpot, other: PlayerSpot): boolean => {
  const [a, b] = [map.indexOf.get(one.sentence) ?? 0, map.indexOf.get(other.sentence) ?? 0];
  return a === b ? timeOf(map, one) > timeOf(map, other) : a > b;
};
const anyUnit = fc.constantFrom(...UNITS);
const anyDirection = fc.constantFrom<MoveDirection>(1, -1);

describe('a move from anywhere in any book', () => {
  it('stays in the book, and on goes on and back goes back', () => {
    fc.assert(
      fc.property(
        cases,
        anyUnit,
        anyDirection,
        fc.nat({ max: 6 }),
        ({ map, here }, unit, direction, level) => {
          const target = findMove(map, here, { unit, direction, level });
          if (target.kind !== 'place') return;
          const index = map.indexOf.get(target.sentence);
          expect(index).toBeDefined();
          const sentence = map.sentences[index ?? 0];
          expect(target.offset ?? 0).toBeLessThanOrEqual(sentence?.text.length ?? 0);
          const there = spotOf(target, map);
          expect(direction === 1 ? isAfter(map, there, here) : isAfter(map, here, there)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes to the end in a finite number of steps on, and to the start in steps back', () => {
    fc.assert(
      fc.property(cases, anyUnit, anyDirection, ({ map, here }, unit, direction) => {
        const phrases = map.sentences.reduce((sum, _, index) => sum + spokenPhrases(map, index).length, 0);
        const limit = phrases + Math.ceil(map.timeline().total / 10) + 2;
        let at = here;
        for (let step = 0; step <= limit; step++) {
          const target = findMove(map, at, { unit, direction });
          if (target.kind !== 'place') return;
          at = spotOf(target, map);
        }
        throw new Error('it went on for ever');
      }),
      { numRuns: 100 },
    );
  });

  it('comes back by the same unit', () => {
    const whole = fc.constantFrom<MoveUnit>('phrase', 'sentence', 'paragraph', 'heading', 'page');
    fc.assert(
      fc.property(cases, whole, ({ map, here }, unit) => {
        const start = findMove(map, here, { unit, direction: 1 });
        if (start.kind !== 'place') return;
        const on = findMove(map, spotOf(start, map), { unit, direction: 1 });
        if (on.kind !== 'place') return;
        expect(findMove(map, spotOf(on, map), { unit, direction: -1 })).toEqual(start);
      }),
      { numRuns: 300 },
    );
  });

  it('by ten seconds on and ten back is where it began, but for the phrases that an estimate begins with', () => {
    fc.assert(
      fc.property(cases, ({ map, here }) => {
        const { begins, isRecorded } = map.timeline();
        const lengthOf = ({ sentence }: PlayerSpot): number => {
          const index = map.indexOf.get(sentence) ?? 0;
          return (begins[index + 1] ?? 0) - (begins[index] ?? 0);
        };
        // A phrase of more than ten seconds is passed as a whole.
        if (!isRecorded(map.indexOf.get(here.sentence) ?? 0) && lengthOf(here) > 10) return;
        const on = findMove(map, here, { unit: 'seconds', direction: 1 });
        if (on.kind !== 'place') return;
        const there = spotOf(on, map);
        const back = findMove(map, there, { unit: 'seconds', direction: -1 });
        const last = back.kind === 'place' ? spotOf(back, map) : null;
        const lost = [there, ...(last === null ? [] : [last])]
          .filter(({ seconds }) => seconds === null)
          .reduce((sum, spot) => sum + lengthOf(spot), 0);
        const off = timeOf(map, here) - (last === null ? 0 : timeOf(map, last));
        expect(off).toBeGreaterThanOrEqual(-1e-9);
        expect(off).toBeLessThanOrEqual(lost + 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('where one is', () => {
  it('never goes back while one goes on', () => {
    fc.assert(
      fc.property(cases, ({ map, here }) => {
        const before = whereabouts(map, here, { rate: 1 });
        const target = findMove(map, here, { unit: 'phrase', direction: 1 });
        expect(before.percent).toBeGreaterThanOrEqual(0);
        if (target.kind !== 'place') return;
        const after = whereabouts(map, spotOf(target, map), { rate: 1 });
        expect(after.percent).toBeGreaterThanOrEqual(before.percent);
        expect(after.secondsLeft).toBeLessThanOrEqual(before.secondsLeft);
      }),
      { numRuns: 200 },
    );
  });
});
