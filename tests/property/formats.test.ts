// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { parseBook } from '../../src/book/parse-book.ts';
import { sentencesOf } from '../../src/book/walk.ts';
import { cleanText } from '../../src/formats/clean-text.ts';
import { toShowable } from '../../src/formats/html/escape.ts';
import { type HtmlOptions, writeArticle } from '../../src/formats/html/write-html.ts';
import { readMarkdown } from '../../src/formats/markdown/read-markdown.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { createLines } from '../../src/formats/sentences.ts';
import { decodeText } from '../../src/formats/text/decode.ts';
import { readText } from '../../src/formats/text/read-text.ts';
import { books, hardText } from './books.ts';

/** Markdown and plain text as people type them, cut anywhere. */
const source = fc.oneof(fc.string({ unit: 'binary' }), hardText);

function textOfBook(book: Book): string {
  return sentencesOf(book)
    .filter(({ role }) => role !== 'title' && role !== 'alternative')
    .map(({ sentence }) => sentence.text)
    .join('');
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

describe('a reader of a format', () => {
  test('never throws, and what it makes is a whole book', () => {
    fc.assert(
      fc.property(source, (text) => {
        for (const read of [readMarkdown(text, { id: 'a' }), readText(text, { id: 'a' })]) {
          if (!read.ok) continue;
          expect(parseBook(JSON.parse(JSON.stringify(read.book)))).toEqual({ ok: true, book: read.book });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('never throws on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('a.md', 'a.txt', 'a', 'a.pdf'),
        async (bytes, name) => {
          const read = await readDocument({ name, bytes });
          if (read.ok) expect(parseBook(read.book).ok).toBe(true);
        },
      ),
    );
  });

  test('decodes what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\u0000') && !text.startsWith('\ufeff') && !text.includes('\u001b$'));
        expect(decodeText(new TextEncoder().encode(text))).toEqual({ ok: true, encoding: 'utf-8', text });
      }),
    );
  });

  test('loses no character of a plain text but white space', () => {
    // Brackets of ruby apart: they are the notation.
    const plain = source.map((text) => text.replace(/[《》｜|\r\ufeff]/gu, ''));
    fc.assert(
      fc.property(plain, (text) => {
        const read = readText(text, { id: 'a', title: '題' });
        expect(read.ok ? withoutSpace(textOfBook(read.book)) : '').toBe(withoutSpace(cleanText(text)));
      }),
      { numRuns: 500 },
    );
  });

  test('keeps every character of code', () => {
    fc.assert(
      fc.property(source, (text) => {
        const sentences = createLines(text, (line) => line);
        expect(sentences.map((sentence) => sentence.text).join('')).toBe(text.trim() === '' ? '' : text);
      }),
    );
  });
});

describe('a book as HTML', () => {
  const options: fc.Arbitrary<HtmlOptions> = fc.record({
    screenReader: fc.constantFrom('kanji', 'readings', 'plain'),
    hideReadings: fc.boolean(),
  });

  test('has the book’s text, its readings aside', () => {
    fc.assert(
      fc.property(books, options, (book, chosen) => {
        const article = document.createElement('article');
        article.innerHTML = writeArticle(book, chosen);
        for (const { sentence } of sentencesOf(book)) {
          const span = article.querySelector(`[data-sentence="${sentence.id}"]`);
          for (const reading of span?.querySelectorAll('rt, rp, .spoken') ?? []) reading.remove();
          for (const br of span?.querySelectorAll('br') ?? []) br.replaceWith('\n');
          expect(span?.textContent).toBe(toShowable(sentence.text));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('closes what it opens, in order', () => {
    fc.assert(
      fc.property(books, options, (book, chosen) => {
        const open: string[] = [];
        for (const [, slash, name = ''] of writeArticle(book, chosen).matchAll(
          /<(\/?)([a-z0-9]+)[^<>]*>/gu,
        )) {
          if (slash) expect(open.pop()).toBe(name);
          else if (!['br', 'hr', 'img'].includes(name)) open.push(name);
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('holds no element that a document brought along', () => {
    const allowed =
      /^(?:section|div|p|span|ruby|rt|rp|h[2-6]|ul|ol|li|table|thead|tbody|tr|th|td|figure|figcaption|img|blockquote|pre|hr|br|em|strong|code|a)$/u;
    fc.assert(
      fc.property(source, (text) => {
        const read = readMarkdown(text, { id: 'a' });
        const html = read.ok ? writeArticle(read.book) : '';
        for (const [, name = ''] of html.matchAll(/<\/?([^\s<>/]*)/gu)) expect(name).toMatch(allowed);
      }),
      { numRuns: 500 },
    );
  });

  test('gives no two elements the same id', () => {
    fc.assert(
      fc.property(source, (text) => {
        const read = readMarkdown(text, { id: 'a' });
        const ids = [...(read.ok ? writeArticle(read.book) : '').matchAll(/ id="([^"]*)"/gu)].map(
          ([, id]) => id,
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
