import { describe, expect, test } from 'vitest';
import { pauseSeconds, remainingSeconds, speechSeconds } from '../../../src/narration/estimate.ts';
import { utterance } from './samples.ts';

test.each([
  ['', 1, 0],
  ['あいうえおかきくけこさしすせ', 1, 1.87],
  ['きょうどう', 1, 0.53],
  ['協働', 1, 0.51],
  ['川崎市社会福祉協議会は、地域のみなさんと活動しています。', 1, 5.81],
  ['川崎市社会福祉協議会は、地域のみなさんと活動しています。', 2, 2.91],
  ['川崎市社会福祉協議会は、地域のみなさんと活動しています。', 0.5, 11.63],
  ['あいうえおかきくけこさしすせそ', Number.NaN, 2],
])('%j at rate %f takes %f seconds', (text, rate, expected) => {
  expect(speechSeconds(text, rate)).toBeCloseTo(expected, 1);
});

test.each([
  [0.5, 0.8],
  [1, 0.8],
  [2, 0.4],
  [4, 0.2],
])('a pause of 0.8 seconds is at rate %f one of %f', (rate, expected) => {
  expect(pauseSeconds(utterance('a', 'あ', { pauseAfter: 0.8 }), rate)).toBeCloseTo(expected);
});

describe('what remains', () => {
  const fifteen = 'あいうえおかきくけこさしすせそ';
  const three = ['a', 'b', 'c'].map((id) => utterance(id, fifteen, { pauseAfter: 0.5 }));
  test.each([
    [0, 7],
    [1, 4.5],
    [2, 2],
    [3, 0],
    [-1, 7],
  ])('from %i is %f seconds, without the pause after the last', (index, expected) => {
    expect(remainingSeconds(three, index, 1)).toBeCloseTo(expected);
  });

  test('of nothing is nothing', () => {
    expect(remainingSeconds([], 0, 1)).toBe(0);
  });
});
