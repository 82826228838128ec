/** Chapters: a book's top sections, each with everything below it. */
import type { Book } from '../book/book.ts';
import { sectionsOf } from '../book/walk.ts';

/**
 * A function from a section, counted from 0 in reading order, to its chapter, counted from 0 too. The book's title, which
 * is in no section, and a section that the book doesn't have belong to none: `null`.
 */
export function chapterIndexes(book: Book): (sectionIndex: number | undefined) => number | null {
  let chapter = -1;
  const chapters = sectionsOf(book).map(({ depth }) => {
    if (depth === 1) chapter += 1;
    return chapter;
  });
  return (sectionIndex) => (sectionIndex === undefined ? null : (chapters[sectionIndex] ?? null));
}
