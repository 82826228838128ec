/** Walks over a Book: the one order in which it is read, shown, searched and spoken. */
import type { Block, Book, DiagramNode, Section, Sentence, SentenceId } from './book.ts';

/** What a sentence is for its block; the narrator pauses by it, and skips what is `drawn`. */
export type SentenceRole =
  | 'title'
  | 'heading'
  | 'text'
  | 'item'
  | 'cell'
  | 'caption'
  | 'alternative'
  | 'drawn';

export interface SentencePlace {
  readonly sentence: Sentence;
  readonly role: SentenceRole;
  /** The section that holds the sentence; `null` for the book's title. */
  readonly section: Section | null;
  /** The heading levels above: 0 for the title, 1 for a top section's heading and text, and so on. */
  readonly depth: number;
  /** True for the first sentence of its paragraph, item, cell or heading. */
  readonly first: boolean;
  /** True for the last sentence of its paragraph, item, cell or heading. */
  readonly last: boolean;
}

type Visit = (place: SentencePlace) => void;

/** Calls `visit` for every sentence in reading order, the title first. */
export function walkSentences(book: Book, visit: Visit): void {
  each(book.title, 'title', null, 0, visit);
  for (const section of book.sections) walkSection(section, visit);
}

/** All sentences in reading order, the title's first. */
export function sentencesOf(book: Book): readonly SentencePlace[] {
  const places: SentencePlace[] = [];
  walkSentences(book, (place) => places.push(place));
  return places;
}

/** The sections in reading order with their depth (1 for the top ones), each before those below it. */
export function sectionsOf(book: Book): readonly { readonly section: Section; readonly depth: number }[] {
  const found: { section: Section; depth: number }[] = [];
  const walk = (sections: readonly Section[], depth: number): void => {
    for (const section of sections) {
      found.push({ section, depth });
      walk(section.sections, depth + 1);
    }
  };
  walk(book.sections, 1);
  return found;
}

/** The place of a sentence, or `null` where the book has no such sentence. */
export function findSentence(book: Book, id: SentenceId): SentencePlace | null {
  return sentencesOf(book).find((place) => place.sentence.id === id) ?? null;
}

/** The same book with every sentence replaced by what `change` returns for it. */
export function mapSentences(book: Book, change: (sentence: Sentence) => Sentence): Book {
  return {
    ...book,
    title: book.title.map(change),
    sections: book.sections.map((section) => mapSection(section, change)),
  };
}

/** The same for one section, its heading first, and those below it. `depth` is the section's own. */
export function walkSection(section: Section, visit: Visit, depth = 1): void {
  each(section.heading, 'heading', section, depth, visit);
  walkBlocks(section.blocks, 'text', section, depth, visit);
  for (const below of section.sections) walkSection(below, visit, depth + 1);
}

function walkBlocks(
  blocks: readonly Block[],
  role: SentenceRole,
  section: Section,
  depth: number,
  visit: Visit,
): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'preformatted':
        each(block.sentences, role, section, depth, visit);
        break;
      case 'list':
        for (const item of block.items) walkBlocks(item.blocks, 'item', section, depth, visit);
        break;
      case 'table':
        each(block.caption, 'caption', section, depth, visit);
        for (const row of block.rows)
          for (const cell of row) each(cell.sentences, 'cell', section, depth, visit);
        break;
      case 'figure':
        each(block.alternative, 'alternative', section, depth, visit);
        each(block.caption, 'caption', section, depth, visit);
        break;
      case 'diagram':
        each(block.caption, 'caption', section, depth, visit);
        walkNodes(block.nodes, section, depth, visit);
        break;
      case 'quote':
        walkBlocks(block.blocks, role, section, depth, visit);
        break;
      case 'page-break':
      case 'thematic-break':
        break;
    }
  }
}

function walkNodes(nodes: readonly DiagramNode[], section: Section, depth: number, visit: Visit): void {
  for (const node of nodes) {
    each(node.label, 'drawn', section, depth, visit);
    walkNodes(node.children, section, depth, visit);
  }
}

function each(
  sentences: readonly Sentence[],
  role: SentenceRole,
  section: Section | null,
  depth: number,
  visit: Visit,
): void {
  sentences.forEach((sentence, index) => {
    visit({ sentence, role, section, depth, first: index === 0, last: index === sentences.length - 1 });
  });
}

function mapSection(section: Section, change: (sentence: Sentence) => Sentence): Section {
  return {
    ...section,
    heading: section.heading.map(change),
    blocks: section.blocks.map((block) => mapBlock(block, change)),
    sections: section.sections.map((below) => mapSection(below, change)),
  };
}

function mapBlock(block: Block, change: (sentence: Sentence) => Sentence): Block {
  switch (block.type) {
    case 'paragraph':
    case 'preformatted':
      return { ...block, sentences: block.sentences.map(change) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ blocks: item.blocks.map((inner) => mapBlock(inner, change)) })),
      };
    case 'table':
      return {
        ...block,
        caption: block.caption.map(change),
        rows: block.rows.map((row) =>
          row.map((cell) => ({ ...cell, sentences: cell.sentences.map(change) })),
        ),
      };
    case 'figure':
      return { ...block, alternative: block.alternative.map(change), caption: block.caption.map(change) };
    case 'diagram':
      return {
        ...block,
        caption: block.caption.map(change),
        nodes: block.nodes.map((node) => mapNode(node, change)),
      };
    case 'quote':
      return { ...block, blocks: block.blocks.map((inner) => mapBlock(inner, change)) };
    case 'page-break':
    case 'thematic-break':
      return block;
  }
}

function mapNode(node: DiagramNode, change: (sentence: Sentence) => Sentence): DiagramNode {
  return { label: node.label.map(change), children: node.children.map((child) => mapNode(child, change)) };
}
