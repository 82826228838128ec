import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBook } from '../../src/book/parse-book.ts';
import { sentencesOf } from '../../src/book/walk.ts';
import { cleanText } from '../../src/formats/clean-text.ts';
import { toShowable } from '../../src/formats/html/escape.ts';
import { readHtml } from '../../src/formats/html/read-html.ts';
import { writeArticle } from '../../src/formats/html/write-html.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { books, hardText } from './books.ts';

const names =
  'p div h1 h2 h6 ul ol li dl dt dd table caption tr td th blockquote pre hr br ruby rb rt rp rtc em b code a img main nav form input svg math title script style template noscript select option button q span'.split(
    ' ',
  );

/** Tags as they come, opened and closed at random, with attributes that matter. */
const soup = fc
  .array(
    fc.oneof(
      hardText,
      fc
        .tuple(
          fc.constantFrom('<', '</'),
          fc.constantFrom(...names),
          fc.constantFrom(
            '',
            ' href="#a"',
            ' id="a"',
            ' role="doc-pagebreak" title="3"',
            ' colspan="9"',
            ' alt="<&"',
          ),
        )
        .map(([open, name, attributes]) => `${open}${name}${open === '<' ? attributes : ''}>`),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('a page of any tags', () => {
  test('never throws, and what is made of it is a whole book', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (html) => {
        const read = readHtml(html, { id: 'a' });
        if (!read.ok) return;
        expect(parseBook(JSON.parse(JSON.stringify(read.book)))).toEqual({ ok: true, book: read.book });
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const read = await readDocument({ name: 'a.html', bytes });
        if (read.ok) expect(parseBook(read.book).ok).toBe(true);
      }),
    );
  });
});

test('a book that was written as a page is read with the same words, in order', () => {
  const wordsOf = (text: string): string => text.replace(/\s+/gu, '');
  fc.assert(
    fc.property(books, (book) => {
      const read = readHtml(writeArticle(book), { id: 'a', title: '題' });
      // Drawn boxes and their captions change places on the page; images say their words in `alt`.
      const inOrder = sentencesOf(book).filter(({ role }) => role !== 'title');
      const written = cleanText(inOrder.map(({ sentence }) => toShowable(sentence.text)).join(''));
      const found = read.ok ? sentencesOf(read.book).filter(({ role }) => role !== 'title') : [];
      const sorted = (text: string): string => Array.from(wordsOf(text)).sort().join('');
      expect(sorted(found.map(({ sentence }) => sentence.text).join(''))).toBe(sorted(written));
    }),
    { numRuns: 300 },
  );
});
