import { expect, test } from 'vitest';
import { type Habits, habitOf, NO_HABITS } from '../../../src/narration/habits.ts';

const cases: [string, Partial<Habits>, number, number, boolean, number][] = [
  ['nothing wished for', {}, 1, 2000, false, 0],
  ['a pause between sentences', { sentencePause: 1.5 }, 1, 2000, false, 1500],
  ['said three times, after the first', { times: 3 }, 1, 2000, true, 0],
  ['said three times, after the third', { times: 3 }, 3, 2000, false, 0],
  ['said more often than is wished by now', { times: 2 }, 5, 2000, false, 0],
  ['silence for repeating, as long as the sentence took', { echo: 1 }, 1, 2000, false, 2000],
  ['half as long again, and a pause', { echo: 1.5, sentencePause: 1 }, 1, 2000, false, 4000],
  ['no silence is less than none', { echo: -1, sentencePause: -3 }, 1, 2000, false, 0],
  ['a clock that went back', { echo: 1 }, 1, -5, false, 0],
];
test.each(cases)('%s', (_name, habits, times, took, again, silence) => {
  expect(habitOf({ ...NO_HABITS, ...habits }, times, took)).toEqual({ again, silence });
});
