import { describe, expect, it } from 'vitest';
import { findMove, type Move } from '../../../src/narration/moves.ts';
import { mapOf, recordedIn, sample, spot, written } from './map-samples.ts';
import { book, paragraph, section, sentence } from './samples.ts';

const map = mapOf();

describe('a move', () => {
  it.each<[Move['unit'], string, string, string]>([
    ['phrase', 'a1', 'a1@3', 'h1'],
    ['phrase', 'a1@3', 'a1@6', 'a1'],
    ['phrase', 'a1@4', 'a1@6', 'a1'],
    ['phrase', 'a1@6', 'a2', 'a1@3'],
    ['phrase', 'a2', 'b1', 'a1@6'],
    ['phrase', 'i3', 'end phrase', 'i2'],
    ['phrase', 'title', 'h1', 'start phrase'],
    ['sentence', 'a1@6', 'a2', 'h1'],
    ['sentence', 'a2', 'b1', 'a1'],
    ['sentence', 'title', 'h1', 'start sentence'],
    ['sentence', 'i3', 'end sentence', 'i2'],
    ['paragraph', 'a2', 'b1', 'h1'],
    ['paragraph', 'h1', 'a1', 'title'],
    ['paragraph', 'i2', 'i3', 'h2'],
    ['paragraph', 'i3', 'end paragraph', 'i1'],
    ['heading', 'title', 'h1', 'start heading'],
    ['heading', 'a2', 'h11', 'start heading'],
    ['heading', 'c1', 'h2', 'h1'],
    ['heading', 'i3', 'end heading', 'h11'],
    ['page', 'title', 'a1', 'start page'],
    ['page', 'a2', 'b1', 'start page'],
    ['page', 'c1', 'i3', 'a1'],
    ['page', 'i3', 'end page', 'b1'],
  ])('by %s from %s leads on to %s and back to %s', (unit, from, on, back) => {
    if (unit === 'chapter-start') return;
    expect(written(findMove(map, spot(from), { unit, direction: 1 }))).toBe(on);
    expect(written(findMove(map, spot(from), { unit, direction: -1 }))).toBe(back);
  });

  it.each([
    [0, 'a1', 'h11'],
    [1, 'a1', 'h2'],
    [2, 'a1', 'h11'],
    [2, 'h2', 'end heading'],
    [3, 'a1', 'none no-headings-of-level'],
  ])('by headings of level %i from %s leads to %s', (level, from, to) => {
    expect(written(findMove(map, spot(from), { unit: 'heading', direction: 1, level }))).toBe(to);
  });

  it.each([
    ['title', 'title'],
    ['a2', 'h1'],
    ['c1', 'h1'],
    ['h2', 'h2'],
    ['i3', 'h2'],
  ])("to the chapter's start from %s leads to %s", (from, to) => {
    expect(written(findMove(map, spot(from), { unit: 'chapter-start' }))).toBe(to);
  });

  it.each<[Move, string]>([
    [{ unit: 'page', direction: 1 }, 'none no-pages'],
    [{ unit: 'heading', direction: -1 }, 'none no-headings'],
    [{ unit: 'chapter-start' }, 'x'],
  ])('in a book of one bare paragraph: %j leads to %s', (move, to) => {
    const bare = mapOf(book([], [section('s', [], [paragraph(sentence('x', 'それだけ。'))])]));
    expect(written(findMove(bare, spot('x'), move))).toBe(to);
  });

  it('has nowhere to go in a book that says nothing', () => {
    expect(written(findMove(mapOf(book([], [])), spot(''), { unit: 'sentence', direction: 1 }))).toBe(
      'none nothing-to-say',
    );
  });

  it('treats a place that is not spoken as the beginning', () => {
    expect(written(findMove(map, spot('mute'), { unit: 'sentence', direction: 1 }))).toBe('h1');
  });
});

describe('a move by seconds', () => {
  const timed = mapOf(sample, recordedIn(4));

  it.each([
    ['h1', 1, 1, 'a2 3 s'],
    ['h1', 0, -1, 'start seconds'],
    ['b1', 3, -1, 'a1 1 s'],
    ['c1', 2, 1, 'i2 0 s'],
    ['i3', 0, 1, 'end seconds'],
  ] as const)(
    'is exact in a recording: %s, %i s in, direction %i, leads to %s',
    (from, seconds, direction, to) => {
      expect(written(findMove(timed, spot(from, seconds), { unit: 'seconds', direction }))).toBe(to);
    },
  );

  it('begins at a phrase where the time is an estimate', () => {
    const target = findMove(map, spot('title'), { unit: 'seconds', direction: 1, seconds: 2.8 });
    expect(['h1', 'a1', 'a1@3', 'a1@6']).toContain(written(target));
  });

  it('gets on from a phrase that is longer than the seconds', () => {
    const long = mapOf(
      book([], [section('s', [], [paragraph(sentence('x', 'あ'.repeat(300)), sentence('y', 'お。'))])]),
    );
    expect(written(findMove(long, spot('x'), { unit: 'seconds', direction: 1 }))).toBe('y');
  });

  it('takes a recording of no length for none', () => {
    const broken = mapOf(sample, recordedIn(0));
    expect(
      findMove(broken, spot('title', 0), { unit: 'seconds', direction: 1, seconds: 1 }),
    ).not.toHaveProperty('seconds');
  });
});

describe('a move by phrase in a recording', () => {
  it('knows the second from the times of words', () => {
    const words = [
      { start: 0, end: 3, from: 0.2 },
      { start: 3, end: 6, from: 1.5 },
    ];
    const timed = mapOf(sample, () => ({ seconds: 3, words }));
    expect(written(findMove(timed, spot('a1', 0.4), { unit: 'phrase', direction: 1 }))).toBe('a1@3 1.5 s');
    expect(written(findMove(timed, spot('a1', 1.6), { unit: 'phrase', direction: -1 }))).toBe('a1');
  });
});
