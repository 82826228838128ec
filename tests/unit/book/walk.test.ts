import { expect, test } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { findSentence, mapSentences, sectionsOf, sentencesOf } from '../../../src/book/walk.ts';

const sentence = (id: string): Sentence => ({ id, text: id, ruby: [], marks: [], words: [] });

const BOOK: Book = {
  version: BOOK_VERSION,
  id: 'book',
  metadata: { title: '', language: 'ja', creators: [] },
  title: [sentence('title')],
  sections: [
    {
      id: 'one',
      heading: [sentence('heading')],
      blocks: [
        { type: 'paragraph', sentences: [sentence('p1'), sentence('p2')] },
        {
          type: 'list',
          ordered: false,
          items: [{ blocks: [{ type: 'paragraph', sentences: [sentence('item')] }] }],
        },
        {
          type: 'table',
          caption: [sentence('tc')],
          rows: [[{ header: false, sentences: [sentence('cell')] }]],
        },
        { type: 'figure', src: 'a.png', alternative: [sentence('alt')], caption: [sentence('fc')] },
        { type: 'diagram', caption: [sentence('dc')], nodes: [{ label: [sentence('box')], children: [] }] },
        { type: 'quote', blocks: [{ type: 'paragraph', sentences: [sentence('quoted')] }] },
        { type: 'page-break', id: 'page-1', label: '1' },
        { type: 'thematic-break' },
        { type: 'preformatted', sentences: [sentence('pre')] },
      ],
      sections: [{ id: 'two', heading: [sentence('below')], blocks: [], sections: [] }],
    },
  ],
};

test('sentences come in reading order, with what they are', () => {
  expect(sentencesOf(BOOK).map(({ sentence: { id }, role, depth }) => [id, role, depth])).toEqual([
    ['title', 'title', 0],
    ['heading', 'heading', 1],
    ['p1', 'text', 1],
    ['p2', 'text', 1],
    ['item', 'item', 1],
    ['tc', 'caption', 1],
    ['cell', 'cell', 1],
    ['alt', 'alternative', 1],
    ['fc', 'caption', 1],
    ['dc', 'caption', 1],
    ['box', 'drawn', 1],
    ['quoted', 'text', 1],
    ['pre', 'text', 1],
    ['below', 'heading', 2],
  ]);
});

test('the first and the last of a paragraph know it', () => {
  expect([findSentence(BOOK, 'p1'), findSentence(BOOK, 'p2')]).toMatchObject([
    { first: true, last: false },
    { first: false, last: true },
  ]);
  expect(findSentence(BOOK, 'none')).toBeNull();
});

test('sections come before those below them', () => {
  expect(sectionsOf(BOOK).map(({ section, depth }) => [section.id, depth])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
});

test('a change reaches every sentence and nothing else', () => {
  const changed = mapSentences(BOOK, (one) => ({ ...one, text: `${one.text}!` }));
  expect(sentencesOf(changed).map((place) => place.sentence.text)).toEqual(
    sentencesOf(BOOK).map((place) => `${place.sentence.text}!`),
  );
  expect(mapSentences(BOOK, (one) => one)).toEqual(BOOK);
});
