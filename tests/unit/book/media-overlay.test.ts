import { describe, expect, test } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { type Clip, checkOverlay } from '../../../src/book/media-overlay.ts';

const sentence = (id: string): Sentence => ({ id, text: id, ruby: [], marks: [], words: [] });

const BOOK: Book = {
  version: BOOK_VERSION,
  id: 'book',
  metadata: { title: '', language: 'ja', creators: [] },
  title: [],
  sections: [
    {
      id: 'sec',
      heading: [],
      sections: [],
      blocks: [
        { type: 'paragraph', sentences: [sentence('a'), sentence('b')] },
        { type: 'diagram', caption: [sentence('c')], nodes: [{ label: [sentence('drawn')], children: [] }] },
      ],
    },
  ],
};

const clip = (id: string, begin: number, end: number, audio = '1.mp3'): Clip => ({
  sentence: id,
  audio,
  begin,
  end,
});

describe('an overlay', () => {
  test.each<[string, Clip[], [string, string, number | null][]]>([
    ['says each sentence once, in order', [clip('a', 0, 1), clip('b', 1, 2.5), clip('c', 3, 4)], []],
    [
      'goes on in another recording',
      [clip('a', 0, 1), clip('b', 0, 1, '2.mp3'), clip('c', 1, 2, '2.mp3')],
      [],
    ],
    ['lacks a sentence', [clip('a', 0, 1), clip('c', 1, 2)], [['sentence-without-clip', 'b', null]]],
    [
      'names a sentence that isn’t there',
      [clip('a', 0, 1), clip('b', 1, 2), clip('c', 2, 3), clip('x', 3, 4)],
      [['unknown-sentence', 'x', 3]],
    ],
    [
      'says a sentence twice',
      [clip('a', 0, 1), clip('a', 1, 2), clip('b', 2, 3), clip('c', 3, 4)],
      [['repeated-sentence', 'a', 1]],
    ],
    ['is out of order', [clip('b', 0, 1), clip('a', 1, 2), clip('c', 2, 3)], [['out-of-order', 'a', 1]]],
    [
      'overlaps within a recording',
      [clip('a', 0, 1.5), clip('b', 1, 2), clip('c', 2, 3)],
      [['overlap', 'b', 1]],
    ],
    [
      'has times that are none',
      [clip('a', 1, 1), clip('b', -1, 2), clip('c', 0, Number.NaN)],
      [
        ['no-duration', 'a', 0],
        ['no-duration', 'b', 1],
        ['no-duration', 'c', 2],
      ],
    ],
  ])('that %s', (_name, clips, expected) => {
    expect(
      checkOverlay(BOOK, { clips }).map(({ code, sentence: id, clip: place }) => [code, id, place]),
    ).toEqual(expected);
  });
});
