import { expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../../src/book/book.ts';
import { groupBookmarks } from '../../../../src/features/bookmarks/group-bookmarks.ts';
import type { Bookmark } from '../../../../src/library/bookmarks.ts';

function sentence(id: string, text: string, reading?: string): Sentence {
  const ruby =
    reading === undefined ? [] : [{ start: 0, end: 2, reading, origin: 'author' as const, confidence: 1 }];
  return { id, text, ruby, marks: [], words: [] };
}

function bookmark(book: string, id: string, quote = `「${id}」`): Bookmark {
  const locator = { book, sentence: id, offset: 0, quote };
  return { id: `${book}#${id}`, locator, note: '', quote, created: 0 };
}

const BOOK: Book = {
  version: BOOK_VERSION,
  id: 'here',
  metadata: { title: '', language: 'ja', creators: [] },
  title: [sentence('t', '題')],
  sections: [
    {
      id: 'a',
      heading: [sentence('h', '協働とは', 'きょうどう')],
      blocks: [
        { type: 'paragraph', sentences: [sentence('s1', '一'), sentence('s2', '住民が', 'じゅうみん')] },
      ],
      sections: [],
    },
  ],
};

it('lists the bookmarks of the open book in the order of its text, with furigana and heading', () => {
  const { here, others } = groupBookmarks(
    [bookmark('here', 's2'), bookmark('here', 'gone'), bookmark('here', 't'), bookmark('here', 's1')],
    BOOK,
  );
  expect(here.map(({ quote, section }) => [quote, section])).toEqual([
    ['題', null],
    ['一', '{協働|きょうどう}とは'],
    ['{住民|じゅうみん}が', '{協働|きょうどう}とは'],
    ['「gone」', null],
  ]);
  expect(others).toEqual([]);
});

it('groups those of other books, the book marked last first', () => {
  const marks = [bookmark('a', '1'), bookmark('b', '2'), bookmark('here', 's1'), bookmark('a', '3')];
  const { here, others } = groupBookmarks(marks, BOOK);
  expect(here.map((item) => item.bookmark.id)).toEqual(['here#s1']);
  expect(others.map((group) => [group.book, group.bookmarks.map((item) => item.quote)])).toEqual([
    ['a', ['「1」', '「3」']],
    ['b', ['「2」']],
  ]);
});

it('lists all under other books while none is open', () => {
  const { here, others } = groupBookmarks([bookmark('here', 's1')], null);
  expect(here).toEqual([]);
  expect(others.map((group) => group.book)).toEqual(['here']);
});

it('calls what one listened to by the chapter that was noted down, where the book isn’t open', () => {
  const listened = { seconds: 3, chapter: '{章|しょう}' };
  const { here, others } = groupBookmarks(
    [
      { ...bookmark('here', 's1'), listened },
      { ...bookmark('here', 'gone'), listened },
      { ...bookmark('other', 'x'), listened },
    ],
    BOOK,
  );
  expect(here.map(({ section }) => section)).toEqual(['{協働|きょうどう}とは', '{章|しょう}']);
  expect(others[0]?.bookmarks.map(({ section }) => section)).toEqual(['{章|しょう}']);
});
