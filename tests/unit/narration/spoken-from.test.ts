import { expect, test } from 'vitest';
import { type Spot, spokenFrom } from '../../../src/narration/spoken-from.ts';
import { utterance } from './samples.ts';

/** `私は佐伯区に行く。`, with a reading for the name: within it every place is the name's start. */
const spoken = '私はさえきくに行く。';
const named = utterance('n', spoken, { map: (offset) => [0, 1, 2, 2, 2, 2, 5, 6, 7, 8, 9][offset] ?? 9 });

const cases: [string, Spot, string, number | undefined][] = [
  ['nothing given: the whole', {}, spoken, undefined],
  ['its start', { offset: 0 }, spoken, undefined],
  ['a place before its start', { offset: -3 }, spoken, undefined],
  ['a letter', { offset: 1 }, 'はさえきくに行く。', 1],
  ['the name', { offset: 2 }, 'さえきくに行く。', 2],
  ['the middle of the name, which is said whole', { offset: 4 }, 'さえきくに行く。', 2],
  ['what follows the name', { offset: 5 }, 'に行く。', 5],
  ['the mark at its end: the whole, as nothing would be left to say', { offset: 8 }, spoken, undefined],
  ['beyond its end: the whole', { offset: 99 }, spoken, undefined],
];
test.each(cases)('from %s', (_name, spot, text, start) => {
  const said = spokenFrom(named, spot);
  expect([said.text, said.start]).toEqual([text, start]);
  expect(said.seconds).toBeUndefined();
});

test('what is cut off at the front still stands for its own place', () => {
  const said = spokenFrom(utterance('a', 'あいうえお。'), { offset: 3 });
  expect([said.text, said.start, said.map(0), said.map(2)]).toEqual(['えお。', 3, 3, 5]);
});

test.each([
  [1.5, 1.5],
  [0, undefined],
  [-2, undefined],
  [Number.NaN, undefined],
])('%f seconds into the recording are %s', (seconds, expected) => {
  expect(spokenFrom(utterance('a'), { seconds }).seconds).toBe(expected);
});

test('both may be given, for whichever voice will speak', () => {
  const said = spokenFrom(utterance('a', 'あいうえお。'), { offset: 2, seconds: 0.7 });
  expect([said.text, said.start, said.seconds]).toEqual(['うえお。', 2, 0.7]);
});
