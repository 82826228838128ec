/** A book whose images are told in words: for formats that take no images along. */
import type { Block, Book, Section } from '../book/book.ts';

/** The same book with each image in it replaced by its alternative text and its caption; their sentences stay as they are. */
export function describeImages(book: Book): Book {
  return { ...book, sections: book.sections.map(inSection) };
}

function inSection(section: Section): Section {
  return { ...section, blocks: section.blocks.flatMap(inBlock), sections: section.sections.map(inSection) };
}

function inBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case 'figure':
      return [block.alternative, block.caption]
        .filter((sentences) => sentences.length > 0)
        .map((sentences) => ({ type: 'paragraph', sentences }));
    case 'list':
      return [{ ...block, items: block.items.map((item) => ({ blocks: item.blocks.flatMap(inBlock) })) }];
    case 'quote':
      return [{ ...block, blocks: block.blocks.flatMap(inBlock) }];
    default:
      return [block];
  }
}
