/** A book's pages as DAISY knows them. */
import type { Block, Book, Section } from '../book/book.ts';

/** DAISY's page numbers are whole; more digits than these no player counts. */
const NUMBER = /^[1-9]\d{0,8}$/u;

/** The same book with its pages' numbers in plain digits, and without those that are no number: DAISY can't lead to them. */
export function withNumberedPages(book: Book): Book {
  const strip = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.flatMap(inBlock),
    sections: section.sections.map(strip),
  });
  return { ...book, sections: book.sections.map(strip) };
}

function inBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case 'page-break': {
      const label = block.label.normalize('NFKC').trim();
      return NUMBER.test(label) ? [{ ...block, label }] : [];
    }
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ blocks: item.blocks.flatMap(inBlock) })) }];
    case 'quote':
      return [{ ...block, blocks: block.blocks.flatMap(inBlock) }];
    default:
      return [block];
  }
}
