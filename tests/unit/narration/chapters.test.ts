import { expect, test } from 'vitest';
import { chapterIndexes } from '../../../src/narration/chapters.ts';
import { book, section } from './samples.ts';

test('a chapter is a top section with all below it; the title and what isn’t there are in none', () => {
  const below = section('b', [], [], [section('c', [], [])]);
  const chapterOf = chapterIndexes(book([], [section('a', [], [], [below]), section('d', [], [])]));
  expect([0, 1, 2, 3].map(chapterOf)).toEqual([0, 0, 0, 1]);
  expect([undefined, 4, -1].map(chapterOf)).toEqual([null, null, null]);
});

test('a book without sections has no chapters', () => {
  expect(chapterIndexes(book([], []))(0)).toBeNull();
});
