import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Book, TextRange } from '../../src/book/book.ts';
import {
  type Correction,
  type CorrectionDraft,
  correctionId,
  isSurface,
} from '../../src/book/corrections.ts';
import { parseBook } from '../../src/book/parse-book.ts';
import { sentencesOf } from '../../src/book/walk.ts';
import { applyCorrections } from '../../src/japanese/apply-corrections.ts';
import { books } from './books.ts';

/** Stretches of the book's own sentences, at edges of its rubies most of all, read in some way or other. */
function correctionsOf(book: Book): fc.Arbitrary<Correction[]> {
  const places = sentencesOf(book).map(({ sentence }) => sentence);
  if (places.length === 0) return fc.constant([]);
  const one = fc.constantFrom(...places).chain(({ id, text, ruby }) => {
    const edges = [0, ...ruby.flatMap(({ start, end }) => [start, end]), text.length];
    const edge = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...edges) }, fc.nat(text.length));
    return fc
      .record({
        edges: fc.tuple(edge, edge),
        reading: fc.constantFrom('よみ', 'きょうどう', 'たべる', 'ー・あ'),
        scope: fc.constantFrom('place' as const, 'book' as const, 'everywhere' as const),
        created: fc.nat(5),
        sentence: fc.constantFrom(id, 'gone'),
      })
      .map(({ edges: [a, b], reading, scope, created, sentence }): Correction => {
        const start = Math.min(a, b);
        const surface = text.slice(start, Math.max(a, b));
        const at = { book: book.id, sentence, offset: start, quote: text.slice(0, 200) };
        const draft: CorrectionDraft = { surface, reading, note: '', scope, at };
        return { ...draft, id: correctionId(draft), created };
      });
  });
  // Left out afterwards: a filter would look forever for a surface in a sentence that has none.
  return fc
    .array(one, { maxLength: 6 })
    .map((corrections) => corrections.filter(({ surface }) => isSurface(surface)));
}

const isOrdered = (ranges: readonly TextRange[]): boolean =>
  ranges.every((range, index) => range.start >= (ranges[index - 1]?.end ?? 0) && range.start < range.end);

it('corrections never change the text, keep rubies and words in order, and give a book that can be kept', () => {
  fc.assert(
    fc.property(
      books.chain((book) => fc.tuple(fc.constant(book), correctionsOf(book))),
      ([book, corrections]) => {
        fc.pre(parseBook(book).ok);
        const corrected = applyCorrections(book, corrections);
        const before = sentencesOf(book);
        const after = sentencesOf(corrected);
        expect(after.map(({ sentence: { id, text } }) => [id, text])).toEqual(
          before.map(({ sentence: { id, text } }) => [id, text]),
        );
        for (const { sentence } of after) {
          expect(isOrdered(sentence.ruby)).toBe(true);
          expect(isOrdered(sentence.words)).toBe(true);
        }
        expect(parseBook(corrected).ok).toBe(true);
        expect(applyCorrections(book, [])).toBe(book);
        const read = after.some(({ sentence }) => sentence.ruby.some(({ origin }) => origin === 'reader'));
        expect(read).toBe(corrected !== book);
      },
    ),
  );
});
