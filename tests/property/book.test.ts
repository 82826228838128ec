import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLocator, resolveLocator } from '../../src/book/locator.ts';
import { parseBook } from '../../src/book/parse-book.ts';
import { safeHref } from '../../src/book/safe-link.ts';
import { mapSentences, sentencesOf } from '../../src/book/walk.ts';
import { books } from './books.ts';

test('a book that was stored is the book', () => {
  fc.assert(
    fc.property(books, (book) => {
      expect(parseBook(JSON.parse(JSON.stringify(book)))).toEqual({ ok: true, book });
    }),
  );
});

test('whatever is stored, checking it never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseBook(value).ok).toBe(false);
    }),
  );
});

test('a book with one value damaged is refused or whole, and never throws', () => {
  fc.assert(
    fc.property(books, fc.nat(), fc.jsonValue(), (book, at, value) => {
      const copy: unknown = JSON.parse(JSON.stringify(book));
      const places: { holder: Record<string, unknown>; key: string }[] = [];
      const collect = (holder: unknown): void => {
        if (typeof holder !== 'object' || holder === null) return;
        for (const key of Object.keys(holder)) {
          const record = holder as Record<string, unknown>;
          places.push({ holder: record, key });
          collect(record[key]);
        }
      };
      collect(copy);
      const place = places[at % places.length];
      if (place) place.holder[place.key] = value;
      const parsed = parseBook(copy);
      if (parsed.ok) expect(parseBook(JSON.parse(JSON.stringify(parsed.book)))).toEqual(parsed);
    }),
  );
});

test('every sentence can be found again', () => {
  fc.assert(
    fc.property(books, fc.nat(50), (book, offset) => {
      for (const { sentence } of sentencesOf(book)) {
        const locator = createLocator(book, sentence.id, offset);
        expect(locator && resolveLocator(book, locator)).toEqual({
          sentence: sentence.id,
          offset: Math.min(offset, sentence.text.length),
          exact: true,
        });
      }
    }),
  );
});

test('replacing every sentence by itself changes nothing', () => {
  fc.assert(
    fc.property(books, (book) => {
      expect(mapSentences(book, (sentence) => sentence)).toEqual(book);
    }),
  );
});

test('an address that is let through leads where a link may lead, as the browser understands it', () => {
  const address = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc
      .tuple(
        fc.constantFrom('javascript:', 'JaVa\tScript:', '/', '//', '/\\', 'http:', 'data:', '#', ' '),
        fc.string(),
      )
      .map(([start, rest]) => start + rest),
  );
  fc.assert(
    fc.property(address, (text) => {
      const href = safeHref(text);
      if (href === null) return;
      const url = new URL(href, 'https://tomoyomi.example/read/plan-5');
      expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(url.protocol);
      if (/^[/#]/u.test(href)) expect(url.host).toBe('tomoyomi.example');
    }),
    { numRuns: 500 },
  );
});
