import { describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Ruby, type Sentence } from '../../../../src/book/book.ts';
import { parseRubyNotation } from '../../../../src/book/ruby-notation.ts';
import { searchBook } from '../../../../src/features/search/search-books.ts';

/** A sentence from ruby notation. */
function sentenceOf(notation: string, id: string): Sentence {
  let text = '';
  const ruby: Ruby[] = [];
  for (const run of parseRubyNotation(notation)) {
    const start = text.length;
    text += 'text' in run ? run.text : run.base;
    if ('base' in run) {
      ruby.push({ start, end: text.length, reading: run.reading, origin: 'author', confidence: 1 });
    }
  }
  return { id, text, ruby, marks: [], words: [] };
}

function bookOf(...notations: string[]): Book {
  const sentences = notations.map((notation, index) => sentenceOf(notation, `s${index}`));
  return {
    version: BOOK_VERSION,
    id: 'book',
    metadata: { title: '', language: 'ja', creators: [] },
    title: [],
    sections: [{ id: 'a', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
  };
}

/** The texts that are marked, for each sentence that was found. */
function marked(book: Book, query: string): readonly (readonly string[])[] {
  return searchBook(book, query, 50).hits.map(({ sentence, ranges }) =>
    ranges.map(({ start, end }) => sentence.text.slice(start, end)),
  );
}

const COOPERATION = '{住民|じゅうみん}の{協働|きょうどう}で{支|ささ}え{合|あ}う。';

describe('searching a book', () => {
  it.each<[what: string, notation: string, query: string, marks: readonly string[]]>([
    ['kanji', COOPERATION, '協働', ['協働']],
    ['one kanji of a word', COOPERATION, '働', ['働']],
    ['the reading of a word', COOPERATION, 'きょうどう', ['協働']],
    ['the reading in katakana', COOPERATION, 'キョウドウ', ['協働']],
    ['the reading in half-width katakana', COOPERATION, 'ｷｮｳﾄﾞｳ', ['協働']],
    ['part of a reading, showing the whole word', COOPERATION, 'じゅう', ['住民']],
    ['a reading and the kana after it', COOPERATION, 'ささえあう', ['支え合う']],
    ['across two rubies by reading', COOPERATION, 'じゅうみんのきょうどう', ['住民の協働']],
    ['from within one ruby into the next', COOPERATION, 'みんのきょう', ['住民の協働']],
    ['the first kanji written, the rest read', COOPERATION, '協どう', ['協働']],
    ['the first part read, the last kanji written', COOPERATION, 'きょう働', ['協働']],
    ['one word written, the next read', COOPERATION, '支えあう', ['支え合う']],
    ['one word read, the next written', COOPERATION, 'じゅうみんの協働', ['住民の協働']],
    ['a mixed query that begins inside a word', COOPERATION, '民のきょうどう', ['住民の協働']],
    ['a mixed query that ends inside a word', COOPERATION, '住民のきょ', ['住民の協働']],
    ['each place in a sentence', '{福祉|ふくし}と{福祉|ふくし}', 'ふくし', ['福祉', '福祉']],
    ['a query with blanks in it', COOPERATION, ' 協 働　', ['協働']],
    ['text with blanks in it', '福 祉 の まち', '福祉', ['福 祉']],
    ['full-width letters and digits', 'ＰＤＦは２０２１年度', 'pdfは2021', ['ＰＤＦは２０２１']],
    ['small letters for capitals', 'NPOの力', 'npo', ['NPO']],
    ['katakana text by hiragana', 'ボランティアの会', 'ぼらんてぃあ', ['ボランティア']],
    ['what a pattern would take for a sign of its own', '費用は(1+1)*2円。[注]', '(1+1)*2', ['(1+1)*2']],
    ['a dot, which stands for itself', 'a.b', '.', ['.']],
    ['a backslash', 'C:\\本', '\\', ['\\']],
    ['characters beyond the basic plane', '{𠮷野|よしの}さん', '𠮷', ['𠮷']],
  ])('finds %s', (_, notation, query, marks) => {
    expect(marked(bookOf(notation), query)).toEqual([marks]);
  });

  it.each([
    ['nothing for an empty query', ''],
    ['nothing for a blank query', ' 　\n'],
    ['nothing for what is not there', '漢字'],
    ['nothing for another word with a kanji in common', '協力'],
    ['nothing for a kanji with a kana that is not its reading', '協ひ'],
    ['nothing for a reading with the wrong kana after it', 'きょうどうは'],
    ['nothing for a pattern', '.*'],
  ])('finds %s', (_, query) => {
    expect(searchBook(bookOf(COOPERATION), query, 50)).toEqual({ hits: [], count: 0 });
  });

  it('says where a sentence stands, and looks into title and headings, too', () => {
    const title = sentenceOf('{計画|けいかく}の{本|ほん}', 't');
    const heading = sentenceOf('{計画|けいかく}', 'h');
    const section = { id: 'a', heading: [heading], blocks: [], sections: [] };
    const book: Book = { ...bookOf(), title: [title], sections: [section] };
    expect(searchBook(book, 'けいかく', 50).hits).toEqual([
      { bookId: 'book', sentence: title, section: null, ranges: [{ start: 0, end: 2 }] },
      { bookId: 'book', sentence: heading, section, ranges: [{ start: 0, end: 2 }] },
    ]);
  });

  it('gives so many as are asked for, in reading order, and counts them all', () => {
    const book = bookOf(...Array.from({ length: 120 }, (_, index) => `${index}の{協働|きょうどう}`));
    for (const query of ['協働', 'きょうどう', '協どう']) {
      const { hits, count } = searchBook(book, query, 50);
      expect(hits.map(({ sentence }) => sentence.id)).toEqual(Array.from({ length: 50 }, (_, i) => `s${i}`));
      expect(count).toBe(120);
    }
  });

  it('gives the same for the same book asked twice', () => {
    const book = bookOf(COOPERATION);
    expect(searchBook(book, '協働', 5)).toEqual(searchBook(book, '協働', 5));
  });
});
