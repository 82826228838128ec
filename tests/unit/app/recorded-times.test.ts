import { expect, test } from 'vitest';
import { recordedTimesOf } from '../../../src/app/recorded-times.ts';
import type { RecordedBook } from '../../../src/narration/recorded-book.ts';

const file = (address: string, duration: number) => ({
  address,
  bytes: 1,
  sha256: '',
  duration,
  title: '',
  section: null,
});

const book: RecordedBook = {
  version: 1,
  book: 'b',
  duration: 15,
  narrator: '',
  credits: [],
  files: [file('/1.mp3', 10), file('/2.mp3', 5)],
  clips: [
    ['a', 0, 0, 4],
    ['b', 0, 4, 10],
    ['c', 1, 0, 5],
  ],
};

test.each([
  ['a', 0, 0],
  ['b', 1.5, 5.5],
  ['c', 2, 12],
  ['zz', 0, null],
])('%s and %d seconds lie at %d', (sentence, seconds, expected) => {
  expect(recordedTimesOf(book).positionOf(sentence, seconds)).toBe(expected);
});

test.each([
  [-1, 'a', 0],
  [0, 'a', 0],
  [3.9, 'a', 3.9],
  [4, 'b', 0],
  [12, 'c', 2],
  [99, 'c', 5],
])('at %d seconds %s is said, %d seconds into it', (position, sentence, seconds) => {
  const place = recordedTimesOf(book).placeAt(position);
  expect(place?.sentence).toBe(sentence);
  expect(place?.seconds).toBeCloseTo(seconds);
});

test('an empty book has no place', () => {
  expect(recordedTimesOf({ ...book, clips: [] }).placeAt(1)).toBeNull();
});
