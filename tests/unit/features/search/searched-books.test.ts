import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../../src/book/book.ts';
import { searchBooks, searchedBooks } from '../../../../src/features/search/searched-books.ts';
import type { CatalogEntry } from '../../../../src/library/catalog.ts';

function entry(id: string, edition: 'standard' | 'easy', otherEdition: string | null): CatalogEntry {
  return {
    id,
    kind: 'plan',
    edition,
    otherEdition,
    title: `{題|だい}${id}`,
    shortTitle: '',
    summary: '',
    plan: null,
    minutesToRead: 1,
    minutesToListen: 1,
    recorded: false,
    sentences: 1,
    address: '',
  };
}

function book(id: string, ...texts: string[]): Book {
  const sentences: Sentence[] = texts.map((text, index) => {
    return { id: `s${index}`, text, ruby: [], marks: [], words: [] };
  });
  return {
    version: BOOK_VERSION,
    id,
    metadata: { title: `${id}の題`, language: 'ja', creators: [] },
    title: [],
    sections: [{ id: 'a', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
  };
}

const CATALOG = [
  entry('p', 'standard', 'p.easy'),
  entry('p.easy', 'easy', 'p'),
  entry('q', 'standard', 'q.easy'),
  entry('q.easy', 'easy', 'q'),
  entry('alone', 'standard', null),
];
const DOCUMENTS = [{ id: 'doc', title: '日記' }];

describe('what is searched', () => {
  it.each<[what: string, open: Book | null, edition: 'standard' | 'easy', ids: readonly string[]]>([
    ['on the shelf', null, 'standard', ['p', 'q', 'alone', 'doc']],
    ['on the shelf in the easy edition', null, 'easy', ['p.easy', 'q.easy', 'alone', 'doc']],
    ['from a plan, itself first', book('q'), 'easy', ['q', 'p', 'alone', 'doc']],
    ['from an easy plan, the easy ones', book('q.easy'), 'standard', ['q.easy', 'p.easy', 'alone', 'doc']],
    ["from one's own document", book('doc'), 'standard', ['doc', 'p', 'q', 'alone']],
  ])('%s', (_, open, edition, ids) => {
    expect([...searchedBooks(CATALOG, open, edition, DOCUMENTS).keys()]).toEqual(ids);
  });

  it('has its titles with furigana where there are any', () => {
    const titles = searchedBooks(CATALOG, book('doc'), 'standard', DOCUMENTS);
    expect([titles.get('p'), titles.get('doc')]).toEqual(['{題|だい}p', 'docの題']);
  });
});

it('gives so many over all the books, and counts the rest', () => {
  const { hits, count } = searchBooks([book('a', '本', '本'), book('b', '本', '本')], '本', 3);
  expect(hits.map(({ bookId, sentence }) => `${bookId} ${sentence.id}`)).toEqual(['a s0', 'a s1', 'b s0']);
  expect(count).toBe(4);
});
