/** A book's pages as DAISY knows them. */
import type { Book, Section } from '../book/book.ts';

/** The same book without the pages whose labels are no whole number: DAISY can't lead to them. */
export function withNumberedPages(book: Book): Book {
  const strip = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.filter((block) => block.type !== 'page-break' || /^[1-9]\d*$/u.test(block.label)),
    sections: section.sections.map(strip),
  });
  return { ...book, sections: book.sections.map(strip) };
}
