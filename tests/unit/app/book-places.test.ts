import { describe, expect, it } from 'vitest';
import {
  chapterAt,
  fractionAt,
  leftBehind,
  openingPlace,
  placeAt,
  sectionAt,
  spotOf,
} from '../../../src/app/book-places.ts';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { createPlace, type Place } from '../../../src/library/places.ts';

function sentence(id: string, text: string, reading?: string): Sentence {
  const ruby =
    reading === undefined ? [] : [{ start: 0, end: 2, reading, origin: 'author' as const, confidence: 1 }];
  return { id, text, ruby, marks: [], words: [] };
}

const BOOK: Book = {
  version: BOOK_VERSION,
  id: 'plan',
  metadata: { title: '計画', language: 'ja', creators: [] },
  title: [sentence('t', '題')],
  sections: [
    {
      id: 'a',
      heading: [sentence('h', '協働とは', 'きょうどう')],
      blocks: [{ type: 'paragraph', sentences: [sentence('s1', 'いちばん。'), sentence('s2', 'にばん。')] }],
      sections: [],
    },
  ],
};

const place = (sentence: string, details = {}, book = 'plan', updated = 0): Place =>
  createPlace({ book, sentence, offset: 0, quote: 'にばん。' }, 0.5, updated, details);

describe('a place in a book', () => {
  it.each([
    ['t', 0, null, null],
    ['h', 0.25, 'a', '{協働|きょうどう}とは'],
    ['s1', 0.5, 'a', '{協働|きょうどう}とは'],
    ['s2', 1, 'a', '{協働|きょうどう}とは'],
    ['nobody', 0, null, null],
  ])('of %s: how far, in which section, under which heading', (id, fraction, section, chapter) => {
    expect([fractionAt(BOOK, id), sectionAt(BOOK, id), chapterAt(BOOK, id)]).toEqual([
      fraction,
      section,
      chapter,
    ]);
  });

  it('is kept with its title, its heading, the word and the second', () => {
    expect(placeAt(BOOK, 's1', { offset: 2, seconds: 1.25 }, 7)).toEqual({
      locator: { book: 'plan', sentence: 's1', offset: 2, quote: 'いちばん。' },
      fraction: 0.5,
      updated: 7,
      title: '計画',
      seconds: 1.25,
      chapter: '{協働|きょうどう}とは',
    });
    expect(placeAt(BOOK, 't', { offset: 99, seconds: null }, 7)).toEqual({
      locator: { book: 'plan', sentence: 't', offset: 1, quote: '題' },
      fraction: 0,
      updated: 7,
      title: '計画',
    });
    expect(placeAt(BOOK, 'nobody')).toBeNull();
  });
});

describe('openingPlace', () => {
  it.each([
    ['', null, { sentence: null, spot: null, lost: false }],
    ['', place('s2', { seconds: 3 }), { sentence: 's2', spot: { seconds: 3 }, lost: false }],
    ['', place('s2'), { sentence: 's2', spot: null, lost: false }],
    ['', place('gone', { seconds: 3 }), { sentence: 's2', spot: null, lost: false }],
    ['s1', place('s1', { seconds: 3 }), { sentence: 's1', spot: null, lost: false }],
    ['a', null, { sentence: 'h', spot: null, lost: false }],
    ['gone', place('s2'), { sentence: null, spot: null, lost: true }],
  ])('with the address’s %j and %j kept', (fragment, kept, expected) => {
    expect(openingPlace(BOOK, fragment, kept)).toEqual(expected);
  });

  it('says that a kept place is lost where no sentence is like it', () => {
    const kept = createPlace({ book: 'plan', sentence: 'x', offset: 0, quote: 'なにもかもちがう' }, 0, 0);
    expect(openingPlace(BOOK, '', kept)).toEqual({ sentence: null, spot: null, lost: true });
  });
});

it.each([
  [0, undefined, null],
  [0, 0, null],
  [4, undefined, { offset: 4 }],
  [4, 1.5, { offset: 4, seconds: 1.5 }],
])('spotOf an offset of %d and %s seconds', (offset, seconds, expected) => {
  const kept = createPlace({ book: 'b', sentence: 's', offset, quote: '' }, 0, 0, {
    ...(seconds !== undefined && { seconds }),
  });
  expect(spotOf(kept)).toEqual(expected);
});

describe('leftBehind by an address with a place', () => {
  const here = place('s1');
  const other = place('x', {}, 'other', 1000);
  it.each<[string, Place | null, Place | null, readonly Place[]]>([
    ['nothing on a first visit', null, null, []],
    ['the place in the same book', here, here, [here]],
    ['the book that was open on this page, last', here, other, [here, other]],
    ['not a book that was open on another day', here, place('x', {}, 'other', 999), [here]],
    ['not the very place that it names', place('s2'), null, []],
  ])('is %s', (_, kept, latest, expected) => {
    expect(leftBehind('plan', 's2', kept, latest, 1000)).toEqual(expected);
  });
});
